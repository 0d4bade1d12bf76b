import type { TableReading } from "../forms/index.js";
import type { Grid } from "../model/index.js";
import { squash } from "../text/index.js";

/** A printed column of a recognised table and its canonical key. */
export interface ColumnKey {
  readonly key: string;
  /** The printed header from top to bottom. */
  readonly header: readonly string[];
  /** First grid column and one past the last, 0-based. */
  readonly columns: readonly [from: number, to: number];
}

/**
 * Where the table's canonical columns stand in its grid: the key under which a column's values were read; for a column
 * without values the key that its header was given. Columns of codes and labels have none.
 */
export function columnKeys({ table, grid, recognition }: TableReading): ColumnKey[] {
  const read = keysOfValues(table, grid);
  const blank = table.columns.map(({ key, header }) => ({ key, path: header.join("/") }));
  const keys: ColumnKey[] = [];
  for (const { from, to, path } of recognition?.header.columns ?? []) {
    const header = path.map(squash);
    const printed = header.join("/");
    if (printed === "") continue;
    // Both sides of a form may print one header: what was given away is not given again.
    const [given] = blank.splice(blank.findIndex((column) => column.path === printed) >>> 0, 1);
    const key = range(from, to).flatMap((column) => read.get(column) ?? [])[0] ?? given?.key;
    if (key !== undefined) keys.push({ key, header, columns: [from, to] });
  }
  return keys;
}

/** Per grid column the key of the first value that was read in it. */
function keysOfValues(table: TableReading["table"], grid: Grid): Map<number, string> {
  const keys = new Map<number, string>();
  for (const row of table.rows) {
    for (const [key, { page, box }] of Object.entries(row.evidence)) {
      const x = (box[0] + box[2]) / 2;
      const y = (box[1] + box[3]) / 2;
      const cell = grid.cells.find(
        (c) => c.page === page && x >= c.box[0] && x <= c.box[2] && y >= c.box[1] && y <= c.box[3],
      );
      if (cell && !keys.has(cell.column)) keys.set(cell.column, key);
    }
  }
  return keys;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
