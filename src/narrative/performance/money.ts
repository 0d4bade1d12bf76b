import type { Cell, PerformanceExecution } from "../../model/index.js";
import { cellAt, columnsOf, labelForm, type PerfRow, printedText, splitWeight } from "./cells.js";
import { type Draft, decimal, type ExecutionColumns, isOwn, keepPlace } from "./draft.js";
import { EXECUTION_COLUMNS, type ExecutionColumn, MONEY_BEFORE_VALUE } from "./labels.js";

/** 预算数 | 50.00 | 执行数 | 48.50: names of the money with their amounts right behind them. */
function moneyBehind(row: PerfRow): [name: ExecutionColumn, amount: string, value: Cell][] {
  return row.cells.flatMap((cell, at): [ExecutionColumn, string, Cell][] => {
    const value = row.cells[at + 1];
    const amount = isOwn(row, cell) && value !== undefined ? decimal(printedText(value)) : null;
    if (amount === null || value === undefined) return [];
    const text = labelForm(cell).replace(/:$/u, "");
    const name = Object.keys(MONEY_BEFORE_VALUE).find((key) => isMoney(key) && MONEY_BEFORE_VALUE[key].test(text));
    return name !== undefined && isMoney(name) ? [[name, amount, value]] : [];
  });
}

const isMoney = (name: string): name is ExecutionColumn => Object.hasOwn(MONEY_BEFORE_VALUE, name);

const blockWeight = (row: PerfRow): string | null =>
  splitWeight(row.cells.find((cell) => splitWeight(cell).weight !== null)).weight;

/** Takes the money of a row in which it stands behind its names. False where there is none. */
export function readMoneyBehind(row: PerfRow, draft: Draft): boolean {
  const behind = moneyBehind(row);
  if (behind.length === 0) return false;
  for (const [name, amount, value] of behind) {
    if (draft.money.has(name)) continue;
    draft.money.set(name, amount);
    keepPlace(draft, "execution", name, value);
  }
  draft.executionWeight ??= blockWeight(row);
  return true;
}

/** The columns of the money, where the row is their header. */
export function moneyHeader(row: PerfRow, draft: Draft): ExecutionColumns | null {
  const columns = columnsOf(row, EXECUTION_COLUMNS);
  if (columns.budget === undefined && columns.openingBudget === undefined) return null;
  if (columns.executed === undefined) return null;
  draft.executionWeight = blockWeight(row);
  return columns;
}

/** The row right below an execution header, with the money. */
export function readExecution(row: PerfRow, columns: ExecutionColumns, draft: Draft): PerformanceExecution {
  const value = (name: ExecutionColumn, as = name): string | null => {
    const cell = cellAt(row, columns[name]);
    const amount = cell === undefined ? null : decimal(printedText(cell));
    if (cell && amount !== null) keepPlace(draft, "execution", as, cell);
    return amount;
  };
  const first = Math.min(...Object.values(columns));
  const label = row.cells.findLast((cell) => isOwn(row, cell) && cell.column < first && printedText(cell) !== "");
  return {
    label: label === undefined ? null : printedText(label),
    budget: value("budget") ?? value("openingBudget", "budget"),
    executed: value("executed"),
    ratePct: value("ratePct"),
    weight: value("weight") ?? draft.executionWeight,
    score: value("score"),
  };
}

/** The money of a table in which it stands behind its names. */
export function inlineExecution({ money, executionWeight }: Draft): PerformanceExecution {
  const value = (name: ExecutionColumn): string | null => money.get(name) ?? null;
  const budget = value("budget") ?? value("openingBudget");
  const executed = value("executed");
  if (budget === null && executed === null) return null;
  return {
    label: null,
    budget,
    executed,
    ratePct: value("ratePct"),
    weight: value("weight") ?? executionWeight,
    score: value("score"),
  };
}
