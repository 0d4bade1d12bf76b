import type { Finding } from "../model/index.js";
import { RULES } from "./catalog.js";
import { contextOf } from "./context.js";
import { findingOf } from "./finding.js";
import type { CheckInput, Evaluation } from "./types.js";

export type {
  CheckInput,
  EvaluatedOperand,
  Evaluation,
  Relation,
  RuleHead,
  Severity,
  Status,
  Tolerance,
} from "./types.js";
export { RULES };

/**
 * Every instance of every identity on one disclosure, in the order of the catalogue and of the document,
 * with its operands, their places and whether it holds. A rule with nothing to compare gives one `notApplicable`.
 */
export function evaluate(input: CheckInput): Evaluation[] {
  const context = contextOf(input);
  return RULES.flatMap((rule) => rule.evaluate(context));
}

/** What the identities find: failures with their severity, roundings as info. Values are never changed. */
export function checkDisclosure(input: CheckInput): Finding[] {
  return evaluate(input).flatMap((evaluation) => findingOf(evaluation) ?? []);
}
