import type { Cell } from "../../model/index.js";
import { cellAt, columnsOf, labelForm, type PerfRow, printedText, splitWeight } from "./cells.js";
import { type Draft, isOwn, keepPlace, textBehind } from "./draft.js";
import { GOAL, GOAL_COLUMNS } from "./labels.js";

export type GoalColumns = Partial<Record<keyof typeof GOAL_COLUMNS, number>>;

/** Begins a goal whose text and outcome stand below columns of their own, behind its label. Null where the row is no such header. */
export function goalHeader(row: PerfRow, label: Cell | undefined, draft: Draft): GoalColumns | null {
  if (label === undefined || !GOAL.test(labelForm(label))) return null;
  const behind = row.cells.filter((cell) => cell.column > label.column);
  const columns = columnsOf({ ...row, cells: behind }, GOAL_COLUMNS);
  if (columns.text === undefined) return null;
  draft.goals.push({ no: null, weight: splitWeight(label).weight, text: null, rows: [] });
  return columns;
}

/** The row right below the columns of a goal. False where there is no goal. */
export function readGoalBelow(row: PerfRow, columns: GoalColumns, draft: Draft): boolean {
  const last = draft.goals.at(-1);
  if (last === undefined) return false;
  last.text = printedText(cellAt(row, columns.text)) || null;
  last.outcome = printedText(cellAt(row, columns.outcome)) || null;
  for (const name of ["text", "outcome"] as const) {
    const cell = cellAt(row, columns[name]);
    if (cell && last[name] !== null) keepPlace(draft, `goals[${draft.goals.length}]`, name, cell);
  }
  return true;
}

/** A goal in one row with its label. */
export function readGoal(row: PerfRow, label: Cell, draft: Draft): boolean {
  const goal = GOAL.exec(labelForm(label));
  if (goal === null) return false;
  const no = goal[1] === undefined ? null : Number(goal[1]);
  const value = textBehind(row, label);
  draft.goals.push({ no, weight: splitWeight(label).weight, text: value === "" ? null : value, rows: [] });
  const cell = row.cells.find((one) => isOwn(row, one) && one.column > label.column && printedText(one) === value);
  if (cell && value !== "") keepPlace(draft, `goals[${draft.goals.length}]`, "text", cell);
  return true;
}
