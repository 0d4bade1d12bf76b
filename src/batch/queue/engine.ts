import { setTimeout as wait } from "node:timers/promises";
import type { Job as BullJob, Queue, QueueEvents } from "bullmq";
import pLimit from "p-limit";
import type { Engine, EngineEvents } from "../engine.js";
import { failedOutcome, type Job, type Outcome } from "../job.js";
import { sha256 } from "../key.js";
import { hasPart } from "../part.js";
import { openStore } from "../store.js";
import { connection, hushErrors, loadBullMq, PREFIX, queueName, reach } from "./connection.js";

export interface RetrySettings {
  /** How often a document is tried whose worker died or whose store refused. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubles with each. */
  readonly backOff: number;
}

export interface QueueSettings {
  readonly retries?: RetrySettings;
  /** Called when nobody serves the queue at the start: the run waits. */
  readonly noWorker?: () => void;
}

const RETRIES: RetrySettings = { attempts: 3, backOff: 1000 };

/** Documents in the queue at once, per run: enough for a hundred machines, and a stopped run leaves no more behind. */
const WINDOW = 1000;
/** After so long without word of a document, one looks, milliseconds: an event may be lost with a connection. */
const LOOK_EVERY = 30_000;
/** Longest that the farewell may take, milliseconds. */
const PATIENCE = 3000;
/** Seconds that a finished job stays for a run that was killed before it took the result. */
const KEPT = 7 * 24 * 3600;

/** Documents are read by whoever serves the queue. A document is in it once, however often the run is started again. */
export function queueEngine(url: string, { retries = RETRIES, noWorker }: QueueSettings = {}): Engine {
  return async (jobs, events, signal) => {
    const { Queue, QueueEvents } = await loadBullMq();
    await reach(url);
    const options = { connection: connection(url, signal), prefix: PREFIX };
    const queue = new Queue<Job, Outcome>(queueName(), options);
    const news = new QueueEvents(queueName(), options);
    const close = async () => {
      await atMost(Promise.all([queue.close(), news.close()]));
      // A server that is gone would be waited for.
      await atMost(Promise.all([queue.disconnect(), news.disconnect()]));
    };
    const stopped = new Promise<"stopped">((resolve) => signal.addEventListener("abort", () => resolve("stopped")));
    try {
      for (const end of [queue, news]) hushErrors(end);
      const byId = new Map(jobs.map((job) => [idOf(job), job]));
      news.on("active", ({ jobId }) => {
        const job = byId.get(jobId);
        if (job) events.started(job);
      });
      news.setMaxListeners(0);
      queue.setMaxListeners(0);
      if (noWorker && (await queue.getWorkersCount()) === 0) noWorker();
      const limit = pLimit(WINDOW);
      const all = jobs.map((job) => limit(() => (signal.aborted ? undefined : one(job, queue, news, events, retries))));
      await Promise.race([Promise.all(all), stopped]);
    } finally {
      await close();
    }
  };
}

async function one(
  job: Job,
  queue: Queue<Job, Outcome>,
  news: QueueEvents,
  events: EngineEvents,
  retries: RetrySettings,
): Promise<void> {
  await forgetUnusable(job, queue);
  const { attempts, backOff } = retries;
  const queued = await queue.add("read", job, {
    jobId: idOf(job),
    attempts,
    backoff: { type: "exponential", delay: backOff, jitter: 0.5 },
    removeOnComplete: { age: KEPT },
  });
  const outcome = await outcomeOf(queued, news, queue);
  const known = await queue.getJob(idOf(job));
  await events.finished(job, outcome, known?.attemptsStarted ?? 1);
  // It is in the journal now. A dead letter stays in the queue's failed set, with its reasons.
  if (outcome.reason?.code !== "crash") await known?.remove().catch(() => {});
}

/** A dead letter and a failure are tried again; a result whose files are gone is no result. */
async function forgetUnusable(job: Job, queue: Queue<Job, Outcome>): Promise<void> {
  const known = await queue.getJob(idOf(job));
  if (!known) return;
  const isDead = await known.isFailed();
  const isGone = known.returnvalue?.written && !(await hasPart(await openStore(job.output, job.storeModule), job.key));
  const hasFailed = known.returnvalue?.status === "failed";
  if (isDead || isGone || hasFailed) await known.remove();
}

async function outcomeOf(
  queued: BullJob<Job, Outcome>,
  news: QueueEvents,
  queue: Queue<Job, Outcome>,
): Promise<Outcome> {
  for (;;) {
    try {
      return await queued.waitUntilFinished(news, LOOK_EVERY);
    } catch (error) {
      // Failed for good, or only no word of it yet.
      const now = await queue.getJob(queued.id ?? "");
      if (!now) return failedOutcome("io", "the queue lost the document; run again");
      if (!(await now.isFailed())) continue;
      const reason = now.failedReason || String(error);
      return failedOutcome("crash", `dead letter after ${now.attemptsStarted} attempts: ${reason}`);
    }
  }
}

/** The same document for the same folder of the same output, whoever adds it. */
function idOf({ key, output, name }: Job): string {
  return sha256(`${key} ${output} ${name}`);
}

/** Nothing is lost with a farewell that fails, or takes too long. */
async function atMost(farewell: Promise<unknown>): Promise<void> {
  await Promise.race([farewell, wait(PATIENCE, undefined, { ref: false })]).catch(() => {});
}
