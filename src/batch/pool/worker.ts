import { type ChildProcess, fork } from "node:child_process";
import { JuesuanError } from "../../model/index.js";
import { failedOutcome, type Job, type Outcome } from "../job.js";
import { residentMemory } from "./memory.js";
import type { Reply } from "./messages.js";

export interface Limits {
  /** Seconds that a document may take. */
  readonly timeout: number;
  /** Megabytes that a worker may hold. */
  readonly memory: number;
}

/**
 * A worker is one core: collecting and compiling happen in its own thread. With V8's helper threads two workers on two cores
 * wait for each other's helpers, and a document costs a fifth more CPU (bench/NOTES.md).
 */
const ONE_CORE = "--single-threaded";
/** How often a worker's memory is looked at, milliseconds: a PDF engine can take some 100 MB in that time, not GB. */
const WATCH_EVERY = 200;
/** Of its standard error, so much is kept to tell why it died, characters. */
const KEPT_ERRORS = 4000;
/** Share of the memory limit that a worker may still hold after a document; else the next would answer for it. */
const RETIRE_ABOVE = 0.5;

/** A worker that ended of itself in the middle of a document. */
export class WorkerDied extends Error {
  override readonly name = "WorkerDied";
}

/** One worker process, seen from its parent. */
export class Worker {
  readonly #child: ChildProcess;
  readonly #limits: Limits;
  readonly #ended: Promise<string>;
  readonly #ready: Promise<void>;
  #errors = "";
  #onReply: ((reply: Reply) => void) | undefined;
  #isGone = false;

  /** @param entry the module that serves; `serve()` in it takes the jobs */
  constructor(entry: URL, limits: Limits) {
    this.#limits = limits;
    // The child's own flags only: a debugger's port or a test runner's loader are the parent's.
    const execArgv = [ONE_CORE, `--max-old-space-size=${limits.memory}`];
    this.#child = fork(entry, { execArgv, stdio: ["ignore", "ignore", "pipe", "ipc"] });
    this.#child.stderr?.on("data", (text: Buffer) => {
      this.#errors = (this.#errors + text.toString("utf8")).slice(-KEPT_ERRORS);
    });
    this.#child.on("message", (reply: Reply) => this.#onReply?.(reply));
    this.#ready = new Promise((resolve) => this.#child.once("message", () => resolve()));
    this.#ended = new Promise((resolve) => {
      this.#child.once("error", (error) => resolve(error.message));
      // "close" comes when standard error is read to its end as well.
      this.#child.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    void this.#ended.then(() => {
      this.#isGone = true;
    });
  }

  /** Not to be used again. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /**
   * Has one document read. A limit that is broken ends the process, and is the document's outcome.
   * @throws WorkerDied; JuesuanError "io" when a store refused
   */
  async run(job: Job, onProgress: (page: number, pages: number) => void = () => {}): Promise<Outcome> {
    await Promise.race([this.#ready, this.#ended]); // The start of the process is not the document's time.
    let broken: Outcome | undefined;
    let isRunning = true;
    const end = (outcome: Outcome) => {
      if (!isRunning) return;
      broken ??= outcome;
      this.#child.kill("SIGKILL");
    };
    const { timeout, memory } = this.#limits;
    const late = () =>
      end(failedOutcome("timeout", `it took longer than ${timeout} s; raise --timeout and add --retry-failed`));
    const timer = setTimeout(late, Math.min(timeout * 1000, LONGEST_TIMER));
    const watch = setInterval(async () => {
      if ((await this.#memory()) > memory * 2 ** 20) end(failedOutcome("memory", tooMuch(memory)));
    }, WATCH_EVERY);
    try {
      const answer = new Promise<Outcome>((resolve, reject) => {
        this.#onReply = (reply) => {
          if (reply.type === "progress") onProgress(reply.page, reply.pages);
          else if (reply.type === "done") resolve(reply.outcome);
          else if (reply.type === "refused") reject(new JuesuanError("io", reply.message));
        };
      });
      const death = this.#ended.then((how): Outcome => {
        if (broken) return broken;
        if (/heap out of memory|Allocation failed/.test(this.#errors)) return failedOutcome("memory", tooMuch(memory));
        throw new WorkerDied(`the worker died (${how})${lastLine(this.#errors)}`);
      });
      this.#child.send({ job }, () => {}); // A dead child is told by `death`.
      const outcome = await Promise.race([answer, death]);
      if ((await this.#memory()) > memory * 2 ** 20 * RETIRE_ABOVE) await this.stop();
      return outcome;
    } finally {
      isRunning = false;
      clearTimeout(timer);
      clearInterval(watch);
      this.#onReply = undefined;
    }
  }

  /** Ends the process, at once. */
  async stop(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  async #memory(): Promise<number> {
    const { pid } = this.#child;
    return (pid === undefined ? undefined : await residentMemory(pid)) ?? 0;
  }
}

/** A timer that is set for longer goes off at once, milliseconds (25 days). */
const LONGEST_TIMER = 2 ** 31 - 1;

function tooMuch(memory: number): string {
  return `it needs more than ${memory} MB of memory; raise --memory and add --retry-failed`;
}

function lastLine(errors: string): string {
  const line = errors
    .trim()
    .split("\n")
    .findLast((text) => /\S/.test(text) && !/^\s+at |^Node\.js v/.test(text));
  return line ? `: ${line.trim().slice(0, 200)}` : "";
}
