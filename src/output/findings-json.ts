import { addCounts, type CheckedDocument, countFindings } from "./checked.js";
import { jsonText } from "./json.js";

/** A document of which nothing could be read, and why. */
export interface Unread {
  readonly name: string;
  readonly message: string;
}

/** The findings as JSON: every finding as in findings.json, under its document, with the counts of what is shown. */
export function findingsJson(documents: readonly CheckedDocument[], unread: readonly Unread[]): string {
  return jsonText({
    documents: documents.map(({ name, source, status, findings }) => ({ document: name, source, status, findings })),
    unread: unread.map(({ name, message }) => ({ document: name, message })),
    counts: documents.map(({ findings }) => countFindings(findings)).reduce(addCounts, countFindings([])),
  });
}
