/** What batch.json holds: the run in numbers. */
import { generator } from "../../output/generator.js";
import type { ReasonCode } from "../job.js";
import type { Result } from "../run.js";

export interface Report {
  readonly generator: { readonly name: string; readonly version: string };
  readonly started: string;
  readonly finished: string;
  readonly seconds: number;
  /** Files that were given; the statuses add up to them. */
  readonly files: number;
  readonly complete: number;
  readonly partial: number;
  readonly failed: number;
  /** Files with the bytes of another, in the counts with that one's status. */
  readonly duplicates: number;
  /** Documents that an earlier run had done. */
  readonly skipped: number;
  /** Those of them that had failed. */
  readonly failedBefore: number;
  /** Of the documents that this run read. */
  readonly pages: number;
  readonly pagesPerSecond: number;
  readonly reasons: readonly { code: ReasonCode; count: number }[];
  readonly failures: readonly { source: string; code: ReasonCode; message: string }[];
  readonly slowest: readonly { source: string; seconds: number; pages: number | null }[];
  readonly findings: readonly { rule: string; severity: string; count: number; documents: number }[];
  readonly missingForms: readonly { form: string; documents: number }[];
}

const SLOWEST = 10;

/** @param clock milliseconds since 1970 */
export function buildReport(results: readonly Result[], clock: { started: number; finished: number }): Report {
  const own = results.filter(({ duplicateOf }) => duplicateOf === null);
  const read = own.filter(({ isSkipped }) => !isSkipped);
  const seconds = (clock.finished - clock.started) / 1000;
  const pages = read.reduce((sum, { outcome }) => sum + (outcome.pages ?? 0), 0);
  const failures = results.flatMap(({ source, outcome: { reason } }) =>
    reason ? [{ source: source.shown, ...reason }] : [],
  );
  const status = (name: string) => results.filter(({ outcome }) => outcome.status === name).length;
  return {
    generator: generator(),
    started: new Date(clock.started).toISOString(),
    finished: new Date(clock.finished).toISOString(),
    seconds,
    files: results.length,
    complete: status("complete"),
    partial: status("partial"),
    failed: status("failed"),
    duplicates: results.length - own.length,
    skipped: own.length - read.length,
    failedBefore: own.filter(({ isSkipped, outcome }) => isSkipped && outcome.status === "failed").length,
    pages,
    pagesPerSecond: seconds > 0 ? Math.round((pages / seconds) * 10) / 10 : 0,
    reasons: tally(failures.map(({ code }) => code)).map(([code, count]) => ({ code, count })),
    failures,
    slowest: [...read]
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, SLOWEST)
      .map(({ source, seconds, outcome }) => ({ source: source.shown, seconds, pages: outcome.pages })),
    findings: countFindings(own),
    missingForms: tally(own.flatMap(({ outcome }) => outcome.missing)).map(([form, documents]) => ({
      form,
      documents,
    })),
  };
}

function countFindings(results: readonly Result[]): Report["findings"] {
  const rules = new Map<string, { rule: string; severity: string; count: number; documents: number }>();
  for (const { outcome } of results) {
    for (const { rule, severity, count } of outcome.findings) {
      const known = rules.get(`${severity} ${rule}`) ?? { rule, severity, count: 0, documents: 0 };
      known.count += count;
      known.documents += 1;
      rules.set(`${severity} ${rule}`, known);
    }
  }
  return [...rules.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** How often each occurs, the most frequent first. */
function tally<T extends string>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
