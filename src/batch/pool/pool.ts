import type { Job, Outcome } from "../job.js";
import { type Limits, Worker } from "./worker.js";

const ENTRY = new URL("./worker-main.js", import.meta.url);

/** Worker processes, started when there is work for them; one that is gone is replaced. */
export class Pool {
  readonly #limits: Limits;
  readonly #entry: URL;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  constructor(limits: Limits, entry = ENTRY) {
    this.#limits = limits;
    this.#entry = entry;
  }

  /** Has one document read; as many at once as the caller asks for. Throws as `Worker.run` does. */
  async run(job: Job, onProgress?: (page: number, pages: number) => void): Promise<Outcome> {
    const worker = this.#take();
    try {
      return await worker.run(job, onProgress);
    } finally {
      if (worker.isGone) this.#all.delete(worker);
      else this.#idle.push(worker);
    }
  }

  /** Ends all, in the middle of what they do. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.stop()));
    this.#all.clear();
    this.#idle.length = 0;
  }

  #take(): Worker {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (!idle.isGone) return idle;
      this.#all.delete(idle);
    }
    const worker = new Worker(this.#entry, this.#limits);
    this.#all.add(worker);
    return worker;
  }
}
