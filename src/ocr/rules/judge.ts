import type { Chain } from "./chains.js";
import { isDashed } from "./dashes.js";
import { EMPTY, LINE, type Trace } from "./trace.js";

/** A part of a chain that may be a ruling line. */
export interface Line extends Chain {
  readonly trace: Trace;
  /** The part of its inked columns where it is thin, 0–1; text reaches 0.9. */
  readonly thin: number;
  /** The part of its columns that is inked, 0–1; 1 for even dashes. Text reaches 0.95. */
  readonly inked: number;
  /** How far its middle stands out from its ends, or one end from the other, pixels: the side of a round stamp. */
  readonly bend: number;
}

/** Longest stretch without ink in a line, pixels (4.5 pt at 200 dpi: dashes, not the space between rows of text). */
const LONGEST_GAP = 12;
/** Pieces shorter than this are dropped, pixels. */
const SHORTEST = 20;

/** The parts of a traced chain without long gaps; their ends are where the ink ends. */
export function pieces(trace: Trace): Line[] {
  const lines: Line[] = [];
  let from = -1;
  let to = -1;
  const close = (): void => {
    const line = from < 0 ? null : judge(trace, trace.from + from, trace.from + to);
    if (line !== null) lines.push(line);
    from = -1;
  };
  trace.kinds.forEach((kind, i) => {
    if (kind === EMPTY) {
      if (from >= 0 && i - to > LONGEST_GAP) close();
      return;
    }
    if (from < 0) from = i;
    to = i + 1;
  });
  close();
  return lines;
}

/** The stretch of a traced chain from one column to another (exclusive), judged; null when nothing much is there. */
export function judge(trace: Trace, from: number, to: number): Line | null {
  const start = Math.max(0, from - trace.from);
  const kinds = trace.kinds.subarray(start, to - trace.from);
  const rows = trace.rows.subarray(start, to - trace.from);
  const ink = [...kinds].map((kind) => kind !== EMPTY);
  const inked = ink.filter(Boolean).length;
  const lineRows = [...rows].filter((_, i) => kinds[i] === LINE);
  if (kinds.length < SHORTEST || lineRows.length < SHORTEST / 2) return null;
  return {
    at: mean(lineRows) + 0.5,
    from: trace.from + start,
    to: trace.from + start + kinds.length,
    trace,
    thin: lineRows.length / inked,
    inked: isDashed(ink) ? 1 : inked / kinds.length,
    bend: bendOf(lineRows),
  };
}

function bendOf(rows: readonly number[]): number {
  const quarter = rows.length >> 2;
  const first = median(rows.slice(0, quarter));
  const last = median(rows.slice(rows.length - quarter));
  const middle = median(rows.slice(quarter, rows.length - quarter));
  return Math.max(Math.abs(middle - (first + last) / 2), Math.abs(first - last));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
