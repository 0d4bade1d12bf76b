import type { Place } from "../model/index.js";
import { amountOf } from "./amount.js";
import { nameOf, sumMessage } from "./message.js";
import { type Judgement, judge } from "./sum.js";
import type { EvaluatedOperand, Evaluation, RuleHead, Severity, Status, Tolerance } from "./types.js";

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

const BLANK = "all operands are blank";
const UNREADABLE = "no operand could be read";

/** Operands whose print is no number count as 0 like blanks; a comparison that fails says so. */
const unreadableNote = (operands: readonly EvaluatedOperand[]): string | null => {
  const texts = operands.flatMap((operand) =>
    operand.unreadable === undefined ? [] : `${nameOf(operand)} “${operand.unreadable}”`,
  );
  return texts.length === 0 ? null : `could not be read, counted as 0: ${texts.join(", ")}`;
};

const joined = (notes: readonly (string | null)[]): string | null =>
  notes.filter((text) => text !== null).join("; ") || null;

/** A comparison of sums. Its figures are put into words when they are asked for. */
class Comparison implements Evaluation {
  readonly rule: string;
  readonly instance: string;
  readonly severity: Severity;
  readonly status: Status;
  readonly relation: "=" | "<=";
  readonly policy: Tolerance;
  readonly operands: EvaluatedOperand[];
  readonly note: string | null;
  private readonly noun: string | null;

  constructor(
    { rule, instance, operands, relation = "=", tolerance, note = null, noun = null }: SumInput,
    private readonly judged: Judgement,
  ) {
    this.rule = rule.id;
    this.instance = instance;
    this.severity = judged.milder ?? rule.severity;
    this.status = judged.status;
    this.relation = relation;
    this.policy = tolerance;
    this.operands = [...operands];
    this.note = judged.status === "fail" ? joined([judged.note, note, unreadableNote(operands)]) : judged.note;
    this.noun = noun;
  }

  get place(): Place {
    return placeOf(this.operands);
  }
  get actual(): string | null {
    const [first, ...more] = this.operands.filter(({ side }) => side === "left");
    return first && more.length === 0 ? first.value : this.judged.left;
  }
  get expected(): string {
    return this.judged.right;
  }
  get difference(): string {
    return this.judged.difference;
  }
  get tolerance(): string {
    return this.judged.tolerance;
  }
  get message(): string {
    const { left, right, difference } = this.judged;
    const { operands, relation, noun } = this;
    return sumMessage({ operands, relation, left, right, difference, noun });
  }
}

const placeOf = (operands: readonly EvaluatedOperand[]): Place =>
  (operands.find(({ side }) => side === "left") ?? operands[0])?.place ?? {};

/** Evaluate one comparison of sums. When nothing is printed it says nothing: `notApplicable`, with its operands. */
export function evaluateSum(input: SumInput): Evaluation {
  const { rule, instance, operands, relation = "=", tolerance } = input;
  if (operands.some(({ value }) => amountOf(value) !== null))
    return new Comparison(input, judge(operands, relation, tolerance));
  const why = operands.some(({ unreadable }) => unreadable !== undefined) ? UNREADABLE : BLANK;
  return statement(rule, {
    instance,
    status: "notApplicable",
    relation,
    policy: tolerance,
    operands: [...operands],
    place: placeOf(operands),
    message: why,
    note: why,
  });
}

/** The evaluation with another status and note. */
export function restated(evaluation: Evaluation, status: Status, note: string): Evaluation {
  const { rule, instance, severity, relation, policy, operands, place } = evaluation;
  const { actual, expected, difference, tolerance, message } = evaluation;
  const figures = { actual, expected, difference, tolerance, message };
  return { rule, instance, severity, relation, policy, operands, place, ...figures, status, note };
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
