/** Which form a table is: by its whole title, with the header's leaves as second witness. */
import type { DocumentIdentity } from "../../model/index.js";
import { enumeratorOf } from "../../text/index.js";
import type { FormDefinition } from "../definition.js";
import type { Caption, TitleCandidate } from "./caption.js";
import { type Header, headerUntil, readHeader } from "./header.js";
import { labelForm } from "./labels.js";
import { type ColumnMatch, headerText, headerYear, matchColumns } from "./match-columns.js";
import type { Matrix } from "./matrix.js";
import { matchOnePhase } from "./one-phase.js";
import { itemShare, phaseRowScore, phaseTexts } from "./phase-rows.js";
import { snapHeader } from "./snap-header.js";
import { matchTitle, titleYear } from "./title.js";

export interface Recognition {
  readonly form: FormDefinition;
  readonly header: Header;
  readonly columns: ColumnMatch;
  readonly title: TitleCandidate | null;
  /** Share of the header's expected texts that were found, 0–1. */
  readonly headerScore: number;
  readonly why: string;
  /** The form's title that a scan's misread one was taken for; "" where there was none. */
  readonly takenFor?: string;
}

/** A title is believed when at least this share of the form's columns is in the header (expenditure-only layouts print half). */
const WITNESS = 0.4;
/** Without a title the header must be complete and no other form's … */
const ALONE = 0.99;
/** … and of so many columns: 合计|基本支出|项目支出 may stand over anything. */
const FEWEST_ALONE = 5;

export interface RecogniseResult {
  readonly recognition: Recognition | null;
  /** For a maintainer: what was compared and why it failed. */
  readonly why: string;
}

export function recognise(
  matrix: Matrix,
  from: number,
  caption: Caption,
  forms: readonly FormDefinition[],
  kind: DocumentIdentity["kind"] = null,
): RecogniseResult {
  const titled = forms.flatMap((form) =>
    caption.titles.flatMap((title) => {
      const match = matchTitle(title.text, form.titles, form.titlePatterns);
      return match ? [{ form, title, length: match.length, ...witness(matrix, from, form, title.text) }] : [];
    }),
  );
  // Of forms with one title the header tells: the larger share of its columns, then the document's kind, then the more columns.
  const own = (form: FormDefinition) => Number(kind !== null && form.kind === kind);
  titled.sort(
    (a, b) =>
      b.length - a.length ||
      b.headerScore - a.headerScore ||
      own(b.form) - own(a.form) ||
      b.columns.matched.size - a.columns.matched.size,
  );
  const printed = caption.titles[0]?.text ?? "none";
  for (const { form, title, length: _, ...read } of titled) {
    if (read.headerScore >= WITNESS) {
      const why = `title "${title.text}" is ${form.id}; ${percent(read.headerScore)} of its columns found`;
      return { recognition: { form, title, why, ...read }, why };
    }
  }
  const best = titled[0];
  if (best) {
    const score = best.headerScore;
    return {
      recognition: null,
      why: `title "${best.title.text}" is ${best.form.id}, but its header is not (${percent(score)} of the columns)`,
    };
  }
  if (caption.titles.some((title) => /决算表|总表|明细表/.test(title.text))) {
    return { recognition: null, why: `no form has the title "${printed}"` };
  }
  const complete = forms
    .map((form) => ({ form, ...witness(matrix, from, form, null) }))
    .filter(
      ({ form, headerScore, columns: { matched, unmatched } }) =>
        headerScore >= ALONE && unmatched.length === 0 && matched.size === form.columns.length,
    );
  const [only, other] = complete;
  if (only && !other && only.form.columns.length >= FEWEST_ALONE) {
    const why = `no title; the header is ${only.form.id}'s alone`;
    return { recognition: { ...only, title: null, why }, why };
  }
  return { recognition: null, why: `no form has the title "${printed}", and the header names none` };
}

/** What a table's header says of a form. */
export type Witness = Pick<Recognition, "header" | "columns" | "headerScore">;

export function witness(matrix: Matrix, from: number, form: FormDefinition, title: string | null): Witness {
  const year = title === null ? null : titleYear(title);
  const labels = new Set((form.rows ?? []).flatMap((row) => row.labels.map(labelForm)));
  // Its phases may be rows: 预算数 is then a label, also where nothing is printed beside it.
  if (form.layout === "single-row") for (const names of phaseTexts(form).values()) for (const n of names) labels.add(n);
  const ordinals = form.layout === "hierarchy";
  const found = readHeader(
    matrix,
    from,
    (text) => labels.has(labelForm(text)) || (ordinals && (enumeratorOf(text)?.level ?? 0) > 0),
  );
  const printed = (ordinals && shorterHeader(matrix, from, form, found, year)) || found;
  const header = matrix.grid.source === "ocr" ? snapHeader(printed, form) : printed;
  const columns = matchColumns(header.columns, form.columns, year);
  if (form.layout === "two-sided") {
    // The same texts stand on both sides: the sides themselves are the witness.
    const texts = header.columns.flatMap((column) => column.path.map(headerText));
    const sides = ["收入", "支出"].filter((side) => texts.some((text) => text.endsWith(side))).length;
    return { header, columns, headerScore: (sides + share(columns, form)) / 3 };
  }
  // The right part of a sheet that was cut across: its rows have no names.
  const [first] = header.columns;
  if (form.layout === "code-tree" && [...columns.matched.values()].some((column) => column === first))
    return { header, columns, headerScore: 0 };
  const single = form.layout === "single-row";
  const list = single ? Math.max(listScore(header, form), phaseRowScore(matrix, header, form)) : 0;
  const headerScore = Math.max(list, share(columns, form));
  const onePhase = single && headerScore === 0 ? matchOnePhase(matrix, header, form, title) : null;
  if (onePhase) return { header, columns: onePhase, headerScore: itemShare(onePhase, form) };
  return { header, columns, headerScore };
}

/** The header that ends as soon as all of the form's columns are named and no cell reaches further down: first rows of words or of small figures look like header. */
function shorterHeader(
  matrix: Matrix,
  from: number,
  form: FormDefinition,
  found: Header,
  year: number | null,
): Header | null {
  const required = form.columns.filter((column) => !column.optional);
  if (required.length === 0) return null;
  for (let end = from + 1; end < found.bodyStart; end++) {
    const reaches = matrix.grid.cells.some((cell) => cell.row < end && cell.row + cell.rowSpan > end);
    if (reaches) continue;
    const header = headerUntil(matrix, from, end);
    const { matched } = matchColumns(header.columns, required, year);
    if (matched.size === required.length) return header;
  }
  return null;
}

/** How many of the form's columns the header names; optional ones count neither for nor against. */
function share({ matched, byPosition }: ColumnMatch, form: FormDefinition): number {
  const required = form.columns.filter((column) => !column.optional);
  const named =
    form.layout === "two-sided"
      ? required.filter((c) => matched.has(c))
      : required.filter((c) => matched.has(c) && !byPosition.includes(c));
  // A form without a column of its own (one per region, say) is known by its title alone.
  if (required.length === 0) return form.otherColumns === "by-header" || matched.size > 0 ? 1 : 0;
  return named.length / required.length;
}

/** A single-row form printed as a list: both phases stand over value columns, the items are rows. */
function listScore(header: Header, form: FormDefinition): number {
  const phases = [...phaseTexts(form, headerYear(header.columns)).values()];
  const found = phases.filter((texts) =>
    header.columns.some((column) => column.path.some((text) => texts.has(headerText(text)))),
  );
  return phases.length > 1 ? found.length / phases.length : 0;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
