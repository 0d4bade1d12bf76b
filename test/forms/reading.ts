import { departmentFinalAccounts, type FormDefinition, readForms } from "../../src/forms/index.js";
import type { Finding, FormTable } from "../../src/model/index.js";
import { writtenFlow } from "../helpers/written-flow.js";

export const NINE = departmentFinalAccounts.forms;

export interface Read {
  readonly tables: readonly FormTable[];
  readonly table: FormTable;
  readonly findings: readonly Finding[];
  readonly why: string;
}

/** Reads a written document with the nine forms, or with others. The first table is `table`. */
export function readWritten(text: string, forms: readonly FormDefinition[] = NINE): Read {
  const { tables, findings } = readForms(writtenFlow(text), forms);
  const [first] = tables;
  if (!first) throw new Error("no table was read");
  return { tables: tables.map((reading) => reading.table), table: first.table, findings, why: first.why };
}

/** One row per line: key, side where there is one, label, values in the order of the columns. */
export function rowsOf(table: FormTable): (string | null)[][] {
  return table.rows.map((row) => [row.key, row.label, ...Object.values(row.values)]);
}

/** What the findings say, short. */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, place, actual }) =>
    [rule, severity, place.row ?? place.column ?? "", actual ?? ""].join(" ").trim(),
  );
}
