import type { CheckInput } from "../../src/checks/index.js";
import type {
  DocumentIdentity,
  Fact,
  FormTable,
  PerformanceIndicator,
  PerformanceMeasure,
  PerformanceTable,
  Section,
  TableRow,
} from "../../src/model/index.js";

/** `[key, label, values]`, or `[key, label, values, page]` for a row of a later page. */
export type CompactRow =
  | [string, string | null, Record<string, string | null>]
  | [string, string | null, Record<string, string | null>, number];

/** A table with no more than an example needs; the rest follows from its keys. */
export interface CompactTable {
  id: string;
  page?: number;
  unit?: string;
  emptyStatement?: string;
  rows: CompactRow[];
}

/** `[path, value]`, `[path, value, unit]` or `[path, value, unit, quote]`. */
export type CompactFact =
  | [string, string | null]
  | [string, string | null, string | null]
  | [string, string | null, string | null, string];

/** A 绩效自评表 with no more than an example needs. */
export interface CompactPerformance extends Partial<Omit<PerformanceTable, "execution" | "indicators" | "goals">> {
  id: string;
  execution?: Partial<NonNullable<PerformanceTable["execution"]>>;
  goals?: { weight: string; indicators: CompactIndicator[] }[];
  indicators?: CompactIndicator[];
}

type CompactIndicator = Partial<Omit<PerformanceIndicator, "target" | "actual">> & {
  target?: CompactMeasure;
  actual?: CompactMeasure;
};

/** `[raw, value, unit, comparator]`. */
type CompactMeasure = [string, string, string, (">=" | "<=")?];

export interface CompactInput {
  /** Of the document: a department's final accounts where nothing is said. */
  kind?: DocumentIdentity["kind"];
  amountUnit?: string;
  fiscalYear?: number;
  tables?: CompactTable[];
  facts?: CompactFact[];
  units?: string[];
  performance?: CompactPerformance[];
}

const LEVEL = { 3: "类", 5: "款", 7: "项" } as const;

function levelOf(code: string): TableRow["level"] {
  return code.length === 3 ? LEVEL[3] : code.length === 5 ? LEVEL[5] : code.length === 7 ? LEVEL[7] : null;
}

const roleOf = (key: string): TableRow["role"] =>
  /^total$|[gG]randTotal$|^(personnel|public)Total$|^values$/.test(key)
    ? "total"
    : /Total$/.test(key)
      ? "subtotal"
      : "item";

function rowOf([key, label, values, page]: CompactRow, tablePage: number): TableRow {
  const code = /^\d+$/.test(key) ? key : null;
  const side = key.startsWith("income.")
    ? ("income" as const)
    : key.startsWith("expenditure.")
      ? ("expenditure" as const)
      : null;
  const block = /^30[13]|^personnelTotal$/.test(key)
    ? ("personnel" as const)
    : /^3\d\d|^publicTotal$/.test(key)
      ? ("public" as const)
      : null;
  return {
    key,
    code,
    level: code === null ? null : levelOf(code),
    label,
    role: roleOf(key),
    ...(side && { side }),
    ...(block && { block }),
    page: page ?? tablePage,
    values,
    evidence: {},
  };
}

export function tableOf({ id, page = 1, unit = "万元", emptyStatement, rows }: CompactTable): FormTable {
  const made = rows.map((row) => rowOf(row, page));
  const keys = [
    ...new Set(made.flatMap(({ values, side }) => Object.keys(values).map((key) => `${side ?? ""}|${key}`))),
  ];
  return {
    id,
    formCode: null,
    title: null,
    entity: null,
    unit,
    pageStart: page,
    pageEnd: made.at(-1)?.page ?? page,
    isEmpty: made.every(({ values }) => Object.values(values).every((value) => value === null)),
    emptyStatement: emptyStatement ?? null,
    columns: keys.map((joined) => {
      const [side = "", key = ""] = joined.split("|");
      const percent = /^percent/.test(key) ? { kind: "percent" as const } : {};
      return { key, header: [], ...percent, ...((side === "income" || side === "expenditure") && { side }) };
    }),
    rows: made,
    notes: [],
  };
}

const factOf = ([path, value, unit, quote]: CompactFact): Fact => ({
  path,
  value,
  unit: unit ?? null,
  kind: "text",
  period: null,
  quote: quote ?? "",
  page: 20,
  box: [0, 0, 0, 0],
});

const sectionOf = (facts: CompactFact[], units: string[] | undefined): Section => ({
  id: "narrative",
  heading: null,
  level: 0,
  pageStart: 20,
  pageEnd: 20,
  paragraphs: [],
  sections: [],
  facts: facts.map(factOf),
  unexplained: [],
  ...(units && { units: units.map((name, index) => ({ no: String(index + 1), name, remark: null, page: 3 })) }),
});

const measureOf = (measure: CompactMeasure | undefined): PerformanceMeasure => {
  if (measure === undefined) return null;
  const [raw, value, unit, comparator = null] = measure;
  return { raw, value, unit, comparator, qualitative: null };
};

const indicatorOf =
  (page: number) =>
  ({ target, actual, ...indicator }: CompactIndicator): PerformanceIndicator => ({
    level1: null,
    level1Weight: null,
    level2: null,
    level2Weight: null,
    name: null,
    weight: null,
    score: null,
    page,
    ...indicator,
    target: measureOf(target),
    actual: measureOf(actual),
  });

function performanceOf({
  execution,
  goals = [],
  indicators = [],
  pageStart = 30,
  ...table
}: CompactPerformance): PerformanceTable {
  const nothing = { label: null, budget: null, executed: null, ratePct: null, weight: null, score: null };
  return {
    kind: "project",
    title: null,
    entity: null,
    filledOn: null,
    pageStart,
    pageEnd: pageStart,
    totalScore: null,
    deviationReasons: [],
    improvements: [],
    notes: [],
    ...table,
    execution: execution === undefined ? null : { ...nothing, ...execution },
    goals: goals.map((goal, index) => ({
      no: index + 1,
      weight: goal.weight,
      text: null,
      indicators: goal.indicators.map(indicatorOf(pageStart)),
    })),
    indicators: indicators.map(indicatorOf(pageStart)),
  };
}

export function inputFrom({
  kind = "final-accounts",
  amountUnit = "万元",
  fiscalYear = 2024,
  tables = [],
  facts = [],
  units,
  performance = [],
}: CompactInput): CheckInput {
  return {
    document: { kind, scope: "department", fiscalYear, title: null, entity: null, amountUnit },
    tables: tables.map(tableOf),
    sections: [sectionOf(facts, units)],
    performance: performance.map(performanceOf),
  };
}
