import type { Evidence, FormTable, TableRow } from "../model/index.js";
import { parseCell } from "../text/number.js";
import { amountOf } from "./amount.js";

/**
 * What the print itself says of a wrong value, weakest first.
 * digits: one digit, two neighbours or the point away. lost: blank in a row without a label. misread: `digits` in a
 * doubtful OCR reading. unreadable: the cell's text is no number. other-reading: another engine read the proposed value.
 */
export const TRACES = ["digits", "lost", "misread", "unreadable", "other-reading"] as const;
export type Trace = (typeof TRACES)[number];

const digitsOf = (value: string): string => value.replace(/\D/g, "");

/** Both texts without what they have in common at the beginning and at the end. */
function middles(a: string, b: string): [string, string] {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** One digit replaced, dropped or added, two neighbours exchanged, or the decimal point moved. */
export function oneSlipApart(printed: string, proposed: string): boolean {
  const [a, b] = middles(digitsOf(printed), digitsOf(proposed));
  if (a.length + b.length <= 1 || (a.length === 1 && b.length === 1)) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

/** Two figures in one cell are two cells' whose rule was lost: what the cell would have to say is their sum. */
const holdsSeveral = (text: string): boolean => text.split(/\s+/u).filter((part) => /\d[.,:]\d/u.test(part)).length > 1;

const reads = (text: string, value: string): boolean => {
  const cell = parseCell(text);
  return cell.kind === "amount" && amountOf(cell.value)?.eq(value) === true;
};

/** The trace of a cell that says nothing because its print was lost or is no number; null for a blank, which says 0. */
function silence(row: TableRow, column: string): "lost" | "unreadable" | null {
  const evidence = row.evidence[column];
  if ((row.values[column] ?? null) !== null || evidence?.override) return null;
  if (evidence !== undefined && parseCell(evidence.text).kind === "refuse") return "unreadable";
  // Only a coded row has a label by nature: 09's one row has none.
  return row.code !== null && (row.label === null || row.label === "") ? "lost" : null;
}

/** True for a cell that may hide any amount. */
export function isUnknown(row: TableRow | undefined, column: string): boolean {
  return row !== undefined && (silence(row, column) !== null || isDoubtful(row.evidence[column]));
}

/** A number read with less confidence than this, 0–1, is doubtful; the wrong cells of the corpus scan stood at 0.08–0.89. */
export const SURE = 0.9;

/** True for a scanned cell whose text no two engines agree on. */
export function isDoubtful(evidence: Evidence | undefined): boolean {
  if (evidence?.source !== "ocr") return false;
  const { text, confidence = 1, readings = [] } = evidence;
  if (readings.length === 0) return confidence < SURE;
  const cell = parseCell(text);
  if (cell.kind !== "amount") return readings.some((reading) => reading.text !== "");
  // One engine at two sizes makes one mistake twice.
  const engines = readings
    .filter((reading) => reads(reading.text, cell.value))
    .map(({ engine }) => engine.split(" ×")[0]);
  return new Set(engines).size < AGREED;
}

/** Engines that say the same make a cell's text sure. */
const AGREED = 2;

/** Of an amount's digits a reading must show at least this part, in their order, to be taken for a part of it. */
const SHOWN = 0.6;

/** True when some reading of a scanned cell shows a part of the amount: its digits, with some lost between. */
export function isPartlySeen({ text, readings = [] }: Evidence, proposed: string): boolean {
  const wanted = digitsOf(proposed);
  return [text, ...readings.map((reading) => reading.text)].some((reading) => {
    const seen = digitsOf(reading);
    return seen.length >= SHOWN * wanted.length && isWithin(seen, wanted);
  });
}

/** Whether one text's characters stand in another in their order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (part[at] === character) at++;
  return at === part.length;
}

/** The strongest trace that the cell's print bears of `proposed`; null when it bears none. */
export function traceOf(row: TableRow | undefined, column: string, proposed: string): Trace | null {
  if (row === undefined) return null;
  const evidence = row.evidence[column];
  const printed = row.values[column] ?? null;
  if (evidence?.readings?.some(({ text }) => reads(text, proposed))) return "other-reading";
  if (printed === null) return holdsSeveral(evidence?.text ?? "") ? null : silence(row, column);
  if (!oneSlipApart(printed, proposed)) return null;
  return isDoubtful(evidence) ? "misread" : "digits";
}

/** The row of a cell; none where two tables of one id make its place ambiguous. */
export function rowOf(tables: readonly FormTable[], table: string, key: string): TableRow | undefined {
  const [found, ...others] = tables.filter(({ id }) => id === table);
  return others.length > 0 ? undefined : found?.rows.find((row) => row.key === key);
}
