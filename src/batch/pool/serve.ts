import type { Job, Outcome } from "../job.js";
import type { Order, Reply } from "./messages.js";

/** Progress of a document is told at most so often, milliseconds: a page takes a few. */
const PROGRESS_EVERY = 250;

export type Handler = (job: Job, onProgress: (page: number, pages: number) => void) => Promise<Outcome>;

/**
 * Makes this process a worker: takes jobs from its parent, one at a time, until the parent goes.
 * The parent's end, however it came, is this process's end.
 */
export function serve(handler: Handler): void {
  // A terminal sends Ctrl-C to the whole group; the parent decides what becomes of us.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => {});
  process.on("disconnect", () => process.exit(0));
  process.on("message", (order: Order) => void answer(handler, order.job));
  reply({ type: "ready" });
}

async function answer(handler: Handler, job: Job): Promise<void> {
  let last = 0;
  const onProgress = (page: number, pages: number) => {
    const now = Date.now();
    if (now - last < PROGRESS_EVERY) return;
    last = now;
    reply({ type: "progress", page, pages });
  };
  try {
    reply({ type: "done", outcome: await handler(job, onProgress) });
  } catch (error) {
    reply({ type: "refused", message: error instanceof Error ? error.message : String(error) });
  }
}

function reply(message: Reply): void {
  process.send?.(message, () => {}); // A parent that is gone shows as "disconnect".
}
