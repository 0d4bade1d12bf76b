import { fstatSync, writeFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { ioError, systemCode } from "../output/io-error.js";
import { type Library, loadLibrary } from "./library.js";

/** A stream that text goes to; `fd` where it is one of the process's own. */
export interface TextOutput extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly fd?: number;
}

/** All that a command touches of the world outside, so that tests can put their own in its place. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Data only. */
  readonly stdout: TextOutput;
  /** Progress, summaries, errors. */
  readonly stderr: TextOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly library: () => Promise<Library>;
}

export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, library: loadLibrary };
}

/**
 * Writes data to standard output, whole.
 * @returns false when the reader has gone away (`| head`): there is nobody to tell, the caller just stops
 * @throws JuesuanError "io", e.g. when the disk is full
 */
export async function print(io: Io, text: string): Promise<boolean> {
  try {
    await writeWhole(io.stdout, text);
    return true;
  } catch (error) {
    if (["EPIPE", "ERR_STREAM_DESTROYED"].includes(systemCode(error))) return false;
    throw ioError(error, "standard output");
  }
}

/** One line to standard error. */
export function say(io: Io, line: string): void {
  io.stderr.write(`${line.replace(/\s+/g, " ").trim()}\n`);
}

function writeWhole(stream: TextOutput, text: string): Promise<void> | void {
  // Node's own stream to a file drops the rest when the disk fills up in the middle of a write, and says nothing.
  if (stream.fd !== undefined && fstatSync(stream.fd).isFile()) return writeFileSync(stream.fd, text);
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
