import type { Cell } from "../../model/index.js";
import { type PerfRow, printedText } from "./cells.js";
import { type Draft, type ExecutionColumns, type Headers, type IndicatorColumns, isOwn } from "./draft.js";
import { namesPartOfSum, readFields } from "./fields.js";
import { type GoalColumns, goalHeader, readGoal, readGoalBelow } from "./goals.js";
import { indicatorHeader, isBelowLevel, rowsFor, saysOneThing } from "./indicators.js";
import { moneyHeader, readExecution, readMoneyBehind } from "./money.js";
import { readRemarks } from "./remarks.js";
import { readTotal } from "./total.js";

/** The rest of a row that a page break cut: label cells blank, values below those they go on. */
function readRest(row: PerfRow, draft: Draft): boolean {
  const own = row.cells.filter((cell) => isOwn(row, cell) && printedText(cell) !== "");
  if (own.length === 0 || own.some((cell) => !draft.open.has(cell.column))) return false;
  for (const cell of own) draft.open.get(cell.column)?.(printedText(cell));
  return true;
}

function readRow(row: PerfRow, label: Cell | undefined, draft: Draft, headers: Headers): boolean {
  if (label === undefined) return false;
  return (
    readRest(row, draft) ||
    readGoal(row, label, draft) ||
    readTotal(row, label, draft, headers.indicators) ||
    readRemarks(row, label, draft) ||
    readFields(row, label, draft, headers)
  );
}

/** Reads the rows of a table in order; each answers one question. */
export function readRows(rows: readonly PerfRow[], draft: Draft): void {
  let execution: ExecutionColumns | null = null;
  let indicators: IndicatorColumns | null = null;
  let goal: GoalColumns | null = null;
  /** Cells of indicators, some of which reach into the rows below. */
  const above = new Set<Cell>();
  const push = (row: PerfRow, columns: IndicatorColumns): void => {
    rowsFor(draft).push({ row, columns });
    for (const cell of row.cells) if (isOwn(row, cell)) above.add(cell);
  };
  for (const row of rows) {
    // What a goal was and became stands in the row right below its columns, and nowhere else.
    const told: GoalColumns | null = goal;
    goal = null;
    const header = indicatorHeader(row);
    if (header !== null) {
      indicators = header;
      execution = null;
      draft.open.clear();
      continue;
    }
    if (indicators !== null && isBelowLevel(row, indicators, above)) {
      push(row, indicators);
      continue;
    }
    const isMoneyBehind: boolean = indicators === null && execution === null && readMoneyBehind(row, draft);
    const money: ExecutionColumns | null = isMoneyBehind ? null : moneyHeader(row, draft);
    if (money !== null) {
      execution = money;
      draft.open.clear();
      continue;
    }
    if (told !== null && readGoalBelow(row, told, draft)) continue;
    const label = row.cells.find((cell) => isOwn(row, cell));
    goal = goalHeader(row, label, draft);
    if (goal !== null) {
      execution = null;
      continue;
    }
    if (readRow(row, label, draft, { execution, indicators })) {
      if (label === undefined || !namesPartOfSum(label)) execution = null;
      continue;
    }
    if (execution !== null) {
      draft.execution ??= readExecution(row, execution, draft);
      continue;
    }
    if (indicators !== null && !saysOneThing(row, indicators)) push(row, indicators);
  }
}
