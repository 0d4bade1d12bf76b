/** One printed row → one canonical row, with its values' evidence and findings. */
import type { Cell, Finding, TableRow } from "../../model/index.js";
import { squash } from "../../text/index.js";
import type { ColumnDefinition } from "../definition.js";
import type { HeaderColumn } from "./header.js";
import { headerText } from "./match-columns.js";
import type { Matrix } from "./matrix.js";
import { readValue, refusedFinding } from "./value.js";

/** A value column of the form, where it stands in the grid. */
export interface ValueColumn {
  readonly key: string;
  readonly column: HeaderColumn;
  readonly kind?: ColumnDefinition["kind"];
}

export interface RowValues {
  readonly values: Record<string, string | null>;
  readonly evidence: TableRow["evidence"];
  /** Something is printed in a value column. */
  readonly printed: boolean;
  readonly page: number;
  readonly findings: readonly ((row: string) => Finding)[];
}

/** Cells that begin in the row and stand (with their first column) under the header column. */
export function cellsUnder(matrix: Matrix, row: number, column: HeaderColumn): Cell[] {
  return matrix.row(row).filter((cell) => cell.column >= column.from && cell.column < column.to);
}

/** The text under the header column in the row; a cell that spans down from above counts too. */
export function textUnder(matrix: Matrix, row: number, column: HeaderColumn): string {
  const own = cellsUnder(matrix, row, column);
  if (own.length > 0) return squash(own.map((cell) => cell.text).join(""));
  return squash(matrix.at(row, column.from)?.text ?? "");
}

export function readRowValues(matrix: Matrix, row: number, columns: readonly ValueColumn[], table: string): RowValues {
  const values: Record<string, string | null> = {};
  const evidence: TableRow["evidence"] = {};
  const findings: ((row: string) => Finding)[] = [];
  let printed = false;
  let page = matrix.row(row)[0]?.page ?? matrix.grid.pageStart;
  for (const { key, column, kind } of columns) {
    const cells = cellsUnder(matrix, row, column).filter((cell) => !repeatsHeader(cell, column));
    const reading = readValue(cells, matrix.grid, kind);
    values[key] = reading.value;
    if (!reading.evidence) continue;
    // The first value's: those of a table's right half stand on another page.
    if (!printed) page = reading.evidence.page;
    // Of a scanned blank the evidence is what other readings saw.
    printed ||= reading.evidence.text !== "";
    evidence[key] = reading.evidence;
    if (reading.refused) findings.push((rowKey) => refusedFinding(table, rowKey, key, reading));
  }
  return { values, evidence, printed, page, findings };
}

/** The leaf header may stand in the total's row: its words are no values. */
function repeatsHeader(cell: Cell, column: HeaderColumn): boolean {
  const text = headerText(cell.text);
  return text !== "" && column.path.some((header) => headerText(header) === text);
}

/** Keys made unique in order: the second `x` of a table is `x#2`. */
export class UniqueKeys {
  readonly #seen = new Map<string, number>();
  of(key: string): string {
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  }
}
