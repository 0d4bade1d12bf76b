import { existsSync, readFileSync } from "node:fs";
import type { CheckInput } from "../../src/checks/index.js";
import type {
  DocumentIdentity,
  Fact,
  FormTable,
  PerformanceTable,
  Section,
  TableColumn,
  TableRow,
} from "../../src/model/index.js";
import { factsOf, type Nested } from "./truth-facts.js";

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
  performance?: PerformanceTable[];
  checks?: { failed: TruthCheck[]; rounding: TruthCheck[]; info: TruthCheck[] };
}

/** The truth file `shared/<path>`, or null where the shared folder is absent. */
export function readTruth(path: string): Truth | null {
  const url = new URL(path, SHARED);
  if (!existsSync(url)) return null;
  return JSON.parse(readFileSync(url, "utf8"));
}

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

function sectionsOf(narrative: Truth["narrative"]): Section[] {
  const stated: Fact[] = (narrative.facts ?? []).map((fact) => ({
    unit: null,
    kind: "text",
    period: null,
    quote: "",
    page: 1,
    box: [0, 0, 0, 0],
    ...fact,
    value: textOf(fact.value),
  }));
  const facts = narrative.facts === undefined ? factsOf(narrative) : stated;
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
    },
  ];
}

/** A truth as input of the checks: what the document prints, as if it had been read without a fault. */
export function inputOf(truth: Truth): CheckInput {
  return {
    document: truth.document,
    tables: truth.tables.map(tableOf),
    sections: sectionsOf(truth.narrative),
    performance: [],
  };
}
