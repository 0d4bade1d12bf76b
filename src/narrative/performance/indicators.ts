import type { Cell, PerformanceIndicator } from "../../model/index.js";
import { cellAt, indicatorColumns, type PerfRow, printedText, splitWeight } from "./cells.js";
import { type Draft, decimal, type IndicatorColumns, type IndicatorRow, isOwn } from "./draft.js";
import { assignLevels, type LevelCell } from "./levels.js";
import { readMeasure } from "./measure.js";

/** The columns of the indicators, where the row is their header. */
export function indicatorHeader(row: PerfRow): IndicatorColumns | null {
  const columns = indicatorColumns(row);
  if (columns.level1 === undefined) return null;
  return columns.name === undefined && columns.level2 === undefined ? null : columns;
}

/** Whether a level of an indicator above reaches into the row, and no label of its own lies across the levels. */
export function isBelowLevel(
  row: PerfRow,
  { level1, level2, name }: IndicatorColumns,
  above: ReadonlySet<Cell>,
): boolean {
  const reached = [level1, level2].map((column) => cellAt(row, column)).some((cell) => cell && above.has(cell));
  const label = cellAt(row, name);
  return reached && label !== undefined && (!isOwn(row, label) || label.column === name);
}

/** One label across the levels, or one value across name and measures: the row says one thing, and it is no indicator. */
export function saysOneThing(row: PerfRow, { level1, name, target, actual }: IndicatorColumns): boolean {
  const label = cellAt(row, name);
  const across = [level1, target, actual].some((column) => column !== undefined && cellAt(row, column) === label);
  return across && row.cells.filter((cell) => isOwn(row, cell) && printedText(cell) !== "").length <= 2;
}

/** Numbered or weighted goals have indicators of their own; below the one goal of all, they are the table's. */
export function rowsFor(draft: Draft): IndicatorRow[] {
  const goal = draft.goals.at(-1);
  return goal === undefined || (goal.no === null && goal.weight === null) ? draft.rows : goal.rows;
}

/** The weight of an indicator: its own column, or in its name. */
function weightOf({ row, columns }: IndicatorRow): string | null {
  const own = cellAt(row, columns.weight);
  return own === undefined ? splitWeight(cellAt(row, columns.name)).weight : decimal(printedText(own));
}

function levelCell({ row, columns }: IndicatorRow, name: "level1" | "level2"): LevelCell {
  const cell = cellAt(row, columns[name]);
  const { label, weight } = splitWeight(cell);
  return { label, weight, start: cell?.row ?? row.row };
}

type Boxes = NonNullable<PerformanceIndicator["boxes"]>;

/** Where its values are printed; a weight that has no column of its own stands in the cell of what it weighs. */
function boxesOf({ row, columns }: IndicatorRow, page: number): Boxes {
  const boxes: Boxes = {};
  const keep = (key: string, column: number | undefined, isThere = (cell: Cell) => printedText(cell) !== "") => {
    const cell = cellAt(row, column);
    if (cell && cell.page === page && isThere(cell)) boxes[key] = [...cell.box];
  };
  const isWeighed = (cell: Cell) => splitWeight(cell).weight !== null;
  for (const key of ["level1", "level2", "name", "target", "actual", "score"] as const) keep(key, columns[key]);
  keep("level1Weight", columns.level1, isWeighed);
  keep("level2Weight", columns.level2, isWeighed);
  if (columns.weight === undefined) keep("weight", columns.name, isWeighed);
  else keep("weight", columns.weight);
  return boxes;
}

export function readIndicators(all: readonly IndicatorRow[]): PerformanceIndicator[] {
  const rows = all.filter(({ row, columns }) => printedText(cellAt(row, columns.name)) !== "");
  const weights = rows.map(weightOf);
  const level1 = assignLevels(
    rows.map((row) => levelCell(row, "level1")),
    weights,
  );
  const level2 = assignLevels(
    rows.map((row) => levelCell(row, "level2")),
    weights,
  );
  return rows.map(({ row, columns }, at): PerformanceIndicator => {
    const name = cellAt(row, columns.name);
    const text = (column: number | undefined): string => printedText(cellAt(row, column));
    const page = name?.page ?? row.page;
    return {
      level1: level1[at]?.label ?? null,
      level1Weight: level1[at]?.weight ?? null,
      level2: level2[at]?.label ?? null,
      level2Weight: level2[at]?.weight ?? null,
      name: splitWeight(name).label,
      weight: weights[at] ?? null,
      target: readMeasure(text(columns.target)),
      actual: readMeasure(text(columns.actual)),
      score: decimal(text(columns.score)),
      page,
      ...(name === undefined ? {} : { box: [...name.box] }),
      boxes: boxesOf({ row, columns }, page),
    };
  });
}
