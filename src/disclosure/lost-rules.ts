/** A rule between two rows of a scan may be lost in one column, under a stamp: its cell is cut where the other columns are. */
import type { Box, Cell, Grid } from "../model/index.js";
import { joinLines } from "../text/index.js";

/** This share of a row's columns must end where it ends. */
const OTHERS = 0.5;
/** A line belongs to a row with this part of its height in it. */
const INSIDE = 0.7;

/** The scanned grid with cells of figures that reach over several rows cut into these, where every line is in one of them. */
export function withLostRules(grid: Grid): Grid {
  if (grid.source !== "ocr" || grid.method !== "lattice") return grid;
  const bands = rowBands(grid);
  const cells = grid.cells.flatMap((cell) => cut(cell, bands) ?? cell);
  return cells.length === grid.cells.length
    ? grid
    : { ...grid, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

interface Band {
  readonly page: number;
  readonly from: number;
  readonly to: number;
}

/** Where the rows begin and end, of those in which most columns have a cell of their own. */
function rowBands({ rows, columns, cells }: Grid): (Band | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    const own = cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
    const [first] = own;
    if (first === undefined || own.reduce((sum, { columnSpan }) => sum + columnSpan, 0) < OTHERS * columns) return null;
    return { page: first.page, from: first.box[1], to: first.box[3] };
  });
}

/** A cell's parts; null where it is none of several rows, or a line is in no one of them. */
function cut(cell: Cell, bands: readonly (Band | null)[]): Cell[] | null {
  const { row, rowSpan, columnSpan, lines, box } = cell;
  const own = bands.slice(row, row + rowSpan).flatMap((band) => (band?.page === cell.page ? band : []));
  if (rowSpan === 1 || columnSpan > 1 || own.length < rowSpan) return null;
  // One line in the middle of three rows is all three's; words may stand on two lines, as headers do.
  if ((lines.length === 1 && rowSpan > 2) || lines.some(({ text }) => /\p{Script=Han}/u.test(text))) return null;
  // What is no figure (a stamp's star) may lie over the rule: it belongs where most of it is.
  const homes = lines.map((line) => {
    const shares = own.map(({ from, to }) => shareIn(line.box, from, to));
    const most = Math.max(...shares);
    return most >= INSIDE || !/\d/.test(line.text) ? shares.indexOf(most) : -1;
  });
  const parts = own.map(({ from, to }, i): Cell => {
    const inside = lines.filter((_, k) => homes[k] === i);
    const part: Box = [box[0], from, box[2], to];
    return {
      ...cell,
      row: row + i,
      rowSpan: 1,
      box: part,
      lines: inside,
      text: joinLines(inside.map(({ text }) => text)),
    };
  });
  return parts.reduce((sum, part) => sum + part.lines.length, 0) === lines.length ? parts : null;
}

/** Which part of a line's height lies between two heights. */
function shareIn([, y0, , y1]: Box, from: number, to: number): number {
  return (Math.min(y1, to) - Math.max(y0, from)) / (y1 - y0);
}
