import type { Gray } from "../bitmap.js";
import type { Chain } from "./chains.js";

/** The line is looked for this many rows above and below its middle, pixels. */
const SEARCH = 4;
/** A line keeps its row over about three times as many columns, pixels: 0.1° moves it by a tenth of a row. */
const STRETCH = 24;
/** Paper is looked for at either of these distances to both sides, pixels. */
const BESIDE = [4, 7] as const;
/** And here, to tell ink that crosses from paper, pixels. */
const AROUND = [-16, -12, 12, 16] as const;
/** Grey values are averaged along the line over this many pixels to each side before they are judged. */
const ALONG = 1;
/** A column holds ink when it is darker than the paper by this part of the line's usual contrast… */
const DARK = 0.4;
/** …and by this many grey levels. */
const FAINTEST = 6;

/** Responses that differ by no more are the same, grey levels. */
const SAME = 3;

/** What a column of a chain holds. */
export const EMPTY = 0;
/** A thin line's ink: paper on both sides. */
export const LINE = 1;
/** Ink that goes on above or below. */
export const CROSSED = 2;

/** A chain seen column by column; index 0 is the column `from`. */
export interface Trace {
  readonly from: number;
  /** EMPTY, LINE or CROSSED. */
  readonly kinds: Uint8Array;
  /** The row where the line is darkest, near the chain's middle. */
  readonly rows: Int16Array;
}

/** Looks at a chain in the picture itself, column by column. */
export function trace(gray: Gray, response: Uint8Array, chain: Chain): Trace {
  const middle = Math.round(chain.at - 0.5);
  const length = chain.to - chain.from;
  const rows = new Int16Array(length);
  const contrasts: number[] = [];
  for (let i = 0; i < length; i++) {
    const { row, value } = strongest(response, gray, middle, chain.from + i);
    rows[i] = row;
    contrasts.push(value);
  }
  const needed = Math.max(FAINTEST, DARK * median(contrasts));
  const smoothed = smooth(rows);
  const kinds = new Uint8Array(length);
  for (let i = 0; i < length; i++) kinds[i] = kindOf(gray, chain.from + i, smoothed[i] ?? middle, needed);
  return { from: chain.from, kinds, rows };
}

/** What a column of a line holds on a row: darker than the paper by `needed` grey levels is ink. */
export function kindOf(gray: Gray, x: number, row: number, needed: number): number {
  const grey = (distance: number): number => average(gray, x, row + distance);
  const ink = Math.min(grey(-1), grey(0), grey(1));
  let paper = 0;
  for (const distance of BESIDE) {
    const above = grey(-distance);
    const below = grey(distance);
    if (Math.min(above, below) - ink >= needed) return LINE;
    paper = Math.max(paper, above, below);
  }
  for (const distance of AROUND) paper = Math.max(paper, grey(distance));
  return paper - ink >= needed ? CROSSED : EMPTY;
}

/** The rows of a line without jumps: the median of each stretch and its neighbours. */
function smooth(rows: Int16Array): Int16Array {
  const result = new Int16Array(rows.length);
  for (let start = 0; start < rows.length; start += STRETCH) {
    result.fill(median([...rows.subarray(Math.max(0, start - STRETCH), start + 2 * STRETCH)]), start, start + STRETCH);
  }
  return result;
}

function average({ width, height, data }: Gray, x: number, y: number): number {
  if (y < 0 || y >= height) return 255;
  const from = Math.max(0, x - ALONG);
  const to = Math.min(width - 1, x + ALONG);
  let sum = 0;
  for (let i = y * width + from; i <= y * width + to; i++) sum += data[i] ?? 0;
  return sum / (to - from + 1);
}

/** The middle of the rows where the line is darkest: a thick line is as dark over several. */
function strongest(
  response: Uint8Array,
  { width, height }: Gray,
  middle: number,
  x: number,
): { row: number; value: number } {
  const first = Math.max(0, middle - SEARCH);
  const last = Math.min(height - 1, middle + SEARCH);
  let value = 0;
  for (let y = first; y <= last; y++) value = Math.max(value, response[y * width + x] ?? 0);
  let sum = 0;
  let count = 0;
  for (let y = first; y <= last; y++) {
    if ((response[y * width + x] ?? 0) < value - SAME) continue;
    sum += y;
    count++;
  }
  return { row: Math.round(sum / count), value };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
