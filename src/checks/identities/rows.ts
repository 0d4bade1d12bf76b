import type { FormTable, TableRow } from "../../model/index.js";
import { evaluateSum } from "../evaluation.js";
import { operandOf } from "../select.js";
import type { Context, EvaluatedOperand, Evaluation, RuleHead, Tolerance } from "../types.js";

/** One equation between the columns of a row. */
export interface RowEquation {
  /** Follows the row's key in the instance, when a row has several equations. */
  name?: string;
  left: readonly string[];
  right: readonly string[];
}

const LEVEL: Readonly<Record<number, string>> = { 3: "类", 5: "款", 7: "项" };

/** `类 rows`, when all rows are of one level. */
function nounOf(rows: readonly TableRow[]): string {
  const levels = new Set(rows.map(({ code, level }) => level ?? LEVEL[code?.length ?? 0] ?? ""));
  const [level] = levels;
  return levels.size === 1 && level ? `${level} row${rows.length === 1 ? "" : "s"}` : "rows";
}

/** The columns of one row against each other; null when the layout prints one side only. */
export function evaluateRow(
  head: RuleHead,
  equation: RowEquation,
  table: FormTable,
  row: TableRow,
  context: Context,
  tolerance: Tolerance,
): Evaluation | null {
  const side = (columns: readonly string[], name: "left" | "right"): EvaluatedOperand[] =>
    columns.flatMap((column) => operandOf(table, row, column, context, name) ?? []);
  const left = side(equation.left, "left");
  const right = side(equation.right, "right");
  if (left.length === 0 || right.length === 0) return null;
  const instance = equation.name === undefined ? row.key : `${row.key} ${equation.name}`;
  return evaluateSum({ rule: head, instance, operands: [...left, ...right], tolerance });
}

/** A row's figure in one column against the figures of the rows beneath it. */
export function evaluateBeneath(
  head: RuleHead,
  instance: string,
  table: FormTable,
  parent: TableRow,
  children: readonly TableRow[],
  column: string,
  context: Context,
): Evaluation | null {
  const left = operandOf(table, parent, column, context, "left");
  const right = children.flatMap((row) => operandOf(table, row, column, context, "right") ?? []);
  if (left === null || right.length === 0) return null;
  return evaluateSum({
    rule: head,
    instance,
    operands: [left, ...right],
    tolerance: { kind: "perOperand" },
    noun: nounOf(children),
  });
}
