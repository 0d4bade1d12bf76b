import { csvLine } from "../../output/csv.js";
import type { QueryResult } from "./query.js";

/** A result as text, with its line ends. */
export function formatRows(result: QueryResult, format: "table" | "csv" | "json"): string {
  if (format === "csv") return [result.columns, ...result.rows.map(filled)].map(csvLine).join("");
  if (format === "json") return `[${objects(result).join(",\n")}]\n`;
  return table(result);
}

/** Numbers as JSON strings: a binary float could not hold them. */
function objects({ columns, rows }: QueryResult): string[] {
  return rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))));
}

function table({ columns, rows, numbers }: QueryResult): string {
  const lines = [columns, ...rows.map(filled)].map((row) => row.map((cell) => cell.replace(/\p{Cc}/gu, " ")));
  const widths = columns.map((_, at) => lines.reduce((most, line) => Math.max(most, width(line[at] ?? "")), 0));
  const text = lines.map((line) => line.map((cell, at) => pad(cell, widths[at] ?? 0, numbers.has(at))).join("  "));
  const rule = widths.map((columns) => "─".repeat(columns)).join("  ");
  return [text[0], rule, ...text.slice(1)].map((line) => `${line?.trimEnd()}\n`).join("");
}

function filled(row: readonly (string | null)[]): string[] {
  return row.map((cell) => cell ?? "");
}

function pad(cell: string, columns: number, isNumber: boolean): string {
  const space = " ".repeat(columns - width(cell));
  return isNumber ? space + cell : cell + space;
}

/** Columns on a screen: from Hangul on, characters count as two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += character >= "\u1100" ? 2 : 1;
  return columns;
}
