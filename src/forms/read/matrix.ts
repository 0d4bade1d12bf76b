import type { Cell, Grid } from "../../model/index.js";

/** A grid with its cells by row and column. */
export interface Matrix {
  readonly grid: Grid;
  readonly rows: number;
  readonly columns: number;
  /** The cell that covers the position, spans included. */
  at(row: number, column: number): Cell | undefined;
  /** Cells that begin in the row, left to right. */
  row(row: number): readonly Cell[];
}

export function toMatrix(grid: Grid): Matrix {
  const covering: (Cell | undefined)[] = new Array(grid.rows * grid.columns).fill(undefined);
  const starting: Cell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) {
    starting[cell.row]?.push(cell);
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      covering.fill(cell, r * grid.columns + cell.column, r * grid.columns + cell.column + cell.columnSpan);
    }
  }
  return {
    grid,
    rows: grid.rows,
    columns: grid.columns,
    at: (row, column) => (column < grid.columns ? covering[row * grid.columns + column] : undefined),
    row: (row) => starting[row] ?? [],
  };
}
