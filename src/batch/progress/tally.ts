import type { Outcome } from "../job.js";

/** Where a run stands. */
export class Tally {
  readonly #now: () => number;
  #began: number;
  #total = 0;
  complete = 0;
  partial = 0;
  failed = 0;
  pages = 0;
  readonly #working = new Map<string, { since: number; page: number; pages: number }>();

  /** @param now milliseconds, for tests */
  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#began = now();
  }

  begin(total: number): void {
    this.#total = total;
    this.#began = this.#now();
  }

  start(source: string): void {
    this.#working.set(source, { since: this.#now(), page: 0, pages: 0 });
  }

  progress(source: string, page: number, pages: number): void {
    const known = this.#working.get(source);
    if (known) Object.assign(known, { page, pages });
  }

  finish(source: string, outcome: Outcome): void {
    this.#working.delete(source);
    this[outcome.status] += 1;
    this.pages += outcome.pages ?? 0;
  }

  get total(): number {
    return this.#total;
  }

  get done(): number {
    return this.complete + this.partial + this.failed;
  }

  get seconds(): number {
    return (this.#now() - this.#began) / 1000;
  }

  get pagesPerSecond(): number {
    return this.seconds > 0 ? this.pages / this.seconds : 0;
  }

  /** Seconds until all are done, at the pace so far; null while there is none. */
  get eta(): number | null {
    return this.done === 0 ? null : ((this.#total - this.done) * this.seconds) / this.done;
  }

  /** What is being read, the longest first. */
  get working(): { source: string; seconds: number; page: number; pages: number }[] {
    const now = this.#now();
    return [...this.#working]
      .map(([source, { since, page, pages }]) => ({ source, seconds: (now - since) / 1000, page, pages }))
      .sort((a, b) => b.seconds - a.seconds);
  }
}
