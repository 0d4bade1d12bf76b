import { findingOf } from "../../src/checks/finding.js";
import { evaluate } from "../../src/checks/index.js";
import type { RuleHead } from "../../src/checks/types.js";
import type { Finding } from "../../src/model/index.js";
import { type CompactInput, inputFrom } from "./compact.js";

/** What an example shows of a finding. */
type Shown = Pick<Finding, "severity" | "message" | "actual" | "expected" | "tolerance" | "note">;

/** The head that every page of `docs/rules` begins with, made from the catalogue. */
export function headOf({ id, severity, formula, tolerance }: RuleHead): string {
  return `# ${id}\n\n    ${formula}\n\nSeverity: ${severity}. Tolerance: ${tolerance}.\n`;
}

const BLOCK = /```json (input|findings)\n([\s\S]*?)\n```/g;

/** The examples of a page: every `json input` with the `json findings` that follows it. */
export function examplesOf(page: string): { input: CompactInput; findings: string }[] {
  const blocks = [...page.matchAll(BLOCK)].map(([, kind = "", text = ""]) => ({ kind, text }));
  return blocks.flatMap(({ kind, text }, index) => {
    const next = blocks[index + 1];
    return kind === "input" && next?.kind === "findings" ? [{ input: JSON.parse(text), findings: next.text }] : [];
  });
}

/** The rule's findings on an example, as a page shows them. */
export function findingsText(rule: string, input: CompactInput): string {
  const shown = evaluate(inputFrom(input))
    .filter((evaluation) => evaluation.rule === rule)
    .flatMap((evaluation): Shown[] => {
      const finding = findingOf(evaluation);
      if (finding === null) return [];
      const { severity, message, actual, expected, tolerance, note } = finding;
      return [{ severity, message, actual, expected, tolerance, note }];
    });
  return JSON.stringify(shown, null, 2);
}

/** The page with its head and findings as the catalogue and the checks give them; prose and inputs stay. */
export function refreshed(page: string, head: RuleHead): string {
  const prose = page.slice(page.indexOf("\nSeverity:"));
  const body = prose.slice(prose.indexOf("\n", 1) + 1);
  let input: CompactInput = {};
  const filled = body.replace(BLOCK, (block, kind: string, text: string) => {
    if (kind === "findings") return `\`\`\`json findings\n${findingsText(head.id, input)}\n\`\`\``;
    input = JSON.parse(text);
    return block;
  });
  return headOf(head) + filled;
}

/** `docs/rules/identities.md`: all rules in order. */
export function indexOf(rules: readonly RuleHead[]): string {
  const rows = rules.map(
    ({ id, severity, formula }) => `| [${id}](${id}.md) | ${severity} | ${formula.replaceAll("|", "\\|")} |`,
  );
  return `# Identities

What must hold between the figures that a disclosure prints, in the order in which findings are given. The forms are called 01
收入支出决算总表, 02 收入决算表, 03 支出决算表, 04 财政拨款收入支出决算总表, 05 一般公共预算财政拨款支出决算表, 06 …基本支出决算表,
07 政府性基金预算…, 08 国有资本经营预算…, 09 “三公”经费…, whatever number a document prints. Blank counts as 0. An amount in 万元 is rounded to 0.01, so every printed operand may be
0.005 off; 元 are exact. A difference within these bounds is a finding of severity info, beyond them it has the severity below.
A figure that is copied between forms and differs by exactly 0.01 is a warning with the note \`tail-plug\`. Values are never
changed: where the identities prove another value, it is proposed beside the printed one.

| rule | severity | what must hold |
| --- | --- | --- |
${rows.join("\n")}
`;
}
