/** A table of no known form → the definition that would read it, for a person to correct. */
import { type Grid, JuesuanError } from "../../model/index.js";
import { isEconomicCode, isFunctionalCode, normalise, parseCell, squash } from "../../text/index.js";
import { type ColumnDefinition, defineForm, type FormDefinition, type FormLayout } from "../definition.js";
import { captionOfGrid } from "../read/caption.js";
import { type Header, type HeaderColumn, isHeaderAgain, readHeader } from "../read/header.js";
import { headerText, matchColumns } from "../read/match-columns.js";
import { type Matrix, toMatrix } from "../read/matrix.js";
import { cellsUnder } from "../read/row-builder.js";
import { readerOf } from "../read/table.js";
import { titleForm } from "../read/title.js";
import { type Candidate, candidates } from "./arithmetic.js";
import { knownColumn } from "./vocabulary.js";

export interface DraftInput {
  readonly grid: Grid;
  readonly title: string | null;
  readonly unit: string | null;
  readonly id: string;
  /** Forms whose words for columns may be used. */
  readonly known: readonly FormDefinition[];
}

export interface Draft {
  readonly definition: FormDefinition;
  /** The header's columns: printed path and what they hold. */
  readonly header: readonly { path: readonly string[]; holds: ColumnKind; key: string | null }[];
  readonly rows: number;
  readonly candidates: readonly Candidate[];
}

type ColumnKind = "code" | "label" | "amount" | "percent" | "text" | "blank";

/**
 * Drafts a definition.
 * @throws {JuesuanError} usage, where the table has no column with figures beneath its header
 */
export function draftForm({ grid, title, unit, id, known }: DraftInput): Draft {
  const matrix = toMatrix(grid);
  const header = readHeader(matrix, captionOfGrid(grid).titleRows, () => false);
  const body = bodyRows(matrix, header);
  const holds = columnKinds(matrix, header, body);
  const layout = layoutOf(header, holds, body.length);
  const columns = draftColumns(header, holds, layout, known);
  if (body.length === 0 || columns.every(({ definition }) => definition === null))
    throw new JuesuanError(
      "usage",
      `the table on page ${grid.pageStart} has no column with figures beneath its header: no form is drafted from it`,
    );
  const printedUnit = unit === "元" || unit === "亿元" ? unit : "万元";
  const plain: FormDefinition = {
    id,
    family: "own",
    titles: [title === null ? id : titleForm(title)],
    layout,
    unit: printedUnit,
    columns: columns.flatMap(({ definition }) => definition ?? []),
  };
  const form = defineForm(plain);
  const found = candidates(
    readerOf(layout)({ form, matrix, header, match: matchColumns(header.columns, form.columns) }),
  );
  return {
    definition: found.length > 0 ? { ...form, identities: found.map(({ identity }) => identity) } : form,
    header: columns.map(({ column, kind, definition }) => ({
      path: column.path.map(squash),
      holds: kind,
      key: definition?.key ?? null,
    })),
    rows: body.length,
    candidates: found,
  };
}

function bodyRows(matrix: Matrix, header: Header): number[] {
  const rows: number[] = [];
  for (let row = header.bodyStart; row < matrix.rows; row++) {
    const cells = matrix.row(row);
    if (isHeaderAgain(matrix, row)) continue;
    if (cells.some((cell) => cell.text !== "")) rows.push(row);
  }
  return rows;
}

/** Share of a column's printed cells that make it one of its kind. */
const MOSTLY = 0.7;

function columnKinds(matrix: Matrix, { columns }: Header, rows: readonly number[]): ColumnKind[] {
  let figures = false;
  return columns.map((column, at) => {
    const texts = rows
      .flatMap((row) => cellsUnder(matrix, row, column))
      .map((cell) => normalise(cell.text))
      .filter((text) => text !== "");
    const share = (test: (text: string) => boolean) => texts.filter(test).length / Math.max(1, texts.length);
    const named = headerText(column.path.at(-1) ?? "");
    if (
      /编码|代码|^[类款项]$/.test(named) ||
      (!figures && share((t) => isFunctionalCode(t) || isEconomicCode(t)) > MOSTLY && texts.length > 1)
    )
      return "code";
    const amount = share((t) => parseCell(t).kind === "amount" || parseCell(t).kind === "blank");
    const percent = share((t) => parseCell(t).kind === "percent" || parseCell(t).kind === "blank");
    if (/%|‰/.test(named) || (percent > MOSTLY && percent > amount)) return "percent";
    if (texts.length === 0) return at === 0 ? "label" : figures ? "amount" : "blank";
    if (amount > MOSTLY) {
      figures = true;
      return "amount";
    }
    return at === 0 || /名称|项目|科目|地区|单位$/.test(named) ? "label" : "text";
  });
}

function layoutOf({ columns }: Header, kinds: readonly ColumnKind[], rows: number): FormLayout {
  const labels = kinds.flatMap((kind, at) => (kind === "label" && kinds[at + 1] === "amount" ? [at] : []));
  const sides = ["收入", "支出"].every((side) =>
    columns.some((column) => column.path.some((text) => headerText(text).endsWith(side))),
  );
  if (labels.length > 1 && sides) return "two-sided";
  if (kinds.includes("code"))
    return kinds.filter((kind) => kind === "code").length > 1 || rows > 1 ? "code-tree" : "hierarchy";
  return rows === 1 && !kinds.includes("label") ? "single-row" : "hierarchy";
}

interface DraftColumn {
  readonly column: HeaderColumn;
  readonly kind: ColumnKind;
  readonly definition: ColumnDefinition | null;
}

function draftColumns(
  { columns }: Header,
  kinds: readonly ColumnKind[],
  layout: FormLayout,
  known: readonly FormDefinition[],
): DraftColumn[] {
  const words = known
    .filter((form) => (form.layout === "two-sided") === (layout === "two-sided"))
    .flatMap((form) => form.columns);
  const keys = new Set<string>();
  let side: "income" | "expenditure" = "income";
  let labels = 0;
  return columns.map((column, at) => {
    const kind = kinds[at] ?? "text";
    if (kind === "label" && layout === "two-sided" && ++labels > 1) side = "expenditure";
    if (kind === "code" || kind === "label" || kind === "blank") return { column, kind, definition: null };
    const own = layout === "two-sided" ? { side } : {};
    const fits = words.filter((word) => layout !== "two-sided" || word.side === side);
    const wanted = knownColumn(column, fits)?.key ?? `column-${at + 1}`;
    const scope = layout === "two-sided" ? `${side}/` : "";
    let key = wanted;
    for (let n = 2; keys.has(scope + key); n++) key = `${wanted}-${n}`;
    keys.add(scope + key);
    const typed = kind === "amount" ? {} : { kind };
    return { column, kind, definition: { key, ...own, ...typed, path: pathOf(column, columns) } };
  });
}

/** The leaf alone where no other column has it, else the whole path. */
function pathOf(column: HeaderColumn, all: readonly HeaderColumn[]): string[][] {
  const texts = column.path.map(squash).filter((text) => text !== "");
  const leaf = texts.at(-1);
  if (leaf === undefined) return [["?"]];
  const shared = all.filter((other) => other.path.some((text) => squash(text) === leaf)).length > 1;
  return (shared ? texts : [leaf]).map((text) => [text]);
}
