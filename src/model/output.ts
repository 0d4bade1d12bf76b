/* Generated from schemas/*.schema.json by `npm run types`. Do not edit. */

/**
 * A decimal string in the printed unit and scale; null for a blank cell, and for a cell whose text is no number (then evidence keeps the text and a finding names it).
 */
export type DecimalString = string | null;
/**
 * x0, y0, x1, y1 in pt; origin at the top left of the page as displayed, y downwards.
 *
 * @minItems 4
 * @maxItems 4
 */
export type Box = [number, number, number, number];
export type PerformanceExecution = {
  label: string | null;
  budget: DecimalString;
  executed: DecimalString;
  ratePct: DecimalString;
  weight: DecimalString;
  score: DecimalString;
} | null;
export type PerformanceMeasure = {
  raw: string;
  comparator: ">=" | "<=" | ">" | "<" | "=" | null;
  value: string | null;
  unit: string | null;
  qualitative: string | null;
} | null;
export type Override =
  CellOverride | StatementOverride | LabelOverride | PerformanceOverride | TextOverride | Confirmation | Withdrawal;
export type OverrideAuthor = string;
/**
 * UTC, RFC 3339.
 */
export type OverrideTime = string;
export type OverrideReason = string;

export interface OutputContract {
  document: DisclosureDocument;
  table: FormTable;
  section: Section;
  performance: PerformanceTable;
  finding: Finding;
  "values-row": ValuesRow;
  "facts-row": FactsRow;
  overrides: Overrides;
}
/**
 * document.json: metadata, status, table of contents, tables and sections by reference, coverage.
 */
export interface DisclosureDocument {
  schemaVersion: "1.0";
  generator: {
    name: string;
    version: string;
  };
  source: {
    file: string;
    sha256: string;
    pages: number;
    bytes: number;
    producer: string | null;
  };
  document: DocumentIdentity;
  /**
   * Only of a PDF that holds several documents one after another: what each says of itself, and its pages.
   */
  documents?: DocumentPart[];
  status: "complete" | "partial" | "failed";
  toc: TocEntry[];
  coverage: Coverage;
  tables: TableReference[];
  sections: SectionReference[];
  performance: PerformanceReference[];
  /**
   * Ids of official forms that the document does not hold; empty where pages were left out (pdf.pages-left-out).
   */
  missing: string[];
}
export interface DocumentIdentity {
  kind: "final-accounts" | "budget" | "government-final-accounts" | null;
  scope: "department" | "unit" | "government" | null;
  fiscalYear: number | null;
  title: string | null;
  entity: string | null;
  amountUnit: string | null;
}
export interface DocumentPart {
  pageStart: number;
  pageEnd: number;
  document: DocumentIdentity;
}
export interface TocEntry {
  text: string;
  level: number;
  page: number;
}
/**
 * Visible, non-blank glyphs, each counted in exactly one place; glyphs is their sum.
 */
export interface Coverage {
  glyphs: number;
  cells: number;
  narrative: number;
  headings: number;
  furniture: number;
  unplaced: number;
}
export interface TableReference {
  id: string;
  pageStart: number;
  pageEnd: number;
  file: string;
}
export interface SectionReference {
  id: string;
  heading: string | null;
  pageStart: number;
  pageEnd: number;
  file: string;
}
export interface PerformanceReference {
  id: string;
  title: string | null;
  pageStart: number;
  pageEnd: number;
  file: string;
}
/**
 * One table of a disclosure: an official form with canonical row and column keys, or a table of no known form with its whole grid.
 */
export interface FormTable {
  /**
   * Canonical form id, or unrecognised-<n>.
   */
  id: string;
  /**
   * The printed form code, e.g. 公开02表.
   */
  formCode: string | null;
  /**
   * The printed title, without white space.
   */
  title: string | null;
  /**
   * The 部门/单位 named in the table's furniture.
   */
  entity: string | null;
  /**
   * The printed unit of amount, e.g. 万元.
   */
  unit: string | null;
  pageStart: number;
  pageEnd: number;
  /**
   * No cell of the table holds an amount.
   */
  isEmpty: boolean;
  /**
   * The printed sentence that says why the table is empty.
   */
  emptyStatement: string | null;
  columns: TableColumn[];
  rows: TableRow[];
  notes: string[];
  grid?: TableGrid;
}
export interface TableColumn {
  key: string;
  /**
   * The printed header from top to bottom.
   */
  header: string[];
  side?: "income" | "expenditure";
  /**
   * What the column holds, where it is no amount; a text column's cells are in the evidence.
   */
  kind?: "percent" | "text";
}
export interface TableRow {
  key: string;
  /**
   * Functional (3, 5, 7 digits) or economic (3, 5 digits) classification code.
   */
  code: string | null;
  level: "类" | "款" | "项" | null;
  /**
   * As printed, wrapped lines joined, without white space; a person's where labelOverride says so, a proposed one where labelProposal says that it was applied.
   */
  label: string | null;
  labelOverride?: AppliedLabel;
  labelProposal?: LabelProposal;
  role: "item" | "subtotal" | "total" | "placeholder";
  side?: "income" | "expenditure";
  block?: "personnel" | "public";
  /**
   * Depth in the printed tree, by indent, ordinal or code; 0 is the top. Only of forms that are trees of labels.
   */
  depth?: number;
  /**
   * Key of the printed row above it in the tree.
   */
  parent?: string | null;
  /**
   * 行次, when printed.
   */
  lineNo?: number | null;
  page?: number;
  values: {
    [k: string]: DecimalString;
  };
  evidence: {
    [k: string]: Evidence;
  };
}
/**
 * A person's correction of a row's label, or of a cell's text, from overrides.json.
 */
export interface AppliedLabel {
  /**
   * The label, or the text, as printed.
   */
  printed: string;
  author: string;
  time: string;
  reason: string;
}
/**
 * On a scan: the name that the form or the classification knows for the row, of which the label is a misreading. The label stays as read unless proposals are applied.
 */
export interface LabelProposal {
  value: string;
  /**
   * Characters to insert, drop or replace to make the one of the other.
   */
  distance: number;
  because: "form" | "classification";
  /**
   * The label as read, where the proposal was applied.
   */
  printed?: string;
}
export interface Evidence {
  /**
   * The printed characters of the cell.
   */
  text: string;
  page: number;
  box: Box;
  source: "text" | "ocr";
  confidence?: number;
  engine?: string;
  readings?: Reading[];
  proposal?: Proposal;
  override?: AppliedOverride;
}
export interface Reading {
  engine: string;
  text: string;
  confidence: number;
}
/**
 * A correction with its proof; it stands beside the printed value and never replaces it unasked.
 */
export interface Proposal {
  value: DecimalString;
  because: string[];
  kind: string;
  applied?: boolean;
}
/**
 * A person's correction from overrides.json: the value is the person's, text and box are the printed ones.
 */
export interface AppliedOverride {
  kind: "proposal" | "value" | "statement";
  /**
   * The value as it was read from the print.
   */
  previous: string | null;
  because?: string[];
  author: string;
  time: string;
  reason: string;
}
export interface TableGrid {
  rows: number;
  columns: number;
  cells: TableGridCell[];
}
export interface TableGridCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  page: number;
  box: Box;
  confidence?: number;
  override?: AppliedLabel;
}
/**
 * One section of the narrative with its sub-sections, paragraphs and facts.
 */
export interface Section {
  /**
   * Canonical section id, e.g. overview, general-budget.detail, unit-functions.
   */
  id: string;
  /**
   * As printed, without white space.
   */
  heading: string | null;
  /**
   * 0 = part, 1 = 一、, 2 = （一）, 3 = 1.
   */
  level: number;
  pageStart: number;
  pageEnd: number;
  paragraphs: Paragraph[];
  sections: Section[];
  facts: Fact[];
  /**
   * Sentences with amounts that no pattern explains.
   */
  unexplained: UnexplainedSentence[];
  glossary?: GlossaryTerm[];
  units?: SubordinateUnit[];
  keyWork?: KeyWork[];
  figures?: FigureCaption[];
}
export interface Paragraph {
  text: string;
  page: number;
  box: Box;
}
/**
 * One statement of the narrative as data.
 */
export interface Fact {
  path: string;
  value: string | null;
  unit: string | null;
  kind: "amount" | "percent" | "count" | "score" | "direction" | "date" | "boolean" | "text";
  period: string | null;
  comparison?: Comparison;
  quote: string;
  page: number;
  box: Box;
  override?: AppliedOverride;
}
export interface Comparison {
  basis: "priorYearFinal" | "openingBudget" | "fullYearBudget" | "priorYearBudget" | "priorYearExecution" | null;
  year: number | null;
  direction: "increase" | "decrease" | "flat" | null;
  delta: string | null;
  pct: string | null;
}
export interface UnexplainedSentence {
  text: string;
  page: number;
  amounts: string[];
}
export interface GlossaryTerm {
  no: string | null;
  term: string;
  definition: string;
  code: string | null;
  page: number;
}
export interface SubordinateUnit {
  no: string | null;
  name: string;
  remark: string | null;
  page: number;
}
export interface KeyWork {
  no: string | null;
  matter: string;
  goal: string | null;
  result: string | null;
  page: number;
}
export interface FigureCaption {
  caption: string;
  page: number;
}
/**
 * One 绩效自评表 (SPEC §5.1), of the department as a whole or of one project.
 */
export interface PerformanceTable {
  id: string;
  kind: "department-overall" | "project";
  title: string | null;
  entity: string | null;
  filledOn: string | null;
  pageStart: number;
  pageEnd: number;
  basicExpenditure?: DecimalString;
  projectExpenditure?: DecimalString;
  projectName?: string | null;
  department?: string | null;
  implementingUnits?: string[];
  category?: string | null;
  attribute?: string | null;
  type?: string | null;
  execution: PerformanceExecution;
  goals: PerformanceGoal[];
  indicators: PerformanceIndicator[];
  totalScore: DecimalString;
  deviationReasons: string[];
  improvements: string[];
  notes: string[];
  /**
   * Where the values that are no indicator's are printed.
   */
  places?: PerformancePrint[];
  /**
   * People's corrections from overrides.json: the values are the people's, here stand those that were read.
   */
  overrides?: AppliedPerformance[];
}
export interface PerformanceGoal {
  no: number | null;
  weight: DecimalString;
  text: string | null;
  /**
   * What became of the goal (实际完成情况), where the table says so.
   */
  outcome?: string | null;
  indicators: PerformanceIndicator[];
}
export interface PerformanceIndicator {
  level1: string | null;
  level1Weight: DecimalString;
  level2: string | null;
  level2Weight: DecimalString;
  name: string | null;
  weight: DecimalString;
  target: PerformanceMeasure;
  actual: PerformanceMeasure;
  score: DecimalString;
  page: number;
  box?: Box;
  /**
   * Where each of its values is printed, on its page.
   */
  boxes?: {
    [k: string]: Box;
  };
}
export interface PerformancePrint {
  /**
   * As findings name it: head, execution, total, goals[1], remarks.
   */
  row: string;
  /**
   * Of an item of a list with its number: improvements[2].
   */
  column: string;
  page: number;
  box: Box;
}
export interface AppliedPerformance {
  /**
   * As findings name it, e.g. goals[1].indicators[2].
   */
  row: string;
  column: string;
  /**
   * The value as it was read from the print.
   */
  previous: string | null;
  author: string;
  time: string;
  reason: string;
}
/**
 * One thing found about the document or about its reading.
 */
export interface Finding {
  /**
   * An identity id (F02.row, X0104.1, ...) or a pipeline rule (pdf.*, ocr.*, layout.*, form.*, number.*, schema.*, override.*).
   */
  rule: string;
  severity: "error" | "warning" | "info";
  message: string;
  place: Place;
  actual: string | null;
  expected: string | null;
  tolerance: string | null;
  operands: Operand[];
  note: string | null;
  confirmed?: Confirmed;
}
/**
 * Where: a cell (page, table, row, column) or a passage (page, section, path); whatever is known.
 */
export interface Place {
  page?: number;
  table?: string;
  row?: string;
  column?: string;
  section?: string;
  path?: string;
}
export interface Operand {
  place: Place;
  value: string | null;
}
/**
 * A person looked: the document does print it so (overrides.json).
 */
export interface Confirmed {
  author: string;
  time: string;
  reason: string;
}
/**
 * One row of values.csv: one value of a table; every field as CSV text, a blank value as an empty field.
 */
export interface ValuesRow {
  document: string;
  form: string;
  side: "" | "income" | "expenditure";
  row_key: string;
  code: string;
  level: "" | "类" | "款" | "项";
  label: string;
  role: "item" | "subtotal" | "total" | "placeholder";
  column: string;
  value: string;
  unit: string;
  page: string;
  x0: string;
  y0: string;
  x1: string;
  y1: string;
  source: "" | "text" | "ocr";
  confidence: string;
  text: string;
}
/**
 * One row of facts.csv: one fact of the narrative; every field as CSV text.
 */
export interface FactsRow {
  document: string;
  section: string;
  path: string;
  value: string;
  unit: string;
  kind: "amount" | "percent" | "count" | "score" | "direction" | "date" | "boolean" | "text";
  period: string;
  page: string;
  quote: string;
}
/**
 * overrides.json: what people decided about one document, in the order in which they did. Entries are appended, never changed; an entry's number is its place in the list, from 1. Of several on one thing the last one counts.
 */
export interface Overrides {
  schemaVersion: "1.0";
  overrides: Override[];
}
/**
 * A value of a table: a proposal that was accepted, or a value that was corrected.
 */
export interface CellOverride {
  kind: "proposal" | "value";
  place: CellPlace;
  value: DecimalString;
  previous: DecimalString;
  /**
   * The printed characters that it was made against; empty for a blank cell.
   */
  printed: string;
  /**
   * The identities that proved the proposal.
   */
  because?: string[];
  document: OverrideDocument;
  author: OverrideAuthor;
  time: OverrideTime;
  reason: OverrideReason;
}
/**
 * The box tells cells apart that have all else in common.
 */
export interface CellPlace {
  page: number;
  table: string;
  row: string;
  column: string;
  box?: Box;
}
/**
 * What the change was made against. It fits the same bytes, and another file of the same entity and year that prints the same there.
 */
export interface OverrideDocument {
  sha256: string;
  entity: string | null;
  fiscalYear: number | null;
}
/**
 * The value of a statement of the narrative that was corrected.
 */
export interface StatementOverride {
  kind: "statement";
  place: StatementPlace;
  value: string | null;
  previous: string | null;
  /**
   * The statement's quote.
   */
  printed: string;
  document: OverrideDocument;
  author: OverrideAuthor;
  time: OverrideTime;
  reason: OverrideReason;
}
export interface StatementPlace {
  page: number;
  path: string;
}
/**
 * The label of a row that was corrected.
 */
export interface LabelOverride {
  kind: "label";
  place: RowPlace;
  label: string;
  previous: string;
  printed: string;
  document: OverrideDocument;
  author: OverrideAuthor;
  time: OverrideTime;
  reason: OverrideReason;
}
export interface RowPlace {
  page: number;
  table: string;
  row: string;
}
/**
 * A value of a 绩效自评表 that was corrected.
 */
export interface PerformanceOverride {
  kind: "performance";
  place: PerformancePlace;
  /**
   * The printed name of the indicator; null of what is none.
   */
  label: string | null;
  /**
   * As it would be printed, e.g. ≥100次; a decimal string where an amount, weight or score stands.
   */
  value: string | null;
  previous: string | null;
  /**
   * What was read there; empty for a blank cell.
   */
  printed: string;
  document: OverrideDocument;
  author: OverrideAuthor;
  time: OverrideTime;
  reason: OverrideReason;
}
/**
 * As findings name it: row goals[1].indicators[2], execution, total or head; column score, target, budget …; row goals[1], column text; row remarks, column improvements[1]
 */
export interface PerformancePlace {
  page: number;
  table: string;
  row: string;
  column: string;
}
/**
 * The text of a cell that was corrected, of a table of no known form.
 */
export interface TextOverride {
  kind: "text";
  place: GridPlace;
  text: string;
  previous: string;
  printed: string;
  document: OverrideDocument;
  author: OverrideAuthor;
  time: OverrideTime;
  reason: OverrideReason;
}
/**
 * Row and column of the grid, from 0. The box tells cells apart that have all else in common.
 */
export interface GridPlace {
  page: number;
  table: string;
  row: number;
  column: number;
  box: Box;
}
/**
 * A finding that is right: the document does print it so.
 */
export interface Confirmation {
  kind: "finding";
  rule: string;
  place: Place;
  actual: string | null;
  expected: string | null;
  document: OverrideDocument;
  author: OverrideAuthor;
  time: OverrideTime;
  reason: OverrideReason;
}
/**
 * An earlier entry no longer counts.
 */
export interface Withdrawal {
  kind: "withdrawal";
  /**
   * The entry's number.
   */
  of: number;
  author: OverrideAuthor;
  time: OverrideTime;
  reason: OverrideReason;
}
