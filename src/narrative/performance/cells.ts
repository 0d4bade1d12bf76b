import type { Cell, Grid } from "../../model/index.js";
import { squash } from "../../text/index.js";
import { normalForm } from "../normal.js";
import { INDICATOR_COLUMNS, type IndicatorColumn, WEIGHT } from "./labels.js";

/** One row of a performance table: its cells from left to right, each once, those reaching into it included. */
export interface PerfRow {
  readonly grid: Grid;
  readonly row: number;
  readonly page: number;
  readonly cells: readonly Cell[];
}

/** Vertical edges nearer than this are one. pt; columns are wider than 10, edges of one wall on two pages differ by less than 2. */
const SAME_EDGE = 4;

/**
 * Parts of one table whose pages were cut into different columns (a row of merged cells has fewer), numbered alike by
 * where their cells stand. As they are where their numbers agree, or where cells do not go from left to right.
 */
function alignColumns(grids: readonly Grid[]): readonly Grid[] {
  if (grids.every((grid) => grid.columns === grids[0]?.columns)) return grids;
  const edges: number[] = [];
  for (const x of grids.flatMap(({ cells }) => cells.flatMap(({ box }) => [box[0], box[2]])).toSorted((a, b) => a - b))
    if (x - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) edges.push(x);
  const at = (x: number): number => edges.findLastIndex((edge) => edge <= x + SAME_EDGE / 2);
  const aligned = grids.map((grid) => ({
    ...grid,
    columns: edges.length - 1,
    cells: grid.cells.map((cell) => {
      const column = at(cell.box[0]);
      return { ...cell, column, columnSpan: Math.max(1, at(cell.box[2]) - column) };
    }),
  }));
  const inOrder = grids.every((grid, part) =>
    grid.cells.every((cell, index) => {
      const next = grid.cells[index + 1];
      if (next === undefined || next.row !== cell.row) return true;
      const [left, right] = [aligned[part]?.cells[index], aligned[part]?.cells[index + 1]];
      return left !== undefined && right !== undefined && left.column < right.column;
    }),
  );
  return inOrder ? aligned : grids;
}

/** All rows of grids that follow each other, repeated headers left out. */
export function rowsOf(parts: readonly Grid[]): PerfRow[] {
  return alignColumns(parts).flatMap((grid) => {
    const repeated = new Set(grid.repeatedHeaderRows);
    return cellsByRow(grid)
      .map((cells, row): PerfRow => {
        const own = cells.find((cell) => cell.row === row);
        return { grid, row, page: own?.page ?? cells[0]?.page ?? grid.pageStart, cells };
      })
      .filter(({ row }) => !repeated.has(row));
  });
}

/** For each row of the grid the cells that reach into it, by column; one pass, as grids may have thousands of rows. */
function cellsByRow(grid: Grid): Cell[][] {
  const rows = Array.from({ length: grid.rows }, (): Cell[] => []);
  for (const cell of grid.cells) {
    for (const cells of rows.slice(cell.row, cell.row + cell.rowSpan)) cells.push(cell);
  }
  for (const cells of rows) cells.sort((a, b) => a.column - b.column);
  return rows;
}

/** The cell's printed text without white space. */
export function printedText(cell: Cell | undefined): string {
  return squash(cell?.text ?? "");
}

/** The cell's text in normal form. */
export function formOf(cell: Cell): string {
  return normalForm(printedText(cell)).text;
}

/** A label without its weight, as printed, and the weight. */
export function splitWeight(cell: Cell | undefined): { readonly label: string; readonly weight: string | null } {
  const text = printedText(cell);
  const normal = normalForm(text);
  const match = WEIGHT.exec(normal.text);
  if (match === null) return { label: text, weight: null };
  const from = normal.source[match.index] ?? 0;
  const to = normal.source[match.index + match[0].length - 1] ?? from;
  return { label: text.slice(0, from) + text.slice(to + 1), weight: match[1] ?? null };
}

/** A cell's normal form without its weight. */
export function labelForm(cell: Cell): string {
  return normalForm(splitWeight(cell).label).text;
}

/** The row's cell over a column. */
export function cellAt(row: PerfRow, column: number | undefined): Cell | undefined {
  if (column === undefined) return undefined;
  return row.cells.find((cell) => cell.column <= column && column < cell.column + cell.columnSpan);
}

/** Which column holds what in a header row. */
export function columnsOf<Name extends string>(
  row: PerfRow,
  names: Readonly<Record<Name, RegExp>>,
): Partial<Record<Name, number>> {
  const columns: Partial<Record<Name, number>> = {};
  for (const cell of row.cells) {
    const text = formOf(cell);
    for (const name in names) {
      if (columns[name] !== undefined || !names[name].test(text)) continue;
      columns[name] = cell.column;
      break;
    }
  }
  return columns;
}

/** Columns of the indicators, from 一级指标 on: the label of the whole block, 绩效指标, may stand before it. */
export function indicatorColumns(row: PerfRow): Partial<Record<IndicatorColumn, number>> {
  const from = row.cells.findIndex((cell) => INDICATOR_COLUMNS.level1.test(formOf(cell)));
  return columnsOf({ ...row, cells: row.cells.slice(Math.max(0, from)) }, INDICATOR_COLUMNS);
}
