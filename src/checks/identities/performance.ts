import type { PerformanceTable } from "../../model/index.js";
import { Exact } from "../../text/decimal.js";
import { amountOf } from "../amount.js";
import { evaluateSum } from "../evaluation.js";
import { rule } from "../rule.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead, Tolerance } from "../types.js";
import { achievedOf, evaluateScores } from "./indicator-scores.js";
import { columnOf, declaredOf, indicatorsOf, performanceValue } from "./performance-table.js";
import { evaluateExecuted } from "./projects.js";
import { evaluatePercent } from "./ratios.js";
import { evaluateWeights } from "./weights.js";

const EXACT: Tolerance = { kind: "exact" };
/** All weights of a table together. */
const FULL_SCORE = "100";
/** Scores are printed to two decimals. */
const SCORE_DECIMALS = 2;

type Evaluate = (head: RuleHead, table: PerformanceTable, context: Context) => Evaluation[];

const onTables = (
  id: string,
  severity: Rule["severity"],
  formula: string,
  tolerance: string,
  evaluate: Evaluate,
): Rule =>
  rule({ id, severity, formula, tolerance }, [], (context, head) =>
    context.performance.flatMap((table) => evaluate(head, table, context)),
  );

const executionValue = (
  table: PerformanceTable,
  column: "budget" | "executed" | "ratePct" | "weight" | "score",
  side: "left" | "right",
): EvaluatedOperand => {
  const money = column === "budget" || column === "executed";
  return performanceValue(table, "execution", column, table.execution?.[column] ?? null, side, {
    label: table.execution?.label ?? "execution",
    ...(money && { unit: "万元" }),
  });
};

const totalScore = (table: PerformanceTable, side: "left" | "right"): EvaluatedOperand =>
  performanceValue(table, "total", "score", table.totalScore, side, { label: "总分" });

/** A figure that the rule works out, beside the printed one. */
const workedOut = (table: PerformanceTable, label: string, value: string): EvaluatedOperand => ({
  side: "right",
  place: { page: table.pageStart, table: table.id },
  value,
  label,
  header: null,
  unit: null,
});

const evaluateTotal: Evaluate = (head, table) => {
  if (table.totalScore === null || indicatorsOf(table).length === 0) return [];
  const operands = [
    totalScore(table, "left"),
    ...columnOf(table, "score", "right"),
    executionValue(table, "score", "right"),
  ];
  return [evaluateSum({ rule: head, instance: table.id, operands, tolerance: EXACT, noun: "scores" })];
};

const evaluateFull: Evaluate = (head, table) => {
  const weights = columnOf(table, "weight", "left");
  if (weights.every(({ value }) => value === null)) return [];
  const operands = [...weights, executionValue(table, "weight", "left"), workedOut(table, "full score", FULL_SCORE)];
  return [evaluateSum({ rule: head, instance: table.id, operands, tolerance: EXACT })];
};

const evaluateRate: Evaluate = (head, table) => {
  if (table.execution === null || table.execution.ratePct === null || table.execution.budget === null) return [];
  const percent = executionValue(table, "ratePct", "left");
  return evaluatePercent(head, {
    instance: table.id,
    percent,
    part: executionValue(table, "executed", "right"),
    base: executionValue(table, "budget", "right"),
  });
};

const evaluateExecutionScore: Evaluate = (head, table) => {
  const [budget, executed, weight] = (["budget", "executed", "weight"] as const).map((column) =>
    amountOf(table.execution?.[column] ?? null),
  );
  if (!budget || !executed || !weight || budget.isZero()) return [];
  const due = weight
    .times(Exact.min(1, executed.div(budget)))
    .toDecimalPlaces(SCORE_DECIMALS)
    .toFixed();
  const operands = [
    executionValue(table, "score", "left"),
    workedOut(table, `${weight.toFixed()} × min(1, executed / budget)`, due),
  ];
  return [evaluateSum({ rule: head, instance: table.id, operands, tolerance: EXACT })];
};

const evaluateDeclaredScore: Evaluate = (head, table, context) => {
  if (table.totalScore === null) return [];
  return declaredOf(table, "selfScore", context).map((declared) =>
    evaluateSum({ rule: head, instance: table.id, operands: [totalScore(table, "left"), declared], tolerance: EXACT }),
  );
};

const evaluateCounts: Evaluate = (head, table, context) => {
  const placed = indicatorsOf(table);
  if (placed.length === 0) return [];
  const counts = [
    ["indicatorsSet", placed.length],
    ["indicatorsAchieved", placed.filter(achievedOf).length],
  ] as const;
  return counts.flatMap(([what, count]) =>
    declaredOf(table, what, context).map((declared) => {
      const label = `number of ${what === "indicatorsSet" ? "indicators" : "indicators with full weight"}`;
      const counted: EvaluatedOperand = { ...workedOut(table, label, String(count)), side: "left" };
      return evaluateSum({
        rule: head,
        instance: `${table.id} ${what}`,
        operands: [counted, declared],
        tolerance: EXACT,
      });
    }),
  );
};

const executedOf = (context: Context): EvaluatedOperand[] =>
  context.performance
    .filter(({ kind, execution }) => kind === "project" && execution !== null)
    .map((table) => executionValue(table, "executed", "right"));

/** 绩效自评表 (SPEC §5.2). */
export const performance: Rule[] = [
  onTables("P1", "error", "Σ indicator score + execution.score = totalScore", "exact", evaluateTotal),
  onTables("P2", "error", "Σ weights + execution.weight = 100", "exact", evaluateFull),
  onTables("P3", "error", "execution.ratePct = executed / budget", "as PCT", evaluateRate),
  onTables(
    "P4",
    "error",
    "execution.score = execution.weight × min(1, executed / budget), rounded to 2 decimals",
    "exact",
    evaluateExecutionScore,
  ),
  onTables("P5", "error", "totalScore = self score declared in the report's text", "exact", evaluateDeclaredScore),
  onTables(
    "P6",
    "error",
    "number of indicators = declared indicatorsSet; number with score = weight = declared indicatorsAchieved",
    "exact",
    evaluateCounts,
  ),
  onTables(
    "P8",
    "error",
    "Σ child weights = parent weight at level 1, level 2, and per goal",
    "exact",
    evaluateWeights,
  ),
  onTables(
    "P10",
    "warning",
    "quantitative: score = weight × min(1, actual / target); with a target of at most (≤) weight × min(1, target / actual)",
    "0.01",
    evaluateScores,
  ),
  rule(
    {
      id: "P11",
      severity: "warning",
      formula: "Σ over project tables executed = 03.total.project",
      tolerance: "0.005 万元 per printed operand, blank ones not counted",
    },
    [],
    (context, head) => evaluateExecuted(head, "", executedOf(context), context),
  ),
];
