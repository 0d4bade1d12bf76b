import { sameFactor } from "./amount.js";
import { type Judgement, judge } from "./sum.js";
import type { EvaluatedOperand, Evaluation, Tolerance } from "./types.js";

/** `table|row|column` of a printed cell. */
export type CellKey = string;

/** What every cell is taken to say: as printed, or as proposed so far. */
export type Values = Pick<ReadonlyMap<CellKey, string | null>, "get" | "has">;

/** A comparison of sums as something to be solved. */
export interface Equation {
  rule: string;
  relation: "=" | "<=";
  policy: Tolerance;
  operands: readonly EvaluatedOperand[];
  /** It may give a cell its value: an equality of the forms' own figures. What the text says can only confirm. */
  determines: boolean;
  /** As printed. */
  holds: boolean;
}

export function keyOf({ place }: Pick<EvaluatedOperand, "place">): CellKey | null {
  const { table, row, column } = place;
  return table === undefined || row === undefined || column === undefined ? null : `${table}|${row}|${column}`;
}

const sameUnit = ([first, ...rest]: readonly EvaluatedOperand[]): boolean =>
  first !== undefined && rest.every(({ unit }) => sameFactor(unit, first.unit));

/** Whether the evaluation may be an equation that does not hold. */
export const mayFail = ({ relation, status }: Evaluation): boolean =>
  relation === "=" && (status === "fail" || status === "info");

/** Comparisons among evaluations; likenesses (severity info) prove nothing and are left out. */
export function equationsOf(evaluations: readonly Evaluation[]): Equation[] {
  return evaluations.flatMap(({ rule, relation, policy, operands, severity, status }) => {
    if (policy === null || severity === "info" || (relation !== "=" && relation !== "<=")) return [];
    const ofForms = operands.every(({ place }) => place.path === undefined);
    const determines = relation === "=" && ofForms && sameUnit(operands);
    return [{ rule, relation, policy, operands, determines, holds: status !== "fail" && status !== "info" }];
  });
}

/** The equation with the values taken so far. */
export function judgeWith({ operands, relation, policy }: Equation, values: Values): Judgement {
  const current = operands.map((operand) => {
    const key = keyOf(operand);
    return key !== null && values.has(key) ? { ...operand, value: values.get(key) ?? null } : operand;
  });
  return judge(current, relation, policy);
}
