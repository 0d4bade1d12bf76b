/** Every value and statement of a disclosure as a place, with the identities that speak of it. */
import { type Evaluation, evaluate, SURE } from "../checks/index.js";
import { isAt, printedPerformance } from "../disclosure/overrides/performance.js";
import { performanceCells } from "../disclosure/performance-cells.js";
import { documentsIn } from "../disclosure/several.js";
import type { Disclosure, Fact, FormTable, PerformanceTable, Place, TableGridCell, TableRow } from "../model/index.js";
import { factsOf } from "../output/index.js";
import type { Proof, ReportPlace, ReportProof } from "./data.js";

export interface Places {
  readonly list: readonly ReportPlace[];
  readonly proofs: readonly ReportProof[];
  cell(row: TableRow, column: string): number | null;
  text(cell: TableGridCell): number;
  /** Of a 绩效自评表: its row and column as findings name them. */
  performance(table: PerformanceTable, row: string, column: string): number | null;
  fact(fact: Fact): number;
  /** Of a finding or an operand; null where it names no printed value. */
  at(place: Place): number | null;
}

type Draft = Omit<ReportPlace, "proof" | "proofs">;

export function placesOf(disclosure: Disclosure): Places {
  const drafts: Draft[] = [];
  const cells = new Map<TableRow, Map<string, number>>();
  const facts = new Map<Fact, number>();
  const texts = new Map<TableGridCell, number>();
  const performance = new Map<PerformanceTable, Map<string, number>>();
  const byName = new Map<string, number[]>();
  const add = (draft: Draft, name: string): number => {
    const id = drafts.push(draft) - 1;
    byName.set(name, [...(byName.get(name) ?? []), id]);
    return id;
  };
  for (const [index, table] of disclosure.tables.entries()) {
    for (const row of table.rows) {
      const ids = new Map<string, number>();
      cells.set(row, ids);
      for (const column of new Set([...Object.keys(row.values), ...Object.keys(row.evidence)])) {
        const draft = cellDraft(table, index, row, column);
        ids.set(column, add(draft, cellName(table.id, row.key, column)));
      }
    }
  }
  for (const [index, table] of disclosure.tables.entries())
    for (const cell of table.grid?.cells ?? []) {
      const draft = textDraft(table, index, cell);
      texts.set(cell, add(draft, cellName(table.id, String(cell.row), String(cell.column))));
    }
  for (const [index, table] of disclosure.performance.entries()) {
    const drafts = performanceDrafts(table, index).map((draft) => {
      const name = cellName(table.id, draft.row, draft.column);
      return [name, add(draft, name)] as const;
    });
    performance.set(table, new Map(drafts));
  }
  for (const fact of disclosure.sections.flatMap(factsOf)) facts.set(fact, add(factDraft(fact), fact.path));
  const at = ({ table, row, column, path, page }: Place): number | null => {
    const name = table !== undefined && row !== undefined && column !== undefined ? cellName(table, row, column) : path;
    const ids = (name === undefined ? undefined : byName.get(name)) ?? [];
    return ids.find((id) => page === undefined || drafts[id]?.page === page) ?? ids[0] ?? null;
  };
  const { proofs, proofsOf } = collectProofs(documentsIn(disclosure).flatMap(evaluate), at);
  return {
    list: drafts.map((draft, id) => {
      const own = proofsOf.get(id) ?? [];
      const statuses = own.flatMap((index) => proofs[index]?.status ?? []);
      return { ...draft, proof: proofOf(draft, statuses), proofs: own };
    }),
    proofs,
    cell: (row, column) => cells.get(row)?.get(column) ?? null,
    text: (cell) => texts.get(cell) ?? 0,
    performance: (table, row, column) => performance.get(table)?.get(cellName(table.id, row, column)) ?? null,
    fact: (fact) => facts.get(fact) ?? 0,
    at,
  };
}

function cellName(table: string, row: string, column: string): string {
  return JSON.stringify([table, row, column]);
}

function cellDraft(table: FormTable, index: number, row: TableRow, column: string): Draft {
  const evidence = row.evidence[column];
  const header = table.columns.find(({ key, side }) => key === column && (side === undefined || side === row.side));
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = evidence?.box ?? [];
  return {
    kind: "cell",
    page: evidence?.page ?? row.page ?? table.pageStart,
    box: x1 > x0 && y1 > y0 ? [x0, y0, x1, y1] : null,
    text: evidence?.text ?? "",
    value: row.values[column] ?? null,
    confidence: evidence?.source === "ocr" ? (evidence.confidence ?? 0) : undefined,
    proposal: evidence?.proposal,
    override: evidence?.override,
    table: index,
    row: row.key,
    column,
    label: row.label ?? row.key,
    header: header?.header.join(" / ") ?? column,
  };
}

/** A table of no known form has no keys: a cell goes by its numbers. */
function textDraft(table: FormTable, index: number, cell: TableGridCell) {
  const { page, box, text, row, column, confidence, override } = cell;
  return {
    kind: "text" as const,
    page,
    box,
    text: override ? override.printed : text,
    value: text || null,
    confidence,
    override,
    table: index,
    row: String(row),
    column: String(column),
    isText: true as const,
    label: `${table.title ?? table.id}  ${row + 1}`,
    header: String(column + 1),
  };
}

function performanceDrafts(table: PerformanceTable, index: number) {
  const printed = performanceCells(printedPerformance(table));
  return performanceCells(table).map((cell, at) => {
    const { row, column, page, box, indicator, value, isAmount } = cell;
    const before = printed[at];
    return {
      kind: "performance" as const,
      page,
      box,
      text: before?.value ?? "",
      value,
      override: table.overrides?.find((one) => isAt(one, cell)),
      table: index,
      row,
      column,
      ...(!isAmount && { isText: true as const }),
      performance: table.id,
      indicator: before?.indicator?.name ?? null,
      label: indicator?.name ?? table.title ?? table.id,
      header: performanceHeader(column),
    };
  });
}

/** The name of a column; of a list, "improvements[2]", with the number of the item. */
export function performanceHeader(column: string): string {
  const [, name = column, number = ""] = /^(\w+)\[(\d+)\]$/.exec(column) ?? [];
  return `${HEADERS[name] ?? name}${number}`;
}

/** As the forms call them. */
const HEADERS: Readonly<Record<string, string>> = {
  entity: "单位名称",
  projectName: "项目名称",
  department: "主管部门",
  category: "项目类别",
  attribute: "项目属性",
  type: "项目类型",
  basicExpenditure: "基本支出总额",
  projectExpenditure: "项目支出总额",
  budget: "预算数",
  executed: "执行数",
  ratePct: "执行率（%）",
  implementingUnits: "项目实施单位",
  text: "目标",
  outcome: "目标完成情况",
  deviationReasons: "偏差原因",
  improvements: "改进措施",
  goalWeight: "目标分值",
  level1: "一级指标",
  level1Weight: "一级指标分值",
  level2: "二级指标",
  level2Weight: "二级指标分值",
  name: "三级指标",
  weight: "分值",
  target: "目标值",
  actual: "完成值",
  score: "得分",
};

function factDraft(fact: Fact): Draft {
  const { page, box, path, value, unit, quote, override } = fact;
  return { kind: "statement", page, box, text: quote, value, path, override, label: path, header: unit ?? "" };
}

function collectProofs(evaluations: readonly Evaluation[], at: (place: Place) => number | null) {
  const proofs: ReportProof[] = [];
  const proofsOf = new Map<number, number[]>();
  for (const { rule, status, severity, operands } of evaluations) {
    const places = [...new Set(operands.flatMap(({ place }) => at(place) ?? []))];
    if (status === "notApplicable" || places.length === 0) continue;
    // A likeness that does not hold contradicts nothing.
    const index = proofs.push({ rule, status: status === "fail" && severity === "info" ? "info" : status, places }) - 1;
    for (const id of places) proofsOf.set(id, [...(proofsOf.get(id) ?? []), index]);
  }
  return { proofs, proofsOf };
}

function proofOf({ confidence }: Draft, statuses: readonly ReportProof["status"][]): Proof {
  if (statuses.includes("fail")) return "contradicted";
  if (confidence !== undefined && confidence < SURE) return "doubtful";
  return statuses.includes("ok") || statuses.includes("rounding") ? "held" : "unproved";
}
