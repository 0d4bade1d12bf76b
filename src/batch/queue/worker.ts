import type { Job, Outcome } from "../job.js";
import { Pool } from "../pool/pool.js";
import type { Limits } from "../pool/worker.js";
import { connection, hushErrors, loadBullMq, PREFIX, queueName, reach } from "./connection.js";

export interface QueueWorkerOptions {
  readonly url: string;
  /** Documents at once. */
  readonly jobs: number;
  readonly limits: Limits;
  /** Seconds of silence after which the documents of a machine go to others. */
  readonly lock: number;
  /** When it says stop, what is being read is finished first. */
  readonly signal: AbortSignal;
  readonly onReady?: (() => void) | undefined;
  readonly onFinished?: ((job: Job, outcome: Outcome, seconds: number) => void) | undefined;
  /** A try that did not work; the queue tries again, or makes it a dead letter. */
  readonly onRefused?: ((job: Job, reason: string) => void) | undefined;
  /** The worker's module, for tests. */
  readonly entry?: URL | undefined;
}

/** How often a document may take down its whole machine before it is a dead letter. */
const MOST_STALLS = 2;

/**
 * Serves a queue until the signal says stop. The reading is done in processes of its own, so that this one can always
 * tell the queue that it is alive: a document of an hour does not look like a dead machine.
 * @throws JuesuanError "io" when the queue does not answer
 */
export async function serveQueue(options: QueueWorkerOptions): Promise<void> {
  const { url, jobs, limits, lock, signal } = options;
  const { Worker } = await loadBullMq();
  await reach(url);
  const pool = new Pool(limits, options.entry);
  const worker = new Worker<Job, Outcome>(
    queueName(),
    async ({ data }) => {
      const began = Date.now();
      const outcome = await pool.run(data); // What it throws is the queue's to try again.
      options.onFinished?.(data, outcome, (Date.now() - began) / 1000);
      return outcome;
    },
    {
      connection: connection(url, signal),
      prefix: PREFIX,
      concurrency: jobs,
      lockDuration: lock * 1000,
      stalledInterval: lock * 1000,
      maxStalledCount: MOST_STALLS,
    },
  );
  worker.on("failed", (job, error) => {
    if (job) options.onRefused?.(job.data, error.message);
  });
  try {
    hushErrors(worker);
    await worker.waitUntilReady();
    options.onReady?.();
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
  } finally {
    await worker.close();
    await pool.close();
  }
}
