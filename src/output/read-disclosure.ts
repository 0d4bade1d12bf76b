import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Disclosure, JuesuanError } from "../model/index.js";
import type { OutputContract } from "../model/output.js";
import { readFindings, readPiece } from "./read-folder.js";

/**
 * The whole disclosure that a document's folder holds, each piece held against its schema.
 * @throws JuesuanError "io" when a piece is missing, no JSON, breaks its schema or lies outside the folder
 */
export async function readDisclosure(folder: string): Promise<Disclosure> {
  const { document, findings } = await readFindings(folder);
  const root = await realpath(folder);
  const pieces = <Name extends keyof OutputContract>(references: readonly { file: string }[], name: Name) =>
    Promise.all(references.map(async ({ file }) => readPiece(await inside(root, file), name)));
  return {
    ...document,
    tables: await pieces(document.tables, "table"),
    sections: await pieces(document.sections, "section"),
    performance: await pieces(document.performance, "performance"),
    findings,
  };
}

/** A document.json from elsewhere may name any file: only those of its own folder are read, also through links. */
async function inside(root: string, file: string): Promise<string> {
  const path = join(root, file);
  const real = await realpath(path).catch(() => path);
  if (real.startsWith(root + sep)) return real;
  throw new JuesuanError("io", `${path} lies outside the document's folder: extract the document again`);
}
