/** What each page was taken for, and why: for a maintainer who wants to see why a table failed. */
import { type ReadOptions, read, type Source } from "../pipeline.js";
import { type Inspection, inspectionOf } from "./describe.js";

export type { ColumnKey } from "./column-keys.js";
export type { InspectedPage, InspectedTable, Inspection } from "./describe.js";
export { inspectionText } from "./text.js";

export interface InspectOptions extends ReadOptions {
  /** Folder that gets a picture of each page that was read. */
  readonly overlay?: string | undefined;
  /** Told, in one line, what the pictures lack. */
  readonly onNotice?: ((line: string) => void) | undefined;
}

/** Reads the document as `extract` does and tells how it came about. Throws as `extract` does. */
export async function inspect(source: Source, options: InspectOptions = {}): Promise<Inspection> {
  const reading = await read(source, options);
  if (options.overlay !== undefined) {
    const { drawOverlays } = await import("./overlay/index.js");
    await drawOverlays(reading, options.overlay, options);
  }
  return inspectionOf(reading);
}
