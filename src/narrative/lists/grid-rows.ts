import type { Cell, Grid } from "../../model/index.js";
import { normalise, squash } from "../../text/index.js";

/** One row of a grid: its cells by first column. */
export interface GridRow {
  readonly page: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** Header rows are searched this far down. */
const MAX_HEADER_ROW = 3;

/** The rows of a grid from top to bottom. */
export function gridRows(grid: Grid): GridRow[] {
  return Array.from({ length: grid.rows }, (_, row) => {
    const cells = grid.cells.filter((cell) => cell.row === row);
    return {
      page: cells[0]?.page ?? grid.pageStart,
      cells: new Map(cells.map((cell) => [cell.column, cell])),
    };
  });
}

/** Rows behind the header, repeated headers left out. */
export function dataRows(grid: Grid, headerRow: number): GridRow[] {
  return gridRows(grid).filter((_, row) => row > headerRow && !grid.repeatedHeaderRows.includes(row));
}

/** Text of the row's cell in a column, without white space; "" where there is none. */
export function cellText(row: GridRow, column: number | undefined): string {
  return column === undefined ? "" : squash(row.cells.get(column)?.text ?? "");
}

/** Which column holds what, by the words in the header row; null when no row has at least two of them. */
export function columnsByHeader<Name extends string>(
  grid: Grid,
  names: Readonly<Record<Name, RegExp>>,
): { readonly headerRow: number; readonly columns: Partial<Record<Name, number>> } | null {
  const rows = gridRows(grid);
  for (const [headerRow, row] of rows.slice(0, MAX_HEADER_ROW + 1).entries()) {
    const columns: Partial<Record<Name, number>> = {};
    let count = 0;
    for (const [column, cell] of row.cells) {
      const text = normalise(cell.text);
      for (const name in names)
        if (columns[name] === undefined && names[name].test(text)) {
          columns[name] = column;
          count++;
          break;
        }
    }
    if (count >= 2) return { headerRow, columns };
  }
  return null;
}
