import type { PerformanceIndicator, PerformanceTable } from "../../model/index.js";
import { normalise } from "../../text/normalise.js";
import { figuresMatching, statementsMatching } from "../statements.js";
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

/** The report's text about this table: the department's, or that of the project with this name. */
function subjectOf(table: PerformanceTable, context: Context): string | null {
  if (table.kind === "department-overall") return "performance.department";
  const name = normalise(table.projectName ?? "");
  const found = statementsMatching("performance.projects[*].name", context).find(
    ({ statement }) => normalise(statement.value ?? "") === name,
  );
  return found === undefined || name === "" ? null : `performance.projects[${found.keys[0]}]`;
}

/** What the text declares of this table, e.g. `selfScore`. */
export function declaredOf(table: PerformanceTable, what: string, context: Context): EvaluatedOperand | null {
  const subject = subjectOf(table, context);
  const found = subject === null ? undefined : figuresMatching(`${subject}.${what}`, context)[0]?.operand;
  return found === undefined ? null : { ...found, side: "right", unit: null };
}
