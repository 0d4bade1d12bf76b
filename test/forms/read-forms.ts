import { fileURLToPath } from "node:url";
import { read } from "../../src/pipeline.js";

export const CORPUS = new URL("../../../shared/corpus/", import.meta.url);

/** What the pipeline reads of a file of the corpus. */
export function readCorpus(path: string) {
  return read(fileURLToPath(new URL(path, CORPUS)));
}
