/** People's corrections in 绩效自评表; what was read stays in the table's `overrides`. */
import type { AppliedPerformance, PerformanceOverride, PerformanceTable } from "../../model/index.js";
import { type PerformanceCell, performanceCells, rowsOfOneCell } from "../performance-cells.js";
import { differs, type Found } from "./places.js";

/** The table and the value that a correction fits: an indicator is known by its name, should rows have come or gone. */
export function findPerformance(
  { place, printed, label }: PerformanceOverride,
  tables: readonly PerformanceTable[],
): Found<{ table: PerformanceTable; cell: PerformanceCell }> {
  const { table: id, row, column, page } = place;
  const there = tables
    .filter((table) => table.id === id)
    .flatMap((table) => performanceCells(table).map((cell) => ({ table, cell })))
    .filter(({ cell }) => cell.column === column && cell.page === page)
    .filter(({ cell }) => (label === null ? cell.row === row : cell.indicator?.name === label));
  const exact = there.filter(({ cell }) => cell.row === row);
  const [first, ...others] = exact.length > 0 ? exact : there;
  if (first === undefined) return "no such value is on that page";
  if (others.length > 0) return `${others.length + 1} values fit`;
  const now = first.cell.value ?? "";
  return now === printed ? first : differs(printed, now);
}

export function correctedPerformance(
  table: PerformanceTable,
  found: PerformanceCell,
  { value, author, time, reason }: PerformanceOverride,
): PerformanceTable {
  return rowsOfOneCell(found, performanceCells(table)).reduce((read, row) => {
    const cell = cellAt(read, row, found.column);
    if (!cell) return read;
    const known = read.overrides?.find((one) => isAt(one, cell));
    const others = (read.overrides ?? []).filter((one) => one !== known);
    const previous = known ? known.previous : cell.value;
    const applied: AppliedPerformance = { row, column: cell.column, previous, author, time, reason };
    return { ...cell.with(value), overrides: [...others, applied] };
  }, table);
}

/** The table as it was read from the print. */
export function printedPerformance({ overrides, ...table }: PerformanceTable): PerformanceTable {
  return (overrides ?? []).reduce<PerformanceTable>(
    (read, { row, column, previous }) => cellAt(read, row, column)?.with(previous) ?? read,
    table,
  );
}

const cellAt = (table: PerformanceTable, row: string, column: string) =>
  performanceCells(table).find((cell) => cell.row === row && cell.column === column);

export const isAt = (applied: Pick<AppliedPerformance, "row" | "column">, cell: PerformanceCell) =>
  applied.row === cell.row && applied.column === cell.column;
