import { amountOf } from "./amount.js";
import { nameOf, sumMessage } from "./message.js";
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

/** Evaluate one comparison of sums. When nothing is printed it says nothing: `notApplicable`, with its operands. */
export function evaluateSum({
  rule,
  instance,
  operands,
  relation = "=",
  tolerance,
  noun = null,
  note = null,
}: SumInput): Evaluation {
  const judged = judge(operands, relation, tolerance);
  const lefts = operands.filter(({ side }) => side === "left");
  const comparison = {
    rule: rule.id,
    instance,
    severity: judged.milder ?? rule.severity,
    relation,
    policy: tolerance,
    operands: [...operands],
    place: lefts[0]?.place ?? operands[0]?.place ?? {},
  };
  if (operands.every(({ value }) => amountOf(value) === null)) {
    const why = operands.some(({ unreadable }) => unreadable !== undefined) ? UNREADABLE : BLANK;
    const nothing = { actual: null, expected: null, difference: null, tolerance: null };
    return { ...comparison, ...nothing, status: "notApplicable", message: why, note: why };
  }
  return {
    ...comparison,
    status: judged.status,
    // Nearly all identities hold, and nobody reads what of those: figures are put into words when they are asked for.
    get actual() {
      return lefts.length === 1 ? (lefts[0]?.value ?? null) : judged.left;
    },
    get expected() {
      return judged.right;
    },
    get difference() {
      return judged.difference;
    },
    get tolerance() {
      return judged.tolerance;
    },
    get message() {
      return sumMessage({ ...judged, operands, relation, noun });
    },
    note: joined([judged.note, ...(judged.status === "fail" ? [note, unreadableNote(operands)] : [])]),
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
