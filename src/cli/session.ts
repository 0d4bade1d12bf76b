import { basename } from "node:path";
import { inspect } from "node:util";
import { JuesuanError } from "../model/index.js";
import { type Io, say } from "./io.js";

/** OUTPUT.md's exit codes, and the shell's for a run that was stopped. */
export const EXIT = { clean: 0, findings: 1, failed: 2, interrupted: 130, terminated: 143 } as const;

/** One call of the command: its world, its stop signal, and the worst that happened so far. */
export class Session {
  readonly io: Io;
  readonly #controller = new AbortController();
  #exit = 0;

  constructor(io: Io) {
    this.io = io;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get exitCode(): number {
    return this.#exit;
  }

  /** Keeps the worst code of all. */
  exit(code: number): void {
    this.#exit = Math.max(this.#exit, code);
  }

  /**
   * One line that says what went wrong; with JUESUAN_DEBUG=1 also the stack.
   * @param where the document as the caller wrote it; the library's messages have only its base name
   */
  fail(error: unknown, where?: string): void {
    if (this.signal.aborted) return; // Said once, by whoever stopped us.
    this.exit(EXIT.failed);
    say(this.io, `juesuan: ${describe(error, where)}`);
    if (this.io.env.JUESUAN_DEBUG === "1") this.io.stderr.write(`${inspect(error)}\n`);
  }

  stop(code: number): void {
    if (this.signal.aborted) return;
    this.exit(code);
    say(this.io, "juesuan: stopped; what was finished is kept, nothing is half-written");
    this.#controller.abort();
  }
}

function describe(error: unknown, where: string | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof JuesuanError) return named(message, where);
  return named(`a fault of juesuan, please report it: ${message} (JUESUAN_DEBUG=1 shows the stack)`, where);
}

/** Puts a document's full name in front of a message, or in the place of its base name there. */
export function named(message: string, where: string | undefined): string {
  if (where === undefined || message.includes(where)) return message;
  const name = basename(where);
  return message.startsWith(name) ? where + message.slice(name.length) : `${where}: ${message}`;
}
