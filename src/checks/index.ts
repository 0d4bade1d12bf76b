import type { Finding } from "../model/index.js";
import { RULES } from "./catalog.js";
import { contextOf } from "./context.js";
import { findingOf } from "./finding.js";
import { keyOf } from "./repair-equations.js";
import type { CheckInput, Evaluation } from "./types.js";

export { provedCells } from "./proved.js";
export { proposeRepairs, type Repair } from "./repair.js";
export { SURE } from "./repair-evidence.js";
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
  const { kind } = input.document;
  // The narrative's identities hold between the text and the nine forms: other kinds of report say other things.
  const sections = kind === null || kind === "final-accounts" ? (input.sections ?? []) : [];
  const context = contextOf({ ...input, sections });
  return RULES.flatMap((rule) => rule.evaluate(context));
}

/** What the identities find: failures with their severity, roundings as info. Values are never changed. */
export function checkDisclosure(input: CheckInput): Finding[] {
  return findingsOf(evaluate(input));
}

/** The findings among evaluations: what holds exactly, or has nothing to compare, gives none. */
export function findingsOf(evaluations: readonly Evaluation[]): Finding[] {
  return evaluations.flatMap((evaluation) => findingOf(evaluation) ?? []);
}

/** Which identities one cell takes part in. */
export interface CellIdentity {
  rule: string;
  instance: string;
  status: Evaluation["status"];
}

/**
 * For every printed cell (`table|row|column`) or statement (`path`) the identities that it takes part in and whether they hold.
 * Identities that found nothing to compare are left out.
 */
export function identitiesByPlace(evaluations: readonly Evaluation[]): Map<string, CellIdentity[]> {
  const byPlace = new Map<string, CellIdentity[]>();
  for (const { rule, instance, status, operands } of evaluations) {
    if (status === "notApplicable") continue;
    const keys = new Set(operands.flatMap((operand) => keyOf(operand) ?? operand.place.path ?? []));
    for (const key of keys) byPlace.set(key, [...(byPlace.get(key) ?? []), { rule, instance, status }]);
  }
  return byPlace;
}
