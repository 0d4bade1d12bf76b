/** What the two ends of the queue have in common. BullMQ on Redis or Valkey; docs/batch.md says why. */
import { JuesuanError } from "../../model/index.js";
import { generator } from "../../output/generator.js";

/** Workers of another version never see the jobs: their results would be others'. */
export function queueName(): string {
  return `documents-${generator().version}`;
}

/** Namespace of the keys in the database. */
export const PREFIX = "juesuan";

export async function loadBullMq(): Promise<typeof import("bullmq")> {
  try {
    return await import("bullmq");
  } catch (cause) {
    throw new JuesuanError("usage", "a queue needs BullMQ: npm install bullmq ioredis", { cause });
  }
}

/** Milliseconds between two tries to reach a server that is gone. */
const RETRY_EVERY = 1000;
/** Longest wait for a first answer, milliseconds. */
const PATIENCE = 10_000;

/**
 * A server that restarts in the middle of a run is waited for, until the signal says stop.
 * @param url redis://[[user]:password@]host[:port][/database], rediss:// for TLS
 */
export function connection(url: string, signal: AbortSignal) {
  const retryStrategy = () => (signal.aborted ? null : RETRY_EVERY);
  return { url, maxRetriesPerRequest: null, retryStrategy };
}

/**
 * Looks whether a server is there and lets us in; BullMQ would wait for one without end.
 * @throws JuesuanError "usage" | "io"
 */
export async function reach(url: string): Promise<void> {
  if (!/^rediss?:\/\/./.test(url)) throw new JuesuanError("usage", `${url} is no queue: write redis://host:6379`);
  const { Redis } = await import("ioredis");
  const probe = new Redis(url, {
    lazyConnect: true,
    retryStrategy: null,
    connectTimeout: PATIENCE,
    maxRetriesPerRequest: 0,
  });
  let reason = "";
  probe.on("error", (error: Error) => {
    reason ||= error.message; // The call's own error says only that the connection was closed.
  });
  try {
    await probe.connect();
    await probe.ping();
  } catch (cause) {
    reason ||= cause instanceof Error ? cause.message : String(cause);
    // Host and port only: the URL may hold a password.
    throw new JuesuanError("io", `no queue answers at ${new URL(url).host}: ${reason}`, { cause });
  } finally {
    probe.disconnect();
  }
}

/** Later errors of a connection are BullMQ's to mend; unheard, they would end the process. */
export function hushErrors(end: { on(event: "error", listener: () => void): unknown }): void {
  end.on("error", () => {});
}
