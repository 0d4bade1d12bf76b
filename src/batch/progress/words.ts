import type { Outcome } from "../job.js";
import type { Report } from "../report/report.js";

/** "complete, 30 pages, 2 errors, 0.8 s", "failed: not a PDF …". */
export function outcomeText(outcome: Outcome, seconds: number): string {
  if (outcome.reason) return `failed (${outcome.reason.code}): ${outcome.reason.message}`;
  const errors = outcome.findings.reduce((sum, { severity, count }) => sum + (severity === "error" ? count : 0), 0);
  const parts = [outcome.status, plural(outcome.pages ?? 0, "page")];
  if (errors > 0) parts.push(plural(errors, "error"));
  return [...parts, `${seconds.toFixed(1)} s`].join(", ");
}

/** The run in one line. */
export function reportText(report: Report): string {
  const { files, complete, partial, failed, duplicates, skipped, failedBefore, pages, pagesPerSecond, seconds } =
    report;
  const parts = [`${plural(files, "file")}: ${complete} complete, ${partial} partial, ${failed} failed`];
  if (duplicates > 0) parts.push(`${duplicates} with the bytes of another`);
  if (skipped > 0)
    parts.push(
      `${skipped} done before${failedBefore > 0 ? `, ${failedBefore} of them failed (--retry-failed reads those again)` : ""}`,
    );
  parts.push(`${plural(pages, "page")} in ${time(seconds)} (${pagesPerSecond} pages/s)`);
  return parts.join("; ");
}

export function time(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
