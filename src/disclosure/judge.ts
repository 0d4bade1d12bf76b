/** Checks what was read, with people's corrections in it: identities, proposals, doubts, and what became of the corrections. */
import { evaluate, findingsOf, proposeRepairs, provedCells } from "../checks/index.js";
import type { Disclosure, Finding, Override } from "../model/index.js";
import { doubtfulFindings } from "./doubtful.js";
import { withLabelProposals } from "./label-proposals.js";
import { withCorrections } from "./overrides/apply.js";
import { withConfirmations } from "./overrides/confirm.js";
import { stale } from "./overrides/findings.js";
import { idleWithdrawals, inForce } from "./overrides/in-force.js";
import { judgeable } from "./pages-left-out.js";
import { withProposals } from "./proposals.js";

export type Unjudged = Pick<Disclosure, "source" | "document" | "tables" | "sections" | "performance">;

export interface JudgeOptions {
  readonly overrides?: readonly Override[] | undefined;
  readonly applyProposals?: boolean | undefined;
}

/** @param ofTheReading findings that do not hang on the values, in front of the others */
export function judge(
  read: Unjudged,
  ofTheReading: readonly Finding[],
  { overrides = [], applyProposals = false }: JudgeOptions = {},
): Pick<Disclosure, "tables" | "sections" | "performance" | "findings"> {
  const decisions = inForce(overrides);
  const corrected = withCorrections(read, decisions);
  const { document } = read;
  const { sections, performance } = corrected;
  const held = judgeable({ tables: corrected.tables, sections, performance }, ofTheReading, read.source.pages);
  const evaluations = evaluate({ document, ...held });
  const repairs = proposeRepairs(evaluations, corrected.tables);
  const repaired = withProposals(corrected.tables, repairs, applyProposals);
  const { tables, findings: labels } = withLabelProposals(repaired.tables, applyProposals);
  const findings = [
    ...ofTheReading,
    ...findingsOf(evaluations),
    ...doubtfulFindings(tables, (key) => provedCells(evaluations).has(key)),
    ...repaired.findings,
    ...labels,
  ];
  const { confirmed, told } = withConfirmations(findings, decisions, read);
  const idle = idleWithdrawals(overrides).map((one) => stale(one, "no such entry stands before it"));
  return { tables, sections, performance, findings: [...confirmed, ...corrected.findings, ...told, ...idle] };
}
