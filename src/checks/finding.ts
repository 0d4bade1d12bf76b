import type { Finding } from "../model/index.js";
import type { Evaluation, Severity } from "./types.js";

/** A failing identity has its own severity; one that holds in a weaker sense is worth an info; one that holds is none. */
function severityOf({ status, severity }: Evaluation): Severity | null {
  if (status === "fail") return severity;
  return status === "rounding" || status === "info" ? "info" : null;
}

/** The finding that an evaluation gives rise to, or null. */
export function findingOf(evaluation: Evaluation): Finding | null {
  const severity = severityOf(evaluation);
  if (severity === null) return null;
  const { rule, message, place, actual, expected, tolerance, note } = evaluation;
  const operands = evaluation.operands.map((operand) => ({ place: operand.place, value: operand.value }));
  return { rule, severity, message, place, actual, expected, tolerance, operands, note };
}
