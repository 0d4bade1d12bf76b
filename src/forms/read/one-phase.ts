/** A single-row form that prints one phase and does not name it: “三公”经费支出决算表 over the items alone (Jiangsu). Its title says which. */
import { normalise } from "../../text/index.js";
import type { FormDefinition } from "../definition.js";
import { type Header, type HeaderColumn, isHeaderAgain } from "./header.js";
import { type ColumnMatch, headerText } from "./match-columns.js";
import type { Matrix } from "./matrix.js";
import { matchItems, phaseTexts } from "./phase-rows.js";
import { textUnder } from "./row-builder.js";
import { titleForm } from "./title.js";

/**
 * The items' columns as those of the title's phase; null where the header names a phase, or the title none, or where more
 * than one row of figures stands beneath them (of other years, of a budget, of several units).
 */
export function matchOnePhase(
  matrix: Matrix,
  header: Header,
  form: FormDefinition,
  title: string | null,
): ColumnMatch | null {
  const phases = phaseTexts(form);
  const printed = header.columns.flatMap((column) => column.path.map(headerText));
  if ([...phases.values()].some((names) => printed.some((text) => names.has(text)))) return null;
  const phase = titlePhase(title, phases);
  if (phase === null) return null;
  const items = matchItems(header, form);
  if (figureRows(matrix, header, [...items.matched.values()]) > 1) return null;
  const ofPhase = (key: string) => form.columns.filter((column) => column.key === `${phase}.${key}`);
  return {
    matched: new Map(
      [...items.matched].flatMap(([{ key }, column]) => ofPhase(key).map((own) => [own, column] as const)),
    ),
    byPosition: items.byPosition.flatMap(({ key }) => ofPhase(key)),
    unmatched: items.unmatched,
  };
}

/** Rows that print figures, and no words, beneath the columns. */
function figureRows(matrix: Matrix, header: Header, columns: readonly HeaderColumn[]): number {
  let rows = 0;
  for (let row = header.bodyStart; row < matrix.rows; row++) {
    if (isHeaderAgain(matrix, row)) continue;
    const texts = columns.map((column) => textUnder(matrix, row, column));
    if (texts.some((text) => /\d/.test(normalise(text))) && !texts.some((text) => /\p{Script=Han}/u.test(text))) rows++;
  }
  return rows;
}

/** The phase that the title ends with, before 表: 一般公共预算“三公”经费支出决算表 is one of 决算. */
function titlePhase(title: string | null, phases: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const subject = titleForm(title ?? "").replace(KIND_OF_SHEET, "");
  return [...phases].find(([, names]) => [...names].some((name) => subject.endsWith(name)))?.[0] ?? null;
}

const KIND_OF_SHEET = /(?:总|明细|情况)?表$/u;
