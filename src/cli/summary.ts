import { isLeftOut } from "../disclosure/pages-left-out.js";
import type { Disclosure, Finding } from "../model/index.js";
import { isRecognised } from "../output/recognised.js";

/** "partial, 8 of 9 forms, 2 errors, 1 warning → out/x": what a person wants to know of one document. */
export function summary(disclosure: Disclosure, where: string): string {
  const found = new Set(disclosure.tables.filter(isRecognised).map((table) => table.id)).size;
  const promised = found + disclosure.missing.length;
  const unrecognised = disclosure.tables.filter((table) => !isRecognised(table)).length;
  const parts: string[] = [disclosure.status];
  if (disclosure.findings.some(isLeftOut)) {
    parts.push(`${count(found, "form")} on the pages that were read`);
  } else if (promised > 0) parts.push(`${found} of ${promised} forms`);
  if (unrecognised > 0) parts.push(count(unrecognised, "unrecognised table"));
  return `${[...parts, ...findings(disclosure)].join(", ")} → ${where}`;
}

/** Why a document failed: its first error, else its first finding. */
export function failure({ findings }: { findings: readonly Finding[] }): string {
  return (
    (findings.find((finding) => finding.severity === "error") ?? findings[0])?.message ?? "nothing usable was found"
  );
}

function findings(disclosure: Disclosure): string[] {
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const n = disclosure.findings.filter((finding) => finding.severity === severity).length;
    if (n === 0) return [];
    return [severity === "info" ? `${n} info` : count(n, severity)];
  });
  return parts.length > 0 ? parts : ["no findings"];
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
