/** A single-row form printed with its phases as rows: 预算数 and 决算数 below each other under the items (Shaanxi). */
import type { ColumnDefinition, FormDefinition } from "../definition.js";
import type { Header } from "./header.js";
import { type ColumnMatch, headerText, headerYear, matchColumns, textsOfYear } from "./match-columns.js";
import type { Matrix } from "./matrix.js";

export interface PhaseRow {
  /** budget, final: the part of a column's key before the dot. */
  readonly phase: string;
  readonly row: number;
}

/** What the phases are called: 预算数, 决算数, 2024年决算数 and so on. */
export function phaseTexts(form: FormDefinition, year: number | null = null): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = new Map<string, Set<string>>();
  for (const { key, path } of form.columns) {
    const phase = phaseOf(key);
    const known = texts.get(phase) ?? new Set();
    for (const text of textsOfYear(path[0] ?? [], year)) known.add(text);
    texts.set(phase, known);
  }
  return texts;
}

export function phaseOf(key: string): string {
  return key.split(".")[0] ?? "";
}

/** The rows that begin with a phase's name, each phase once, when all phases have one. */
export function phaseRows(matrix: Matrix, header: Header, form: FormDefinition): PhaseRow[] {
  const found: PhaseRow[] = [];
  const texts = phaseTexts(form, headerYear(header.columns));
  for (let row = header.bodyStart; row < matrix.rows; row++) {
    const label = headerText(matrix.row(row).find((cell) => cell.text !== "")?.text ?? "");
    const phase = [...texts].find(([, names]) => names.has(label))?.[0];
    if (phase !== undefined && !found.some((other) => other.phase === phase)) found.push({ phase, row });
  }
  return texts.size > 1 && found.length === texts.size ? found : [];
}

/** The items' columns: definitions with the item's key alone, and without the phase in their path. */
export function matchItems(header: Header, form: FormDefinition): ColumnMatch {
  const first = phaseOf(form.columns[0]?.key ?? "");
  const items = form.columns.flatMap(({ key, path }): ColumnDefinition[] =>
    phaseOf(key) === first && path.length > 1 ? [{ key: key.slice(first.length + 1), path: path.slice(1) }] : [],
  );
  return matchColumns(header.columns, items);
}

/** Share of the items that stand over columns, when the phases are rows. */
export function phaseRowScore(matrix: Matrix, header: Header, form: FormDefinition): number {
  if (phaseRows(matrix, header, form).length === 0) return 0;
  return itemShare(matchItems(header, form), form);
}

/** Share of a form's items that are found under their own names. */
export function itemShare({ matched, byPosition }: ColumnMatch, form: FormDefinition): number {
  return (matched.size - byPosition.length) / (form.columns.length / phaseTexts(form).size);
}
