/** Compares tables with a truth, cell by cell, as shared/tools/score.py does. */
import type { FormTable, TableRow } from "../../src/model/index.js";

export interface TruthRow {
  readonly key?: string;
  readonly code?: string | null;
  readonly side?: string;
  readonly label?: string | null;
  readonly role?: string;
  readonly values: Readonly<Record<string, string | null>>;
  readonly printedAs?: { readonly label?: string };
  readonly notPrinted?: Readonly<Record<string, unknown>>;
}

export interface TruthTable {
  readonly id: string;
  readonly isEmpty?: boolean;
  readonly rows: readonly TruthRow[];
  readonly nonCanonical?: boolean;
  readonly imageOnly?: boolean;
}

export interface Comparison {
  readonly cells: number;
  readonly numeric: number;
  /** `table row column: expected → found`. */
  readonly wrong: readonly string[];
  /** Labels and codes that differ. */
  readonly labels: readonly string[];
}

const squash = (text: string | null | undefined) => (text ?? "").replace(/\s/g, "");
/** Trailing zeros do not count: 6.2 is 6.20. */
const canon = (value: string | null | undefined) =>
  value === null || value === undefined || value === ""
    ? null
    : value
        .replace(/[,，]/g, "")
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, "");

export function compareTables(truth: readonly TruthTable[], tables: readonly FormTable[]): Comparison {
  const wrong: string[] = [];
  const labels: string[] = [];
  let cells = 0;
  let numeric = 0;
  for (const expected of truth.filter((table) => !table.nonCanonical && !table.imageOnly)) {
    const found = tables.find((table) => table.id === expected.id);
    if (!found) {
      wrong.push(`${expected.id}: the table is missing`);
      continue;
    }
    const used = new Set<TableRow>();
    for (const row of expected.rows.filter((r) => r.role !== "placeholder")) {
      const match = findRow(row, found.rows, used);
      if (match) used.add(match);
      for (const [column, value] of Object.entries(row.values)) {
        if (row.notPrinted && column in row.notPrinted) continue;
        cells++;
        if (value !== null) numeric++;
        const got = match?.values[column];
        if (canon(value) !== canon(got))
          wrong.push(`${expected.id} ${row.key} ${column}: ${value} → ${match ? got : "no row"}`);
      }
      const printed = [squash(row.label), squash(row.printedAs?.label)];
      if (match && !printed.includes(squash(match.label)))
        labels.push(`${expected.id} ${row.key}: ${row.label} → ${match.label}`);
      if (match && row.code && match.code !== row.code) labels.push(`${expected.id} ${row.key}: code ${match.code}`);
    }
    for (const row of found.rows) {
      if (!used.has(row) && Object.values(row.values).some((v) => v !== null))
        wrong.push(`${expected.id} ${row.key}: not in the truth`);
    }
  }
  return { cells, numeric, wrong, labels };
}

function findRow(row: TruthRow, rows: readonly TableRow[], used: ReadonlySet<TableRow>): TableRow | undefined {
  const free = rows.filter((candidate) => !used.has(candidate) && (!row.side || candidate.side === row.side));
  return (
    free.find((candidate) => row.key && candidate.key === row.key) ??
    free.find((candidate) => row.code && candidate.code === row.code) ??
    free.find((candidate) => row.label && squash(candidate.label) === squash(row.label))
  );
}
