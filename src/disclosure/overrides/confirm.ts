/** Findings that a person confirmed in the source: they stay, and say so. */
import type { Confirmation, Finding } from "../../model/index.js";
import { applied, stale } from "./findings.js";
import { type Decision, placeName } from "./in-force.js";
import { otherDocument, type Read } from "./places.js";

/** The findings with their confirmations; and for each confirmation a finding: `override.applied`, `override.stale`. */
export function withConfirmations(
  findings: readonly Finding[],
  decisions: readonly Decision[],
  read: Pick<Read, "source" | "document">,
): { confirmed: Finding[]; told: Finding[] } {
  const confirmed = [...findings];
  const told: Finding[] = [];
  for (const decision of decisions) {
    const { override } = decision;
    if (override.kind !== "finding") continue;
    const { author, time, reason } = override;
    const fits = findings.flatMap((finding, index) => (isOf(finding, override) ? [index] : []));
    for (const index of fits) {
      const finding = findings[index];
      if (finding) confirmed[index] = { ...finding, confirmed: { author, time, reason } };
    }
    const why = otherDocument(override.document, read);
    told.push(why === null && fits.length > 0 ? applied(decision) : stale(decision, why ?? "there is no such finding"));
  }
  return { confirmed, told };
}

function isOf(finding: Finding, confirmation: Confirmation): boolean {
  return (
    finding.rule === confirmation.rule &&
    finding.actual === confirmation.actual &&
    finding.expected === confirmation.expected &&
    placeName(finding.place) === placeName(confirmation.place)
  );
}
