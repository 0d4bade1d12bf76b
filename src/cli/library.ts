import type { Disclosure } from "../model/index.js";

export interface ExtractOptions {
  password?: string;
  pages?: readonly [first: number, last: number][];
  signal?: AbortSignal;
  onProgress?: (progress: { phase: string; page: number; pages: number }) => void;
  fileName?: string;
}
export type Source = string | Uint8Array | ReadableStream<Uint8Array> | NodeJS.ReadableStream;

/** The one thing that a command calls. */
export interface Library {
  extract(source: Source, options?: ExtractOptions): Promise<Disclosure>;
  inspect(source: Source, options?: ExtractOptions & { overlay?: string }): Promise<unknown>;
}

/** Loads the rooms that do the work; not before a command needs them, so that `--help` is quick. */
export async function loadLibrary(): Promise<Library> {
  return await import(new URL("../pipeline.js", import.meta.url).href);
}
