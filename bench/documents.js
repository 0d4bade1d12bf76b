/** The documents that are measured. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SAMPLE = join(import.meta.dirname, "../samples/wuhan-2024/wuhan-2024.pdf");

/** Folders of the corpus whose documents have a text layer. */
const WITH_TEXT = ["department", "layouts", "government", "budget", "pairs"];

/** The sample, and the documents of the corpus that have a text layer. */
export function textDocuments(corpus) {
  return [SAMPLE, ...WITH_TEXT.flatMap((folder) => documentsIn(corpus, folder))];
}

/** The PDFs in one folder of the corpus; none when it is not there. */
export function documentsIn(corpus, folder) {
  const path = join(corpus, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith(".pdf"))
    .map((file) => join(path, file));
}
