import type { PerformanceIndicator, PerformanceTable } from "../../model/index.js";
import { normalise } from "../../text/normalise.js";
import { differentFigures, figuresMatching, statementsMatching } from "../statements.js";
import type { Context, EvaluatedOperand } from "../types.js";

/** An indicator with the row that findings call it by. */
export interface Placed {
  indicator: PerformanceIndicator;
  /** `goals[1].indicators[2]` or `indicators[2]`. */
  row: string;
}

/** All indicators of a table, those of its goals first. */
export function indicatorsOf(table: PerformanceTable): Placed[] {
  const place = (list: readonly PerformanceIndicator[], prefix: string): Placed[] =>
    list.map((indicator, index) => ({ indicator, row: `${prefix}indicators[${index + 1}]` }));
  return [
    ...table.goals.flatMap(({ indicators }, index) => place(indicators, `goals[${index + 1}].`)),
    ...place(table.indicators, ""),
  ];
}

/** A value of a performance table as an operand. Scores and weights have no unit; amounts are 万元 as the form prescribes. */
export function performanceValue(
  table: PerformanceTable,
  row: string,
  column: string,
  value: string | null,
  side: "left" | "right",
  about: { label?: string | null; page?: number; unit?: string } = {},
): EvaluatedOperand {
  return {
    side,
    place: { page: about.page ?? table.pageStart, table: table.id, row, column },
    value,
    label: about.label ?? row,
    header: column,
    unit: about.unit ?? null,
  };
}

/** A column of all indicators. */
export function columnOf(
  table: PerformanceTable,
  column: "score" | "weight",
  side: "left" | "right",
): EvaluatedOperand[] {
  return indicatorsOf(table).map(({ indicator, row }) =>
    performanceValue(table, row, column, indicator[column], side, { label: indicator.name, page: indicator.page }),
  );
}

/** Reports of an annex, in document order, with the page on which each first states something. */
function reportsOf(context: Context): { path: string; page: number }[] {
  const pages = new Map<string, number>();
  for (const { path, place } of context.statements) {
    const report = /^performanceReports\[\d+\]/.exec(path)?.[0];
    if (report !== undefined && !pages.has(report)) pages.set(report, place.page ?? 0);
  }
  return [...pages].map(([path, page]) => ({ path, page }));
}

/** A report comes with its table: the first with the first. Where one of them is missing, the last report before the table is meant. */
function reportOf(table: PerformanceTable, context: Context): string | undefined {
  const reports = reportsOf(context);
  const { performance } = context;
  if (reports.length === performance.length) return reports[performance.indexOf(table)]?.path;
  return reports.findLast(({ page }) => page <= table.pageStart)?.path;
}

/** Where the text may speak of this table: of the department, of the project with this name, or in the report that comes with it. */
function subjectsOf(table: PerformanceTable, context: Context): string[] {
  const report = reportOf(table, context) ?? [];
  if (table.kind === "department-overall") return ["performance.department"].concat(report);
  const name = normalise(table.projectName ?? "");
  const named = statementsMatching("performance.projects[*].name", context).filter(
    ({ statement }) => name !== "" && normalise(statement.value ?? "") === name,
  );
  return named.map(({ keys }) => `performance.projects[${keys[0]}]`).concat(report);
}

/** What the text declares of this table, e.g. `selfScore`; every different figure once. */
export function declaredOf(table: PerformanceTable, what: string, context: Context): EvaluatedOperand[] {
  const found = subjectsOf(table, context).flatMap((subject) => figuresMatching(`${subject}.${what}`, context));
  return differentFigures(found).map(({ operand }): EvaluatedOperand => ({ ...operand, side: "right", unit: null }));
}
