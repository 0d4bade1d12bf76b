import type { FormTable, TableRow } from "../model/index.js";
import type { FormId } from "./forms.js";
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

/** A cell, or a column of cells, of a form. */
export interface Term {
  form: FormId;
  rows: RowSelector;
  column: string;
  /** Taken instead when this is not printed: a 合计 row that a layout leaves out. */
  orElse?: Term;
}

/** One cell: the row with this key. */
export const cell = (form: FormId, key: string, column: string, orElse?: Term): Term => ({
  form,
  rows: { key },
  column,
  ...(orElse && { orElse }),
});

/** Several rows of one column. */
export const sumOf = (form: FormId, rows: RowSelector, column: string): Term => ({ form, rows, column });

/** The 合计 of a code form; where it prints none, its top rows. */
export const treeTotal = (form: FormId, column: string): Term =>
  cell(form, "total", column, sumOf(form, { roots: [""] }, column));

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
    unit: table.unit ?? context.document.amountUnit ?? "万元",
  };
}

/** A term's cells as operands; null when none is printed. `table` is the form to read when the identity lies within it. */
export function resolve(
  term: Term,
  context: Context,
  side: "left" | "right",
  table?: FormTable,
): EvaluatedOperand[] | null {
  const source = table?.id === term.form ? table : context.tables(term.form)[0];
  const found =
    source === undefined
      ? []
      : selectRows(source, term.rows).flatMap((row) => operandOf(source, row, term.column, context, side) ?? []);
  if (found.length > 0) return found;
  return term.orElse === undefined ? null : resolve(term.orElse, context, side, table);
}
