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

/**
 * @param url redis://[[user]:password@]host[:port][/database], rediss:// for TLS
 * @throws JuesuanError "usage"
 */
export function connection(url: string): { url: string; maxRetriesPerRequest: null } {
  if (!/^rediss?:\/\/./.test(url)) throw new JuesuanError("usage", `${url} is no queue: write redis://host:6379`);
  // A server that restarts in the middle of a run is waited for.
  return { url, maxRetriesPerRequest: null };
}

interface Connecting {
  waitUntilReady(): Promise<unknown>;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/**
 * Waits for the first contact; later losses are BullMQ's to mend.
 * @throws JuesuanError "io" when nobody answers
 */
export async function reach(end: Connecting, url: string): Promise<void> {
  const refused = new Promise<never>((_, reject) => {
    end.on("error", reject); // Also keeps later ones from ending the process.
  });
  try {
    await Promise.race([end.waitUntilReady(), refused]);
  } catch (cause) {
    const { hostname, port } = new URL(url);
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    const where = port ? `${hostname}:${port}` : hostname; // Without the password.
    throw new JuesuanError("io", `no queue answers at ${where}: ${reason}`, { cause });
  }
}
