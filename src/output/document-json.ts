import type { Disclosure, DisclosureDocument } from "../model/index.js";
import { safeName, uniqueNames } from "./file-names.js";

/**
 * document.json: the disclosure with its tables, sections and performance tables by reference.
 * References stand in the order of what they refer to; a form that occurs twice is `<id>.json` and `<id>-2.json`.
 */
export function documentJson(disclosure: Disclosure): DisclosureDocument {
  const table = uniqueNames();
  const section = uniqueNames();
  return {
    schemaVersion: disclosure.schemaVersion,
    generator: disclosure.generator,
    source: disclosure.source,
    document: disclosure.document,
    ...(disclosure.documents && { documents: disclosure.documents }),
    status: disclosure.status,
    toc: disclosure.toc,
    coverage: disclosure.coverage,
    tables: disclosure.tables.map(({ id, pageStart, pageEnd }) => {
      return { id, pageStart, pageEnd, file: `tables/${table(safeName(id, "table"))}.json` };
    }),
    sections: disclosure.sections.map(({ id, heading, pageStart, pageEnd }) => {
      return { id, heading, pageStart, pageEnd, file: `narrative/${section(safeName(id, "section"))}.json` };
    }),
    performance: disclosure.performance.map(({ id, title, pageStart, pageEnd }, index) => {
      return { id, title, pageStart, pageEnd, file: `performance/${index + 1}.json` };
    }),
    missing: disclosure.missing,
  };
}
