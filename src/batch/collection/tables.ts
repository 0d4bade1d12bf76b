/** The four tables of a collection, as data: the CSV header, the Parquet types and the Data Package all come from here. */
import { FACTS_COLUMNS } from "../../output/facts-csv.js";
import { VALUES_COLUMNS } from "../../output/values-csv.js";

export interface Column {
  readonly name: string;
  /** `decimal` is exact: a decimal string in CSV, DECIMAL in Parquet, number in the Data Package. */
  readonly type: "string" | "integer" | "decimal";
  readonly description: string;
  /** What an empty field means; columns without it are never empty. */
  readonly missing?: string;
  readonly categories?: readonly string[];
  /** Fiscal Data Package 1.0, taxonomy of budgets. */
  readonly columnType?: string;
}

export interface TableDefinition {
  readonly name: "documents" | "values" | "facts" | "findings";
  readonly title: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
}

const document: Column = { name: "document", type: "string", description: "The document's folder." };
const row: Column = { name: "row", type: "integer", description: "Number of the row, from 1." };
const page = (missing: string): Column => ({ name: "page", type: "integer", description: "Page, from 1.", missing });
const entity: Column = {
  name: "entity",
  type: "string",
  description: "The 部门 or 单位 as the document names itself.",
  missing: "the document does not say",
  columnType: "administrative-classification:generic:code",
};
const fiscalYear: Column = {
  name: "fiscal_year",
  type: "integer",
  description: "年度.",
  missing: "the document does not say",
  columnType: "date:fiscal-year",
};
const amountYuan: Column = {
  name: "amount_yuan",
  type: "decimal",
  description: "The amount in 元, exact.",
  missing: "no amount, or no printed unit of money",
  columnType: "value",
};

export const DOCUMENTS: TableDefinition = {
  name: "documents",
  title: "One row per file that was given, the failed ones and the copies included",
  primaryKey: ["document"],
  columns: [
    { ...document, description: "The file's name in the collection, and the name of its folder." },
    { name: "source", type: "string", description: "The file as it was given." },
    {
      name: "duplicate_of",
      type: "string",
      description: "The document that has the same bytes: its rows are this one's.",
      missing: "no copy",
    },
    {
      name: "status",
      type: "string",
      description: "What the reading is worth.",
      categories: ["complete", "partial", "failed"],
    },
    { name: "reason", type: "string", description: "Why it failed: a code.", missing: "it did not fail" },
    { name: "message", type: "string", description: "Why it failed: one line.", missing: "it did not fail" },
    { name: "sha256", type: "string", description: "Of the file's bytes.", missing: "the file could not be read" },
    { name: "bytes", type: "integer", description: "Size of the file." },
    { name: "pages", type: "integer", description: "Pages of the PDF.", missing: "it could not be opened" },
    {
      name: "producer",
      type: "string",
      description: "The program that made the PDF.",
      missing: "the PDF does not say",
    },
    {
      name: "kind",
      type: "string",
      description: "final-accounts 决算, budget 预算, government-final-accounts 财政总决算.",
      missing: "not recognised",
    },
    {
      name: "scope",
      type: "string",
      description: "department 部门, unit 单位, government.",
      missing: "not recognised",
    },
    fiscalYear,
    entity,
    { name: "title", type: "string", description: "The cover's title.", missing: "the document has none" },
    { name: "amount_unit", type: "string", description: "Unit of most tables.", missing: "no unit is printed" },
    { name: "forms", type: "integer", description: "Recognised tables." },
    {
      name: "missing_forms",
      type: "string",
      description: "Official forms that are not there, by space.",
      missing: "none",
    },
    { name: "values", type: "integer", description: "Rows in values." },
    { name: "facts", type: "integer", description: "Rows in facts." },
    { name: "errors", type: "integer", description: "Findings of severity error." },
    { name: "warnings", type: "integer", description: "Findings of severity warning." },
    { name: "infos", type: "integer", description: "Findings of severity info." },
  ],
};

const VALUES_MEANING: Readonly<Record<(typeof VALUES_COLUMNS)[number], Omit<Column, "name">>> = {
  document,
  form: { type: "string", description: "Canonical id of the form." },
  side: { type: "string", description: "Side of a two-sided form.", missing: "the form has one side" },
  row_key: { type: "string", description: "Canonical key of the row." },
  code: { type: "string", description: "Classification code, as canonical digits.", missing: "a row without code" },
  level: { type: "string", description: "类, 款 or 项.", missing: "a row without level" },
  label: { type: "string", description: "As printed, without white space.", missing: "nothing is printed" },
  role: { type: "string", description: "What the row is.", categories: ["item", "subtotal", "total", "placeholder"] },
  column: { type: "string", description: "Canonical key of the column." },
  value: {
    type: "decimal",
    description: "In the printed unit; as CSV with the printed scale.",
    missing: "see `missing`",
  },
  unit: { type: "string", description: "The printed unit.", missing: "no unit is printed" },
  page: page("nothing is printed there"),
  x0: { type: "decimal", description: "Left edge, pt from the page's left.", missing: "nothing is printed there" },
  y0: { type: "decimal", description: "Top edge, pt from the page's top.", missing: "nothing is printed there" },
  x1: { type: "decimal", description: "Right edge, pt.", missing: "nothing is printed there" },
  y1: { type: "decimal", description: "Bottom edge, pt.", missing: "nothing is printed there" },
  source: { type: "string", description: "text or ocr.", missing: "nothing is printed there" },
  confidence: { type: "decimal", description: "Of the OCR, 0–1.", missing: "read from the text layer" },
  text: { type: "string", description: "The printed characters.", missing: "nothing is printed there" },
};

export const VALUES: TableDefinition & { name: RowTableName } = {
  name: "values",
  title: "One row per cell of a recognised form",
  primaryKey: ["document", "table", "row", "column"],
  columns: [
    ...VALUES_COLUMNS.map((name) => ({ ...VALUES_MEANING[name], name })),
    { name: "table", type: "string", description: "The table's file in the document's folder, without .json." },
    {
      name: "title",
      type: "string",
      description: "The table's printed title: 全省 and 本级 tables of one form differ in it.",
      missing: "the table prints none",
    },
    row,
    {
      name: "missing",
      type: "string",
      description: "Why there is no value: blank (nothing printed), dash (-, —, /), not-a-number, out-of-range.",
      missing: "there is a value",
      categories: ["blank", "dash", "not-a-number", "out-of-range"],
    },
    entity,
    fiscalYear,
    {
      name: "functional_code",
      type: "string",
      description: "支出功能分类 code, 3, 5 or 7 digits.",
      missing: "a row of no such class",
      columnType: "functional-classification:generic:code",
    },
    {
      name: "economic_code",
      type: "string",
      description: "支出经济分类 code, 3 or 5 digits.",
      missing: "a row of no such class",
      columnType: "economic-classification:generic:code",
    },
    {
      name: "direction",
      type: "string",
      description: "revenue or expenditure.",
      missing: "a balance, or a form of both sides",
      columnType: "direction",
      categories: ["revenue", "expenditure"],
    },
    {
      name: "phase",
      type: "string",
      description: "approved 年初预算, adjusted 全年预算, budget (the document does not say which), executed 决算.",
      missing: "no amount, a debt limit, or a figure of the year before",
      columnType: "phase:id",
      categories: ["approved", "adjusted", "budget", "executed"],
    },
    amountYuan,
  ],
};

const FACTS_MEANING: Readonly<Record<(typeof FACTS_COLUMNS)[number], Omit<Column, "name">>> = {
  document,
  section: { type: "string", description: "Canonical id of the section." },
  path: { type: "string", description: "Canonical path of the fact." },
  value: { type: "string", description: "As printed, in canonical form.", missing: "the text says that there is none" },
  unit: { type: "string", description: "The printed unit.", missing: "a fact without unit" },
  kind: { type: "string", description: "amount, percent, count, score, direction, date, boolean or text." },
  period: { type: "string", description: "The year or time meant.", missing: "the text does not say" },
  page: page("unknown"),
  quote: { type: "string", description: "The words it was read from." },
};

export const FACTS: TableDefinition & { name: RowTableName } = {
  name: "facts",
  title: "One row per statement of the narrative",
  primaryKey: ["document", "row"],
  columns: [
    ...FACTS_COLUMNS.map((name) => ({ ...FACTS_MEANING[name], name })),
    row,
    entity,
    fiscalYear,
    { name: "number", type: "decimal", description: "The value, where it is a number.", missing: "no number" },
    amountYuan,
  ],
};

const place = (name: string, description: string): Column => ({
  name,
  type: "string",
  description,
  missing: "not at one such place",
});

export const FINDINGS: TableDefinition & { name: RowTableName } = {
  name: "findings",
  title: "One row per thing found about a document or its reading",
  primaryKey: ["document", "row"],
  columns: [
    document,
    row,
    { name: "rule", type: "string", description: "Id of the identity or rule; each has a page in the docs." },
    { name: "severity", type: "string", description: "How bad.", categories: ["error", "warning", "info"] },
    { name: "message", type: "string", description: "For people." },
    page("not at one page"),
    place("table", "Form."),
    place("row_key", "Row of the form."),
    place("column", "Column of the form."),
    place("section", "Section of the narrative."),
    place("path", "Path of the fact."),
    { name: "actual", type: "string", description: "What is printed.", missing: "does not apply" },
    { name: "expected", type: "string", description: "What should be.", missing: "does not apply" },
    { name: "tolerance", type: "string", description: "Allowed difference.", missing: "does not apply" },
    { name: "operands", type: "string", description: "JSON: the places and values that went into it." },
    { name: "note", type: "string", description: "More.", missing: "none" },
    entity,
    fiscalYear,
  ],
};

/** The three tables that are made of the documents' own rows. */
export const ROW_TABLES = [VALUES, FACTS, FINDINGS] as const satisfies readonly TableDefinition[];
export type RowTableName = Exclude<TableDefinition["name"], "documents">;
