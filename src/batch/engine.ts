import pLimit from "p-limit";
import { JuesuanError } from "../model/index.js";
import { failedOutcome, type Job, type Outcome } from "./job.js";
import { Pool } from "./pool/pool.js";
import { type Limits, WorkerDied } from "./pool/worker.js";

export interface EngineEvents {
  started(job: Job): void;
  progress(job: Job, page: number, pages: number): void;
  /** The run waits for it: what it records is on the disk before the next document is begun in its place. */
  finished(job: Job, outcome: Outcome, attempts: number): Promise<void>;
}

/** What has many documents read: processes of this machine, or a queue. */
export type Engine = (jobs: readonly Job[], events: EngineEvents, signal: AbortSignal) => Promise<void>;

/**
 * Processes of this machine. A document whose worker dies is tried once more when all others are done, alone: then
 * neither another document nor the memory that it takes can be the reason.
 * @param entry the worker's module, for tests
 */
export function localEngine(count: number, limits: Limits, entry?: URL): Engine {
  return async (jobs, events, signal) => {
    const pool = new Pool(limits, entry);
    const stop = () => void pool.close();
    signal.addEventListener("abort", stop);
    try {
      const limit = pLimit(count);
      const suspects: Job[] = [];
      const attempt = async (job: Job, attempts: number) => {
        if (signal.aborted) return;
        events.started(job);
        const outcome = await outcomeOf(pool, job, events, attempts);
        if (signal.aborted) return; // Killed by us, not by itself.
        if (outcome) await events.finished(job, outcome, attempts);
        else suspects.push(job);
      };
      await allOrFirstError(jobs, limit, (job) => attempt(job, 1));
      for (const job of suspects) await attempt(job, 2);
    } finally {
      signal.removeEventListener("abort", stop);
      await pool.close();
    }
  };
}

/** Undefined for a document that deserves a second try. */
async function outcomeOf(pool: Pool, job: Job, events: EngineEvents, attempts: number): Promise<Outcome | undefined> {
  try {
    return await pool.run(job, (page, pages) => events.progress(job, page, pages));
  } catch (error) {
    if (error instanceof JuesuanError && error.code === "io") return failedOutcome("io", error.message);
    if (!(error instanceof WorkerDied)) throw error;
    return attempts > 1 ? failedOutcome("crash", `${error.message}, twice`) : undefined;
  }
}

/** Ends with the first error, begins nothing after it. */
async function allOrFirstError(
  jobs: readonly Job[],
  limit: ReturnType<typeof pLimit>,
  run: (job: Job) => Promise<void>,
): Promise<void> {
  let failed = false;
  const guarded = async (job: Job) => {
    if (failed) return;
    try {
      await run(job);
    } catch (error) {
      failed = true;
      limit.clearQueue();
      throw error;
    }
  };
  await Promise.all(jobs.map((job) => limit(guarded, job)));
}
