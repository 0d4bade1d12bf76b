import type { Disclosure, FormTable, TableRow, ValuesRow } from "../model/index.js";
import { csvText } from "./csv.js";
import { isRecognised } from "./recognised.js";
import { validated } from "./schemas.js";

/** OUTPUT.md's order. */
export const VALUES_COLUMNS = [
  "document",
  "form",
  "side",
  "row_key",
  "code",
  "level",
  "label",
  "role",
  "column",
  "value",
  "unit",
  "page",
  "x0",
  "y0",
  "x1",
  "y1",
  "source",
  "confidence",
  "text",
] as const satisfies readonly (keyof ValuesRow)[];

/**
 * Every column of every row of every recognised table, in the document's order; a blank cell gives empty fields.
 * @param document the document's name, i.e. of its output folder
 */
export function* valuesRows(disclosure: Pick<Disclosure, "tables">, document: string): Generator<ValuesRow> {
  for (const table of disclosure.tables) {
    if (!isRecognised(table)) continue;
    for (const row of table.rows) {
      for (const column of columnKeys(table, row)) yield valuesRow(document, table, row, column);
    }
  }
}

/**
 * The text of values.csv.
 * @throws SchemaError when a row breaks schema values-row
 */
export function valuesCsv(disclosure: Pick<Disclosure, "tables">, document: string): string {
  return csvText(VALUES_COLUMNS, validated("values-row", valuesRows(disclosure, document)));
}

/** The table's columns in order; of a two-sided form those of the row's side; then what the row holds beside them. */
function columnKeys(table: FormTable, row: TableRow): Set<string> {
  const keys = new Set<string>();
  for (const { key, side } of table.columns) {
    if (key in row.values || !side || !row.side || side === row.side) keys.add(key);
  }
  for (const key of Object.keys(row.values)) keys.add(key);
  return keys;
}

function valuesRow(document: string, table: FormTable, row: TableRow, column: string): ValuesRow {
  const evidence = row.evidence[column];
  const percent = table.columns.some(({ key, kind }) => key === column && kind === "percent");
  const [x0, y0, x1, y1] = evidence?.box.map(String) ?? [];
  return {
    document,
    form: table.id,
    side: row.side ?? "",
    row_key: row.key,
    code: row.code ?? "",
    level: row.level ?? "",
    label: row.label ?? "",
    role: row.role,
    column,
    value: row.values[column] ?? "",
    unit: percent ? "%" : (table.unit ?? ""),
    page: String(evidence?.page ?? row.page ?? ""),
    x0: x0 ?? "",
    y0: y0 ?? "",
    x1: x1 ?? "",
    y1: y1 ?? "",
    source: evidence?.source ?? "",
    confidence: String(evidence?.confidence ?? ""),
    text: evidence?.text ?? "",
  };
}
