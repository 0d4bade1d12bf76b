import type { PixelBox } from "../bitmap.js";
import type { PixelRule } from "../rules/find.js";
import type { ReadLine } from "./read.js";

/** A line of a number: the upper part of an amount that is torn over two lines in a narrow cell. */
const NUMBER = /^-?[\d,，.]{4,}$/u;
/** The rest of it has at most this many characters. */
const LONGEST_REST = 4;

/**
 * Lines that are the rest of an amount torn inside a narrow cell (an upper line of the same cell is a number) but were not
 * read as digits: a lone 0 is read as o or 。 when nothing tells that it is a digit.
 */
export function tornRests(lines: readonly ReadLine[], rules: readonly PixelRule[]): number[] {
  const cells = lines.map((line) => cellOf(line.ink.box, rules));
  return lines.flatMap((line, i) => {
    const text = textOf(line);
    if (cells[i] === null || text.length > LONGEST_REST || /^[\d,.]+$/.test(text)) return [];
    const above = lines.some((other, k) => k < i && cells[k] === cells[i] && NUMBER.test(textOf(other)));
    return above ? [i] : [];
  });
}

function textOf({ characters }: ReadLine): string {
  return characters.map(({ text }) => text).join("");
}

/** The rules around a box's middle, as a key; null when it is not walled in. */
function cellOf(box: PixelBox, rules: readonly PixelRule[]): string | null {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  let [left, right, top, bottom] = [-1, -1, -1, -1];
  for (const { axis, at, from, to } of rules) {
    const [along, across] = axis === "v" ? [y, x] : [x, y];
    if (along < from || along > to) continue;
    if (axis === "v" && at < across) left = Math.max(left, at);
    else if (axis === "v") right = right < 0 ? at : Math.min(right, at);
    else if (at < across) top = Math.max(top, at);
    else bottom = bottom < 0 ? at : Math.min(bottom, at);
  }
  return Math.min(left, right, top, bottom) < 0 ? null : [left, right, top, bottom].map(Math.round).join();
}
