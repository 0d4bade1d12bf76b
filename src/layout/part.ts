/** A table's part on one page, before parts are joined over pages. */
import type { Box, Cell, Glyph, TextLine } from "../model/index.js";
import { textOf, toLines } from "./lines.js";

export interface PartCell {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
  readonly lines: readonly TextLine[];
  readonly text: string;
}

export interface GridPart {
  readonly page: number;
  readonly method: "lattice" | "alignment";
  /** Column and row edges, pt. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly PartCell[];
  /** Whether a rule closes the part at its foot; an open one may go on over the page's end. Only `alignment`. */
  readonly open: boolean;
  /** Recognised as the rest of the table on the page before, by its columns. Only `alignment`. */
  readonly continues: boolean;
}

export function partCell(
  range: { row: number; column: number; rowEnd: number; columnEnd: number },
  glyphs: readonly Glyph[],
  page: number,
): PartCell {
  const lines = toLines(glyphs, page);
  const { row, column, rowEnd, columnEnd } = range;
  return { row, column, rowEnd, columnEnd, lines, text: textOf(lines) };
}

export function partBox(part: GridPart): Box {
  return [part.xs[0] ?? 0, part.ys[0] ?? 0, part.xs.at(-1) ?? 0, part.ys.at(-1) ?? 0];
}

/** The part's cells as cells of a grid: rows shifted, columns mapped to the grid's. */
export function toCells(part: GridPart, rowOffset: number, columnMap: readonly number[]): Cell[] {
  return part.cells.map((cell) => {
    const column = columnMap[cell.column] ?? 0;
    return {
      row: cell.row + rowOffset,
      column,
      rowSpan: cell.rowEnd - cell.row,
      columnSpan: (columnMap[cell.columnEnd] ?? 0) - column,
      page: part.page,
      box: [part.xs[cell.column] ?? 0, part.ys[cell.row] ?? 0, part.xs[cell.columnEnd] ?? 0, part.ys[cell.rowEnd] ?? 0],
      text: cell.text,
      lines: cell.lines,
    };
  });
}
