/** Wrapped text that hangs over the foot of its cell because the row is too low for it (spreadsheets print so). */
import type { Glyph, TextLine } from "../model/index.js";
import { isCjk } from "../text/index.js";
import type { Lattice } from "./lattice.js";
import { toLines } from "./lines.js";
import { looksLikeNumber } from "./numbers.js";

/** Two lines of one cell stand at least this many font sizes apart; nearer ones are printed over each other (safe 0.7–1). */
const CLOSEST_LINES = 0.95;
/** Distances between lines that differ by no more than this, in font sizes, are one. */
const SAME_PITCH = 0.12;

/** Moves a cell's first line back to the cell above it where it is the rest of that one's text. */
export function returnOverhang(lattice: Lattice, cells: Glyph[][], page: number): void {
  lattice.cells.forEach((cell, index) => {
    const glyphs = cells[index] ?? [];
    const top = lattice.ys[cell.row] ?? 0;
    // Cheap test first: nothing reaches over the cell's upper edge.
    if (!glyphs.some((glyph) => glyph.y0 < top)) return;
    const [first, second] = toLines(glyphs, page);
    if (!first || first.box[1] >= top) return;
    if (!second && !hugs(first, top, lattice.ys[cell.rowEnd] ?? 0)) return;
    const above = lattice.cells.findIndex((other) => other.rowEnd === cell.row && other.column === cell.column);
    const before = above < 0 ? [] : toLines(cells[above] ?? [], page);
    if (before.length === 0 || !belongsAbove(first, second, before)) return;
    const moved = new Set(first.glyphs);
    cells[above]?.push(...first.glyphs);
    cells[index] = glyphs.filter((glyph) => !moved.has(glyph));
  });
}

/** A cell's only line, high up in a cell with room for it. */
function hugs(line: TextLine, top: number, bottom: number): boolean {
  return bottom - top >= 1.2 * line.size && middle(line) - top < 0.4 * line.size;
}

function belongsAbove(first: TextLine, second: TextLine | undefined, before: readonly TextLine[]): boolean {
  const size = Math.max(first.size, second?.size ?? 0);
  const own = second ? middle(second) - middle(first) : Number.POSITIVE_INFINITY;
  if (own < CLOSEST_LINES * size) return true;
  // A line of words over a line that is a number.
  if (second && isCjk(first.text.charAt(0)) && looksLikeNumber(second.text)) return true;
  const [last, lastButOne] = [before.at(-1), before.at(-2)];
  if (!last || !lastButOne) return false;
  const pitch = middle(last) - middle(lastButOne);
  const near = (distance: number) => Math.abs(distance - pitch) <= SAME_PITCH * size;
  return near(middle(first) - middle(last)) && !near(own);
}

function middle(line: TextLine): number {
  return (line.box[1] + line.box[3]) / 2;
}
