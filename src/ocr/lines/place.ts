import type { Gray, PixelBox } from "../bitmap.js";
import type { ReadCharacter } from "../engine.js";
import type { Ink } from "./ink.js";

/** A character with its box in the page's pixels. */
export interface PlacedCharacter {
  readonly text: string;
  readonly confidence: number;
  /** Where its ink is; of its line's height where it shows none. */
  readonly ink: PixelBox;
}

/**
 * Gives each character of a line its ink: the line is cut at the paper nearest to half-way between neighbours.
 * White space is left out.
 * @param characters with x in the page's pixels, left to right
 */
export function placeCharacters(gray: Gray, line: Ink, characters: readonly ReadCharacter[]): PlacedCharacter[] {
  const seen = characters.filter(({ text }) => text.trim() !== "");
  const { box } = line;
  const columns = inkPerColumn(gray, line);
  const middles = seen.map(({ x0, x1 }) => (x0 + x1) / 2);
  const cuts = middles.slice(1).map((next, i) => cutBetween(columns, box.x0, middles[i] ?? next, next));
  return seen.map(({ text, confidence }, i) => {
    const from = cuts[i - 1] ?? box.x0;
    const to = cuts[i] ?? box.x1;
    return { text, confidence, ink: inkWithin(gray, line, from, to) };
  });
}

function inkPerColumn(gray: Gray, { box, threshold }: Ink): Uint32Array {
  const counts = new Uint32Array(box.x1 - box.x0);
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = box.x0; x < box.x1; x++) {
      if ((gray.data[y * gray.width + x] ?? 255) < threshold) counts[x - box.x0] = (counts[x - box.x0] ?? 0) + 1;
    }
  }
  return counts;
}

/** The column with the least ink between two characters' middles, of equal ones the nearest to half-way. */
function cutBetween(columns: Uint32Array, offset: number, left: number, right: number): number {
  const half = (left + right) / 2;
  let best = half;
  let least = Number.POSITIVE_INFINITY;
  for (let x = Math.ceil(left); x <= Math.floor(right); x++) {
    const cost = (columns[x - offset] ?? 0) * 1000 + Math.abs(x - half);
    if (cost >= least) continue;
    least = cost;
    best = x;
  }
  return Math.round(best);
}

function inkWithin(gray: Gray, { box, threshold }: Ink, from: number, to: number): PixelBox {
  let [x0, y0, x1, y1] = [to, box.y1, from, box.y0];
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = from; x < to; x++) {
      if ((gray.data[y * gray.width + x] ?? 255) >= threshold) continue;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y + 1);
    }
  }
  return x0 < x1 ? { x0, y0, x1, y1 } : { x0: from, y0: box.y0, x1: Math.max(to, from + 1), y1: box.y1 };
}
