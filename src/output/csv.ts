/**
 * CSV after RFC 4180: UTF-8 without byte order mark, a header line, every line ended by CRLF, fields quoted only where
 * they hold a comma, a quote or a line break. Readers of the field (Python csv, pandas, DuckDB, Excel's import) take it as it is.
 */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<Readonly<Record<Column, string>>>,
): string {
  const lines = [csvLine(columns)];
  for (const row of rows) lines.push(csvLine(columns.map((column) => row[column])));
  return lines.join("");
}

/** One line, with its end. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(field).join(",")}\r\n`;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
