import type { extract } from "../pipeline.js";

export type { ExtractOptions, Source } from "../pipeline.js";

/** What a command calls. */
export interface Library {
  readonly extract: typeof extract;
}

/** Loads the rooms that do the work; not before a command needs them, so that `--help` is quick. */
export function loadLibrary(): Promise<Library> {
  return import("../pipeline.js");
}
