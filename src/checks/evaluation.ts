import { amountOf } from "./amount.js";
import { sumMessage } from "./message.js";
import { judge } from "./sum.js";
import type { EvaluatedOperand, Evaluation, RuleHead, Tolerance } from "./types.js";

export interface SumInput {
  rule: RuleHead;
  instance: string;
  operands: readonly EvaluatedOperand[];
  relation?: "=" | "<=";
  tolerance: Tolerance;
  /** What several right operands are called in messages; null to list them. */
  noun?: string | null;
  note?: string | null;
}

/** Evaluate one comparison of sums; null when all operands are blank, which says nothing. */
export function evaluateSum({
  rule,
  instance,
  operands,
  relation = "=",
  tolerance,
  noun = null,
  note = null,
}: SumInput): Evaluation | null {
  if (operands.every(({ value }) => amountOf(value) === null)) return null;
  const judged = judge(operands, relation, tolerance);
  const { left, right, difference } = judged;
  const lefts = operands.filter(({ side }) => side === "left");
  return {
    rule: rule.id,
    instance,
    status: judged.status,
    severity: judged.milder ?? rule.severity,
    relation,
    policy: tolerance,
    operands: [...operands],
    place: lefts[0]?.place ?? operands[0]?.place ?? {},
    actual: lefts.length === 1 ? (lefts[0]?.value ?? null) : left,
    expected: right,
    difference,
    tolerance: judged.tolerance,
    message: sumMessage({ operands, relation, left, right, difference, noun }),
    note: [judged.note, judged.status === "fail" ? note : null].filter((text) => text !== null).join("; ") || null,
  };
}

/** Evaluations of what is no comparison of sums: sets, words, blanks, percentages. */
export function statement(
  rule: RuleHead,
  input: Pick<Evaluation, "instance" | "status" | "message" | "place"> & Partial<Evaluation>,
): Evaluation {
  return {
    rule: rule.id,
    severity: rule.severity,
    relation: "logic",
    policy: null,
    operands: [],
    actual: null,
    expected: null,
    difference: null,
    tolerance: null,
    note: null,
    ...input,
  };
}

/** The one evaluation of a rule that finds nothing to compare. */
export function notApplicable(rule: RuleHead, why: string): Evaluation {
  return statement(rule, { instance: "", status: "notApplicable", place: {}, message: why, note: why });
}
