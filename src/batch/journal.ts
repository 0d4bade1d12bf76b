import { type FileHandle, open } from "node:fs/promises";
import { ioError } from "../output/io-error.js";
import type { Outcome } from "./job.js";

/** One finished document. */
export interface JournalEntry {
  readonly key: string;
  readonly sha256: string;
  /** The document's folder. */
  readonly name: string;
  readonly source: string;
  readonly outcome: Outcome;
  readonly seconds: number;
  readonly attempts: number;
}

/** Written into every line, so that a later version can tell lines that it does not know. */
const FORMAT = 1;

/**
 * Append-only record of what is done, one JSON line per document, on the disk before the document counts as done. A run
 * that is killed leaves at most one torn line at the end: it is cut off, the document is done again.
 */
export class Journal {
  readonly #file: FileHandle;
  readonly #path: string;
  /** Last entry of each key, as of the opening, in the order in which they were written. */
  readonly entries: ReadonlyMap<string, JournalEntry>;
  #tail: Promise<void> = Promise.resolve();

  private constructor(file: FileHandle, path: string, entries: ReadonlyMap<string, JournalEntry>) {
    this.#file = file;
    this.#path = path;
    this.entries = entries;
  }

  /** @throws JuesuanError "io" */
  static async open(path: string): Promise<Journal> {
    try {
      const file = await open(path, "a+");
      const text = await file.readFile("utf8");
      const whole = text.slice(0, text.lastIndexOf("\n") + 1);
      if (whole.length < text.length) await file.truncate(Buffer.byteLength(whole));
      return new Journal(file, path, readEntries(whole));
    } catch (error) {
      throw ioError(error, path);
    }
  }

  /** Resolves when the line is on the disk. */
  append(entry: JournalEntry): Promise<void> {
    const line = `${JSON.stringify({ format: FORMAT, ...entry })}\n`;
    const write = async () => {
      await this.#file.appendFile(line);
      await this.#file.datasync();
    };
    this.#tail = this.#tail.then(write).catch((error: unknown) => {
      throw ioError(error, this.#path);
    });
    return this.#tail;
  }

  async close(): Promise<void> {
    await this.#tail.catch(() => {});
    await this.#file.close();
  }
}

/** Lines that are no entries (a torn one in the middle, after a crash of the machine) are skipped: their documents are done again. */
function readEntries(text: string): Map<string, JournalEntry> {
  const entries = new Map<string, JournalEntry>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const entry = parseEntry(line);
    if (!entry) continue;
    entries.delete(entry.key);
    entries.set(entry.key, entry);
  }
  return entries;
}

function parseEntry(line: string): JournalEntry | undefined {
  try {
    const value: Partial<JournalEntry> & { format?: number } = JSON.parse(line);
    const { format, key, sha256, name, source, outcome, seconds, attempts } = value;
    if (format !== FORMAT || !key || !sha256 || !name || !outcome) return undefined;
    return { key, sha256, name, source: source ?? "", outcome, seconds: seconds ?? 0, attempts: attempts ?? 1 };
  } catch {
    return undefined;
  }
}
