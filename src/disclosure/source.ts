/** A path, bytes or a stream → bytes with a name. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { JuesuanError } from "../model/error.js";

export type Source = string | Uint8Array | ReadableStream<Uint8Array> | NodeJS.ReadableStream;

export interface SourceBytes {
  readonly bytes: Uint8Array;
  /** Base name, for the output and for messages. */
  readonly name: string;
  readonly sha256: string;
}

/** Largest file that is taken on, bytes: a year's disclosure has 0.2–20 MB, scans up to some hundred. */
const LARGEST = 1 << 30;

/**
 * Reads the source whole.
 * @throws {JuesuanError} io (missing, a folder, no permission), limit, aborted
 */
export async function readSource(
  source: Source,
  fileName: string | undefined,
  signal?: AbortSignal,
): Promise<SourceBytes> {
  const name = fileName ?? (typeof source === "string" ? basename(source) : "document.pdf");
  stopIfAborted(signal);
  const bytes =
    typeof source === "string"
      ? await readPath(source)
      : source instanceof Uint8Array
        ? source
        : await readStream(source, name, signal);
  if (bytes.length > LARGEST) {
    throw new JuesuanError(
      "limit",
      `${name}: ${bytes.length} bytes are more than the program takes on (1 GiB); split the file`,
    );
  }
  return { bytes, name, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** @throws {JuesuanError} aborted */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new JuesuanError("aborted", "stopped on request", { cause: signal.reason });
}

async function readPath(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new JuesuanError("io", `${path}: ${ioReason(cause)}`, { cause });
  }
}

function ioReason(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  switch (code) {
    case "ENOENT":
      return "there is no such file; check the path";
    case "EISDIR":
      return "this is a folder, not a PDF; name the files in it, or read them all with juesuan batch";
    case "EACCES":
    case "EPERM":
      return "the file may not be read; check its permissions";
    case "ERR_FS_FILE_TOO_LARGE":
      return "the file is larger than the program takes on; split it";
    default:
      return `the file cannot be read (${cause instanceof Error ? cause.message : String(cause)})`;
  }
}

async function readStream(
  source: ReadableStream<Uint8Array> | NodeJS.ReadableStream,
  name: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of source) {
      stopIfAborted(signal);
      const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
      length += bytes.length;
      if (length > LARGEST) {
        throw new JuesuanError("limit", `${name}: the stream is longer than the program takes on (1 GiB)`);
      }
      chunks.push(bytes);
    }
  } catch (cause) {
    if (cause instanceof JuesuanError) throw cause;
    // A stream that the same signal stops fails with the signal's reason.
    stopIfAborted(signal);
    throw new JuesuanError("io", `${name}: ${ioReason(cause)}`, { cause });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
