import type { Disclosure } from "../model/index.js";
import { documentJson } from "./document-json.js";
import { factsCsv } from "./facts-csv.js";
import { jsonText } from "./json.js";
import { validate } from "./schemas.js";
import { valuesCsv } from "./values-csv.js";

/** One file of a document's folder: its path inside, with "/", and its text. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** What OUTPUT.md puts into a document's folder, at its top. */
export const OUTPUT_ENTRIES: readonly string[] = [
  "document.json",
  "tables",
  "narrative",
  "performance",
  "findings.json",
  "values.csv",
  "facts.csv",
];

/**
 * Every file of a document, in OUTPUT.md's order, one at a time: a long document's texts together would fill the memory.
 * Each piece is held against its schema before the first file is given, the rows of a CSV when it is made.
 * @param document the document's name, i.e. of its folder
 * @throws SchemaError when a piece breaks its schema
 */
export function* outputFiles(disclosure: Disclosure, document: string): Generator<OutputFile> {
  validateDisclosure(disclosure);
  const references = documentJson(disclosure);
  yield { path: "document.json", text: jsonText(references) };
  yield* pieces(references.tables, disclosure.tables);
  yield* pieces(references.sections, disclosure.sections);
  yield* pieces(references.performance, disclosure.performance);
  yield { path: "findings.json", text: jsonText(disclosure.findings) };
  yield { path: "values.csv", text: valuesCsv(disclosure, document) };
  yield { path: "facts.csv", text: factsCsv(disclosure, document) };
}

/**
 * The whole disclosure as one JSON text, what `--stdout` prints: document.json with the things in place of the references.
 * @throws SchemaError when a piece breaks its schema
 */
export function disclosureJson(disclosure: Disclosure): string {
  validateDisclosure(disclosure);
  return jsonText(disclosure);
}

/**
 * Holds every piece of a disclosure against its schema.
 * @throws SchemaError naming the schema and the path inside the piece
 */
export function validateDisclosure(disclosure: Disclosure): void {
  validate("document", documentJson(disclosure));
  for (const table of disclosure.tables) validate("table", table);
  for (const section of disclosure.sections) validate("section", section);
  for (const performance of disclosure.performance) validate("performance", performance);
  for (const finding of disclosure.findings) validate("finding", finding);
}

function* pieces(references: readonly { file: string }[], values: readonly unknown[]): Generator<OutputFile> {
  for (const [index, { file }] of references.entries()) yield { path: file, text: jsonText(values[index]) };
}
