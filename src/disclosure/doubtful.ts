/** Values of scanned tables that readings do not agree on: each is a finding, whatever was made of it. */
import { SURE } from "../checks/index.js";
import type { Evidence, Finding, FormTable } from "../model/index.js";
import { parseCell } from "../text/index.js";
import { canonical, isConfirmed } from "./readings.js";
import { finding } from "./status.js";

/** @param proved cells (`table|row|column`) that sums prove: what was read once is no longer in doubt */
export function doubtfulFindings(tables: readonly FormTable[], proved: ReadonlySet<string> = new Set()): Finding[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      Object.entries(row.evidence).flatMap(([column, evidence]) => {
        const isProved = !evidence.readings && proved.has(`${table.id}|${row.key}|${column}`);
        if (isProved || !isDoubtful(evidence)) return [];
        const { page, text } = evidence;
        return {
          ...finding(
            "ocr.doubtful",
            "warning",
            `${table.id}, ${row.label ?? row.key}, ${column}: "${text}" is doubtful: ${why(evidence)} (p. ${page}); compare it with the page`,
            { page, table: table.id, row: row.key, column },
          ),
          actual: text,
        };
      }),
    ),
  );
}

function isDoubtful({ source, text, confidence = 1, readings = [] }: Evidence): boolean {
  if (source !== "ocr") return false;
  const [first, ...again] = readings;
  // A blank that was read again holds ink, whatever was made of it.
  if (parseCell(text).kind === "blank") return again.length > 0;
  if (first === undefined) return confidence < SURE && parseCell(text).kind === "amount";
  return canonical(first.text) !== canonical(text) || !isConfirmed(text, again);
}

function why({ confidence, readings = [] }: Evidence): string {
  if (readings.length === 0) return `read with a confidence of ${confidence}`;
  return `it was read as ${[...new Set(readings.map(({ text }) => (text === "" ? "nothing" : `"${text}"`)))].join(", ")}`;
}
