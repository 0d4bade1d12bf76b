/** Values of scanned tables that readings do not agree on: each is a finding, whatever was made of it. */
import { SURE } from "../checks/index.js";
import type { Evidence, Finding, FormTable } from "../model/index.js";
import { parseCell } from "../text/index.js";
import { canonical, isConfirmed } from "./readings.js";
import { finding } from "./status.js";

/** @param isProved whether sums prove a cell (`table|row|column`): what was read once is no longer in doubt then */
export function doubtfulFindings(
  tables: readonly FormTable[],
  isProved: (key: string) => boolean = () => false,
): Finding[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      Object.entries(row.evidence).flatMap(([column, evidence]) => {
        if (!isDoubtful(evidence)) return [];
        if (!evidence.readings && isProved(`${table.id}|${row.key}|${column}`)) return [];
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
