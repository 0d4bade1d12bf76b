import { type Evidence, type FormTable, oncePer, type TableRow } from "../model/index.js";
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
  if ("key" in selector) {
    const row = realRows(table).find(({ key }) => key === selector.key);
    return row ? [row] : [];
  }
  if ("keyPrefix" in selector) return realRows(table).filter(({ key }) => key.startsWith(selector.keyPrefix));
  const begins = (row: TableRow, codes: readonly string[]): boolean =>
    codes.some((code) => (row.code ?? "").startsWith(code));
  if ("leaves" in selector) return leafRows(table).filter((row) => begins(row, [selector.leaves]));
  return codeForest(table)
    .map(({ row }) => row)
    .filter((row) => begins(row, selector.roots));
}

/** Headers by table, then by side and column. */
const headersOf = oncePer((_: FormTable) => new Map<string, string | null>());

/** The printed header of a column, for messages: its lowest row, above it what tells it from its neighbours. */
function headerOf(table: FormTable, column: string, row: TableRow): string | null {
  const ofTable = headersOf(table);
  const key = row.side === undefined ? column : `${row.side}|${column}`;
  let header = ofTable.get(key);
  if (header === undefined) {
    header = printedHeader(table, column, row.side);
    ofTable.set(key, header);
  }
  return header;
}

function printedHeader(table: FormTable, column: string, ofSide: TableRow["side"]): string | null {
  const mine = table.columns.filter(({ side }) => side === undefined || ofSide === undefined || side === ofSide);
  if (mine.length < 2) return null;
  const header = mine.find(({ key }) => key === column)?.header.filter((text) => text !== "") ?? [];
  return [...new Set(header)].slice(-2).join("/") || column;
}

/** The print of a cell that is no number and not blank either, and of which no person said what it is. */
const unreadableText = (evidence: Evidence | undefined): { unreadable: string } | null =>
  evidence && !evidence.override && parseCell(evidence.text).kind === "refuse" ? { unreadable: evidence.text } : null;

/** The unit of a table's amounts: as it prints, else the document's, else 万元 (SPEC §2.10). */
function unitOf({ unit }: FormTable, { document: { amountUnit } }: Context): string {
  if (unit !== null && amountUnitOf(unit) !== null) return unit;
  return amountUnit !== null && amountUnitOf(amountUnit) !== null ? amountUnit : "万元";
}

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
