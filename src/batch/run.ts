/** A run over many documents: plan → what is not done yet → engine → journal → collection → report. */
import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { JuesuanError } from "../model/index.js";
import { prepareOutput } from "../output/write.js";
import { writeCollection } from "./collection/write.js";
import { type Engine, localEngine } from "./engine.js";
import { sweepTemporaries } from "./file-store.js";
import type { Source } from "./inputs/source.js";
import type { Job, Outcome } from "./job.js";
import { Journal, type JournalEntry } from "./journal.js";
import type { ReadingOptions } from "./key.js";
import { lockFolder } from "./lock.js";
import { partKeys } from "./part.js";
import { type Planned, plan } from "./plan.js";
import type { Observer } from "./progress/events.js";
import { buildReport, type Report } from "./report/report.js";
import { writeReport } from "./report/write.js";
import { isLocal, openStore, type Store } from "./store.js";

/** Seconds and megabytes that one document may take when nothing else is said; scans of 100 pages stay under both. */
export const DEFAULT_LIMITS = { timeout: 600, memory: 2048 } as const;

export interface BatchOptions {
  /** Location that results go to: a folder, or what the store module opens. */
  readonly output: string;
  /** Local folder of the journal and of the collection while it is made; `output` itself when that is a folder. */
  readonly work?: string | undefined;
  readonly storeModule?: string | undefined;
  /** Documents at once; the number of cores when nothing is said. */
  readonly jobs?: number | undefined;
  readonly limits?: { readonly timeout: number; readonly memory: number } | undefined;
  readonly reading?: ReadingOptions | undefined;
  readonly retryFailed?: boolean | undefined;
  readonly engine?: Engine | undefined;
  readonly observer?: Observer | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A file with what became of it. */
export interface Result extends Planned {
  readonly outcome: Outcome;
  /** Of this run; 0 for what was done before. */
  readonly seconds: number;
  readonly attempts: number;
  readonly isSkipped: boolean;
}

/**
 * Reads every source once, goes on where an earlier run stopped, and writes the collection of all of them.
 * One document's fault ends that document only.
 * @returns what batch.json holds
 * @throws JuesuanError "usage" | "io" | "aborted"
 */
export async function runBatch(sources: readonly Source[], options: BatchOptions): Promise<Report> {
  const { storeModule, observer, signal = new AbortController().signal } = options;
  const work = workFolder(options);
  const started = Date.now();
  await prepareOutput(work);
  const release = await lockFolder(join(work, ".juesuan/lock"));
  const journal = await Journal.open(join(work, "journal.jsonl"));
  try {
    if (isLocal(options.output)) await prepareOutput(options.output);
    for (const folder of [work, join(work, ".juesuan/parts")]) await sweepTemporaries(folder);
    const output = await openStore(absolute(options.output), storeModule);
    const planned = await plan(sources, { ...options, output, done: journal.entries.values(), signal });
    const results = await readAll(planned, output, journal, { ...options, signal });
    stopIfAborted(signal);
    // A worker that was killed at work, or outlived its own killed run for a moment, leaves a half-written folder.
    if (isLocal(options.output)) await prepareOutput(options.output);
    observer?.collecting();
    const files = await writeCollection(results, output, work);
    const report = buildReport(results, { started, finished: Date.now() });
    const all = [...files, ...(await writeReport(report, work))];
    if (!isLocal(options.output)) await upload(all, work, output);
    observer?.done(report);
    return report;
  } finally {
    await journal.close();
    await release();
  }
}

async function readAll(
  planned: readonly Planned[],
  output: Store,
  journal: Journal,
  options: BatchOptions & { signal: AbortSignal },
): Promise<Result[]> {
  const { observer, signal, limits = DEFAULT_LIMITS } = options;
  const done = await stillDone(journal, output, options.retryFailed === true);
  const results = new Map<string, JournalEntry & { isSkipped: boolean }>();
  const jobs: Job[] = [];
  for (const item of planned) {
    if (item.unreadable || item.duplicateOf !== null) continue;
    const entry = done.get(item.key);
    // Under another name its folder is another document's by now.
    if (entry?.name === item.name) results.set(item.key, { ...entry, isSkipped: true });
    else jobs.push(jobOf(item, options));
  }
  const sourceOf = new Map(planned.map((item) => [item.key, item.source.shown]));
  const shown = (job: Job) => sourceOf.get(job.key) ?? job.source;
  const began = new Map<string, number>();
  const engine = options.engine ?? localEngine(options.jobs ?? availableParallelism(), limits);
  observer?.begun({ files: planned.length, documents: jobs.length, skipped: results.size });
  const unreadable = planned.flatMap((item) => (item.unreadable ? [{ item, outcome: item.unreadable }] : []));
  for (const { item, outcome } of unreadable) observer?.finished(item.source.shown, outcome, 0);
  const events = {
    started(job: Job) {
      began.set(job.key, Date.now());
      observer?.started(shown(job));
    },
    progress: (job: Job, page: number, pages: number) => observer?.progress(shown(job), page, pages),
    async finished(job: Job, outcome: Outcome, attempts: number) {
      const seconds = (Date.now() - (began.get(job.key) ?? Date.now())) / 1000;
      const { key, sha256, name } = job;
      const entry = { key, sha256, name, source: shown(job), outcome, seconds, attempts };
      if (!outcome.transient) await journal.append(entry);
      results.set(key, { ...entry, isSkipped: false });
      observer?.finished(entry.source, outcome, seconds);
    },
  };
  if (jobs.length > 0) await engine(jobs, events, signal);
  return planned.flatMap((item) => {
    const result = results.get(item.key);
    if (item.unreadable) return [{ ...item, outcome: item.unreadable, seconds: 0, attempts: 1, isSkipped: false }];
    if (!result) return []; // Only a run that was stopped leaves one out.
    const { outcome, seconds, attempts, isSkipped } = result;
    return [{ ...item, outcome, seconds: isSkipped ? 0 : seconds, attempts, isSkipped }];
  });
}

/** What the journal says is done, and still is: its rows are there, and its folder, which no other work wrote since. */
async function stillDone(journal: Journal, output: Store, retryFailed: boolean): Promise<Map<string, JournalEntry>> {
  const parts = await partKeys(output);
  const done = new Map<string, JournalEntry>();
  const writtenLast = new Map<string, string>();
  for (const [key, { outcome, name }] of journal.entries) if (outcome.written) writtenLast.set(name, key);
  for (const [key, entry] of journal.entries) {
    const { outcome, name } = entry;
    if (outcome.status === "failed" && retryFailed) continue;
    const isThere = async () => writtenLast.get(name) === key && holds(output, `${name}/document.json`);
    if (!outcome.written || (parts.has(key) && (await isThere()))) done.set(key, entry);
  }
  return done;
}

async function holds(store: Store, key: string): Promise<boolean> {
  for await (const found of store.list(key)) if (found === key) return true;
  return false;
}

function jobOf({ source, sha256, overrides, key, name }: Planned, { output, storeModule }: BatchOptions): Job {
  const { input } = source;
  const fileName = basename(source.key);
  return {
    key,
    name,
    sha256,
    overrides,
    fileName,
    source: source.key,
    input: absolute(input),
    output: absolute(output),
    storeModule,
  };
}

/** Workers have their own working folder, on a queue also their own machine. */
function absolute(location: string): string {
  return isLocal(location) && !location.startsWith("file://") ? resolve(location) : location;
}

function workFolder({ output, work }: BatchOptions): string {
  if (work !== undefined) return work;
  if (!isLocal(output) || output.startsWith("file://"))
    throw new JuesuanError("usage", `${output} is no folder: name a local one for the journal with --work`);
  return output;
}

async function upload(files: readonly string[], work: string, output: Store): Promise<void> {
  const { readFile } = await import("node:fs/promises");
  for (const file of files) await output.write(file, await readFile(join(work, file)));
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted)
    throw new JuesuanError("aborted", "stopped; a second run goes on from here", { cause: signal.reason });
}
