/** Grids → the forms' tables. */
import type { Block, DocumentIdentity, Finding, FlowItem, FormTable, Grid } from "../model/index.js";
import type { FormDefinition } from "./definition.js";
import {
  type Caption,
  captionOfGrid,
  emptyStatementOf,
  notesOfGrid,
  readCaption,
  readFurnitureLine,
  readNotes,
} from "./read/caption.js";
import { toMatrix } from "./read/matrix.js";
import { type Recognition, recognise } from "./read/recognise.js";
import { recogniseScans } from "./read/recognise-scans.js";
import { formTable, unrecognisedTable } from "./read/table.js";
import { isTitleLike } from "./read/title.js";

export {
  type ColumnDefinition,
  defineForm,
  type FormDefinition,
  type FormLayout,
  type RowDefinition,
} from "./definition.js";
export { departmentFinalAccounts } from "./department-final-accounts/index.js";
export type { Candidate } from "./draft/arithmetic.js";
export { type Draft, draftForm } from "./draft/draft.js";
export { type FormFamily, prescribedForms } from "./family.js";
export type { IdentityDefinition } from "./identity-definition.js";
export { rejoinTables } from "./read/rejoin.js";
export { isBlankRow } from "./read/table.js";
export { FAMILIES, knownForms, registerForms } from "./registry.js";

/** One table of the document, and why it was taken for what it is. */
export interface TableReading {
  readonly table: FormTable;
  readonly grid: Grid;
  /** Null for a table of no known form. */
  readonly form: FormDefinition | null;
  /** Title, header and columns as they were matched; null for a table of no known form. */
  readonly recognition: Recognition | null;
  /** For `inspect`: what decided. */
  readonly why: string;
}

export interface FormsReading {
  readonly tables: readonly TableReading[];
  readonly findings: readonly Finding[];
  /** Blocks that are captions or notes of tables. */
  readonly captions: ReadonlySet<Block>;
}

/**
 * Reads every grid of the flow with the forms given; what no form claims comes out as `unrecognised-<n>`.
 * Grids in `taken` are read by another room and left out. `kind` is what the document says it is.
 */
export function readForms(
  flow: readonly FlowItem[],
  forms: readonly FormDefinition[],
  taken: ReadonlySet<Grid> = new Set(),
  kind: DocumentIdentity["kind"] = null,
): FormsReading {
  const tables: TableReading[] = [];
  const candidates = formsOfKind(forms, kind);
  // A title that says 决算 is no budget's, whatever the prose before it made of the document.
  const finals = kind === "budget" ? formsOfKind(forms, "final-accounts") : candidates;
  const candidatesFor = ({ titles }: Caption) => (titles[0]?.text.includes("决算") ? finals : candidates);
  const findings: Finding[] = [];
  const captions = new Set<Block>();
  const seen = flow.flatMap((item, index) => {
    if (item.type !== "grid" || taken.has(item.grid)) return [];
    const { grid } = item;
    const inner = captionOfGrid(grid);
    const caption = withInner(readCaption(flow, index), inner.lines, grid.pageStart);
    const notes = readNotes(flow, index);
    const framed = notesOfGrid(grid);
    const matrix = toMatrix(withoutRowsFrom(grid, framed.rows));
    const from = inner.titleRows;
    const { recognition, why } = recognise(matrix, from, caption, candidatesFor(caption), kind);
    return { grid, matrix, from, caption, notes, framed, recognition, why };
  });
  let unrecognised = 0;
  for (const { grid, matrix, caption, notes, framed, recognition, why } of recogniseScans(seen, candidates)) {
    for (const block of caption.furniture) captions.add(block);
    for (const block of notes.blocks) captions.add(block);
    if (!recognition) {
      const table = unrecognisedTable(++unrecognised, grid, caption, notes);
      tables.push({ table, grid, form: null, recognition, why });
      continue;
    }
    for (const block of recognition.title?.blocks ?? []) captions.add(block);
    const { table, findings: found } = formTable(recognition, matrix, caption, {
      ...notes,
      notes: [...framed.notes, ...notes.notes],
      emptyStatement: emptyStatementOf(framed.notes) ?? notes.emptyStatement,
    });
    findings.push(...found);
    tables.push({ table, grid, form: recognition.form, recognition, why });
  }
  return { tables, findings, captions };
}

function withoutRowsFrom(grid: Grid, rows: number): Grid {
  return rows === grid.rows ? grid : { ...grid, rows, cells: grid.cells.filter((cell) => cell.row < rows) };
}

/**
 * Forms that a document of the kind may print, its own first. A budget and final accounts never print each other's; which
 * final accounts they are, a government's or a department's, the tables know better than the cover.
 */
function formsOfKind(forms: readonly FormDefinition[], kind: DocumentIdentity["kind"]): readonly FormDefinition[] {
  if (kind === null) return forms;
  const isBudget = (of: string) => of === "budget";
  const possible = forms.filter((form) => !form.kind || isBudget(form.kind) === isBudget(kind));
  return [...possible].sort((a, b) => Number(b.kind === kind) - Number(a.kind === kind));
}

/** A title, unit or entity printed inside the table's frame counts before what stands above it. */
function withInner(caption: Caption, lines: readonly { text: string; page: number }[], page: number): Caption {
  if (lines.length === 0) return caption;
  let { formCode, entity, unit } = caption;
  const titles = [...caption.titles];
  for (const line of lines) {
    const read = readFurnitureLine([{ ...line, box: [0, 0, 0, 0], size: 0, glyphs: [] }]);
    unit ??= read?.unit ?? null;
    entity ??= read?.entity ?? null;
    formCode ??= read?.formCode ?? null;
    if (isTitleLike(line.text)) titles.unshift({ text: line.text.replace(/\s/g, ""), page, blocks: [] });
  }
  return { titles, formCode, entity, unit, furniture: caption.furniture };
}
