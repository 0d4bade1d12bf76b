import { existsSync, readFileSync } from "node:fs";
import type { CheckInput } from "../../src/checks/index.js";
import type { DocumentIdentity, Fact, FormTable, Section, TableColumn, TableRow } from "../../src/model/index.js";
import { factsOf, type Nested } from "./truth-facts.js";
import { declarationsOf, performanceOf, type TruthPerformance } from "./truth-performance.js";

const SHARED = new URL("../../../shared/", import.meta.url);

type TruthColumn = string | { key: string };

interface TruthTable extends Omit<FormTable, "rows" | "columns"> {
  columns: TruthColumn[] | Record<"income" | "expenditure", TruthColumn[]>;
  rows: (Partial<TableRow> & Pick<TableRow, "key" | "role" | "values">)[];
  pages?: number[];
}

interface TruthFact extends Omit<Partial<Fact>, "value"> {
  path: string;
  value: string | string[] | boolean | null;
  section?: string;
  /** Of an item's label: what the reader of the narrative states as facts of their own. */
  code?: string | null;
  classLabel?: string;
  sectionLabel?: string;
}

export interface TruthCheck {
  identity: string;
  instance: string;
  status: string;
}

export interface Truth {
  document: DocumentIdentity & { subordinateUnits?: string[] };
  tables: TruthTable[];
  narrative: { facts?: TruthFact[] } & Nested;
  performance?: TruthPerformance[];
  checks?: { failed: TruthCheck[]; rounding: TruthCheck[]; info: TruthCheck[] };
}

/** A JSON file of `shared/`, or null where that folder is absent. */
export function readShared<T>(path: string): T | null {
  const url = new URL(path, SHARED);
  if (!existsSync(url)) return null;
  return JSON.parse(readFileSync(url, "utf8"));
}

/** The truth file `shared/<path>`, or null. */
export const readTruth = (path: string): Truth | null => readShared<Truth>(path);

function columnsOf(columns: TruthTable["columns"]): TableColumn[] {
  const plain = (list: TruthColumn[]): TableColumn[] =>
    list.map((column) => ({ key: typeof column === "string" ? column : column.key, header: [] }));
  if (Array.isArray(columns)) return plain(columns);
  return [
    ...plain(columns.income).map((column) => ({ ...column, side: "income" as const })),
    ...plain(columns.expenditure).map((column) => ({ ...column, side: "expenditure" as const })),
  ];
}

const tableOf = (table: TruthTable): FormTable => ({
  ...table,
  emptyStatement: table.emptyStatement ?? null,
  pageStart: table.pageStart ?? table.pages?.[0] ?? 1,
  pageEnd: table.pageEnd ?? table.pages?.at(-1) ?? 1,
  columns: columnsOf(table.columns),
  rows: table.rows.map((row) => ({
    ...row,
    code: row.code ?? null,
    level: row.level ?? null,
    label: row.label ?? null,
    evidence: {},
  })),
});

const textOf = (value: TruthFact["value"]): string | null =>
  Array.isArray(value) ? value.join("、") : value === null ? null : String(value);

const plain = (path: string, value: string | null): Fact => ({
  path,
  value,
  unit: null,
  kind: "text",
  period: null,
  quote: "",
  page: 1,
  box: [0, 0, 0, 0],
});

function statedFacts(fact: TruthFact): Fact[] {
  const { code, classLabel, sectionLabel } = fact;
  const base = fact.path.replace(/\.label$/, "");
  const named: [string, string | null | undefined][] = [
    ["code", code],
    ["classLabel", classLabel],
    ["sectionLabel", sectionLabel],
  ];
  const about =
    base === fact.path ? [] : named.flatMap(([key, value]) => (value ? plain(`${base}.${key}`, value) : []));
  return [{ ...plain(fact.path, null), ...fact, value: textOf(fact.value) }, ...about];
}

function sectionsOf({ narrative, performance = [], document }: Truth): Section[] {
  const said = narrative.facts === undefined ? factsOf(narrative) : narrative.facts.flatMap(statedFacts);
  const facts = [...said, ...declarationsOf(performance, plain)];
  const units = (document.subordinateUnits ?? []).map((name, index) => ({
    no: String(index + 1),
    name,
    remark: null,
    page: 1,
  }));
  return [
    {
      id: "narrative",
      heading: null,
      level: 0,
      pageStart: 1,
      pageEnd: 1,
      paragraphs: [],
      sections: [],
      facts,
      unexplained: [],
      units,
    },
  ];
}

/** A truth as input of the checks: what the document prints, as if it had been read without a fault. */
export function inputOf(truth: Truth): CheckInput {
  return {
    document: truth.document,
    tables: truth.tables.map(tableOf),
    sections: sectionsOf(truth),
    performance: (truth.performance ?? []).map(performanceOf),
  };
}
