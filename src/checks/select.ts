import type { Evidence, FormTable, TableRow } from "../model/index.js";
import { parseCell } from "../text/number.js";
import { amountUnitOf } from "../text/units.js";
import { codeForest, leafRows, realRows } from "./tree.js";
import type { Context, EvaluatedOperand } from "./types.js";

/** Which rows of a table an identity adds up. */
export type RowSelector =
  | { key: string }
  | { keyPrefix: string }
  /** Rows with no printed row above them, of codes that begin with one of these; [""] for all. */
  | { roots: readonly string[] }
  /** Rows with no printed row below them, of codes that begin so. */
  | { leaves: string };

export function selectRows(table: FormTable, selector: RowSelector): TableRow[] {
  if ("key" in selector)
    return realRows(table)
      .filter(({ key }) => key === selector.key)
      .slice(0, 1);
  if ("keyPrefix" in selector) return realRows(table).filter(({ key }) => key.startsWith(selector.keyPrefix));
  const begins = (row: TableRow, codes: readonly string[]): boolean =>
    codes.some((code) => (row.code ?? "").startsWith(code));
  if ("leaves" in selector) return leafRows(table).filter((row) => begins(row, [selector.leaves]));
  return codeForest(table)
    .map(({ row }) => row)
    .filter((row) => begins(row, selector.roots));
}

/** The printed header of a column, for messages: its lowest row, above it what tells it from its neighbours. */
function headerOf(table: FormTable, column: string, row: TableRow): string | null {
  const mine = table.columns.filter(({ side }) => side === undefined || row.side === undefined || side === row.side);
  if (mine.length < 2) return null;
  const header = mine.find(({ key }) => key === column)?.header.filter((text) => text !== "") ?? [];
  return [...new Set(header)].slice(-2).join("/") || column;
}

/** The print of a cell that is no number and not blank either, and of which no person said what it is. */
const unreadableText = (evidence: Evidence | undefined): { unreadable: string } | null =>
  evidence && !evidence.override && parseCell(evidence.text).kind === "refuse" ? { unreadable: evidence.text } : null;

/** The unit of a table's amounts: as it prints, else the document's, else 万元 (SPEC §2.10). */
const unitOf = (table: FormTable, context: Context): string =>
  [table.unit, context.document.amountUnit].find((unit) => unit !== null && amountUnitOf(unit) !== null) ?? "万元";

/** A cell as an operand; null when the layout has no such cell (a blank cell is one). */
export function operandOf(
  table: FormTable,
  row: TableRow,
  column: string,
  context: Context,
  side: "left" | "right",
): EvaluatedOperand | null {
  const value = row.values[column];
  if (value === undefined) return null;
  const header = headerOf(table, column, row);
  const page = row.evidence[column]?.page ?? row.page ?? table.pageStart;
  return {
    side,
    place: { page, table: table.id, row: row.key, column },
    value,
    label: row.label ?? row.key,
    header,
    unit: unitOf(table, context),
    ...(value === null && unreadableText(row.evidence[column])),
  };
}
