/**
 * A lattice row that holds several printed rows: tables with vertical rules but few horizontal ones. Rows are then found
 * from baselines, inside the lattice row.
 */
import type { Glyph } from "../model/index.js";
import { isEconomicCode, isFunctionalCode, joinLines } from "../text/index.js";
import type { Lattice, LatticeCell } from "./lattice.js";
import { SAME_LINE } from "./lines.js";
import { looksLikeNumber } from "./numbers.js";
import { groupRows, type Strip } from "./rows.js";
import { toStrips } from "./strips.js";

/** The lattice with such rows cut, and every cell's glyphs moved along. */
export function splitTallRows(
  lattice: Lattice,
  glyphs: readonly (readonly Glyph[])[],
  page: number,
): { lattice: Lattice; glyphs: Glyph[][] } {
  const members = singleRowCells(lattice);
  const cuts = members.map((own) => rowCuts(own, glyphs, page));
  if (cuts.every((rows) => rows.length === 0)) return { lattice, glyphs: glyphs.map((cell) => [...cell]) };
  const ys: number[] = [];
  /** New index of each old row edge. */
  const edge: number[] = [];
  lattice.ys.forEach((y, row) => {
    edge.push(ys.length);
    ys.push(y, ...(cuts[row] ?? []));
  });
  const cells: LatticeCell[] = [];
  const cellGlyphs: Glyph[][] = [];
  lattice.cells.forEach((cell, index) => {
    const first = edge[cell.row] ?? 0;
    const last = edge[cell.rowEnd] ?? 0;
    const own = glyphs[index] ?? [];
    if (cell.rowEnd - cell.row > 1 || last - first === 1) {
      cells.push({ ...cell, row: first, rowEnd: last });
      cellGlyphs.push([...own]);
      return;
    }
    for (let row = first; row < last; row++) {
      cells.push({ ...cell, row, rowEnd: row + 1 });
      const from = row === first ? Number.NEGATIVE_INFINITY : (ys[row] ?? 0);
      const to = row === last - 1 ? Number.POSITIVE_INFINITY : (ys[row + 1] ?? 0);
      cellGlyphs.push(own.filter((g) => (g.y0 + g.y1) / 2 >= from && (g.y0 + g.y1) / 2 < to));
    }
  });
  const order = cells.map((_, i) => i).sort((a, b) => byPosition(cells[a], cells[b]));
  return {
    lattice: { xs: lattice.xs, ys, cells: order.flatMap((i) => cells[i] ?? []) },
    glyphs: order.map((i) => cellGlyphs[i] ?? []),
  };
}

function byPosition(a: LatticeCell | undefined, b: LatticeCell | undefined): number {
  return (a?.row ?? 0) - (b?.row ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

/** Per lattice row the indices of its cells that reach into no other. */
function singleRowCells({ ys, cells }: Lattice): number[][] {
  const members = Array.from({ length: ys.length - 1 }, (): number[] => []);
  cells.forEach((cell, i) => {
    if (cell.rowEnd === cell.row + 1) members[cell.row]?.push(i);
  });
  return members;
}

/** Half of what parts two lines, share of the size: of two lines at least one is so far from any glyph. */
const STACKED = SAME_LINE / 2;

/** Whether the glyphs may be several lines. */
function mayBeStacked(glyphs: readonly Glyph[]): boolean {
  const [first] = glyphs;
  if (first === undefined) return false;
  const middle = (first.y0 + first.y1) / 2;
  return glyphs.some(({ y0, y1, size }) => Math.abs((y0 + y1) / 2 - middle) > STACKED * size);
}

/** y of the cuts inside one lattice row, of whose cells the indices are given; none where it is one printed row. */
function rowCuts(members: readonly number[], glyphs: readonly (readonly Glyph[])[], page: number): number[] {
  // Rows to be parted have several numbers, one over the other, beside words that are so as well.
  if (members.filter((i) => mayBeStacked(glyphs[i] ?? [])).length < 2) return [];
  // Lines of complete numbers and lines of words, per cell.
  let numbers = 0;
  let wordLines = 0;
  const figures = new Set<Glyph>();
  for (const i of members) {
    const lines = toStrips(glyphs[i] ?? [], page);
    const complete = lines.filter(isNumber);
    if (complete.length === lines.length && !isTorn(complete.map((line) => line.tokens.map((t) => t.text).join("")))) {
      numbers = Math.max(numbers, complete.length);
      for (const glyph of glyphs[i] ?? []) figures.add(glyph);
    } else if (complete.length === 0) wordLines = Math.max(wordLines, lines.length);
  }
  // Several numbers under each other with no words beside them to match are one cell's business, not rows.
  if (numbers < 2 || wordLines < numbers) return [];
  const strips = toStrips(
    members.flatMap((i) => glyphs[i] ?? []),
    page,
  );
  // A year in a label carries no row: the lines of the cells of numbers do.
  const groups = groupRows(strips, (strip) => strip.glyphs.some((glyph) => figures.has(glyph)));
  const cuts: number[] = [];
  for (let g = 1; g < groups.length; g++) {
    const above = strips[groups[g - 1]?.at(-1) ?? 0];
    const below = strips[groups[g]?.[0] ?? 0];
    if (above && below) cuts.push((above.y + below.y) / 2);
  }
  return cuts;
}

/** A line of nothing but numbers, or of one whose digits are spaced ("2, 6 7 8 . 6 8"). */
function isNumber({ tokens }: Strip): boolean {
  if (tokens.length === 0 || tokens.some((token) => !token.numeric)) return false;
  return (
    tokens.every((token) => looksLikeNumber(token.text)) || looksLikeNumber(tokens.map(({ text }) => text).join(""))
  );
}

/** "1,723,941.0" over "6", "20123" over "02": the lines are one number or one code, torn. */
function isTorn(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  return !joinLines(lines).includes(" ") || ((lines[0]?.length ?? 0) >= SHORTEST_CODE && isCode(lines.join("")));
}

/** Codes of several rows under each other never make one code together: they have 3, 5 or 7 digits each. */
const SHORTEST_CODE = 3;

function isCode(text: string): boolean {
  return isFunctionalCode(text) || isEconomicCode(text);
}
