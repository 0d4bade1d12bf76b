import type { PerformanceTable } from "../../model/index.js";
import { Exact } from "../../text/decimal.js";
import { amountOf, grouped } from "../amount.js";
import { statement } from "../evaluation.js";
import { pagesOf } from "../message.js";
import type { Evaluation, RuleHead } from "../types.js";
import { indicatorsOf, type Placed, performanceValue } from "./performance-table.js";

const SCORE_DECIMALS = 2;
/** One unit in the last place of a score: graders round the ratio or the score. */
const TOLERANCE = new Exact("0.01");

/** An indicator is achieved when it has its full weight. */
export function achievedOf({ indicator }: Placed): boolean {
  const [score, weight] = [amountOf(indicator.score), amountOf(indicator.weight)];
  return score !== null && weight !== null && score.eq(weight);
}

/** The score that the figures give; null for what is graded by judgement, or measured in two units. */
function dueScore({ indicator }: Placed): InstanceType<typeof Exact> | null {
  const { target, actual } = indicator;
  const [weight, goal, reached] = [
    amountOf(indicator.weight),
    amountOf(target?.value ?? null),
    amountOf(actual?.value ?? null),
  ];
  if (weight === null || goal === null || reached === null || target?.unit !== actual?.unit) return null;
  const reverse = target?.comparator === "<=" || target?.comparator === "<";
  const [part, whole] = reverse ? [goal, reached] : [reached, goal];
  // 0 of at most 0 is achieved; a target of nothing gives no ratio.
  if (whole.isZero()) return reverse ? weight : null;
  return weight.times(Exact.max(0, Exact.min(1, part.div(whole)))).toDecimalPlaces(SCORE_DECIMALS);
}

/** Every quantitative indicator's score against its target and what was reached. */
export function evaluateScores(head: RuleHead, table: PerformanceTable): Evaluation[] {
  return indicatorsOf(table).flatMap((placed) => {
    const { indicator, row } = placed;
    const due = dueScore(placed);
    const score = amountOf(indicator.score);
    if (due === null || score === null) return [];
    const about = { label: indicator.name, page: indicator.page };
    const printed = performanceValue(table, row, "score", indicator.score, "left", about);
    const operands = [
      printed,
      performanceValue(table, row, "target", indicator.target?.value ?? null, "right", about),
      performanceValue(table, row, "actual", indicator.actual?.value ?? null, "right", about),
    ];
    const difference = score.minus(due);
    const status = difference.isZero() ? "ok" : difference.abs().lte(TOLERANCE) ? "rounding" : "fail";
    const shown = due.toFixed();
    const reached = `${indicator.actual?.raw ?? ""} of ${indicator.target?.raw ?? ""}`;
    return [
      statement(head, {
        instance: `${table.id} ${row}`,
        status,
        place: printed.place,
        operands,
        actual: indicator.score,
        expected: shown,
        difference: difference.toFixed(),
        tolerance: TOLERANCE.toFixed(),
        message: `${indicator.name ?? row}: score ${grouped(indicator.score ?? "")} for ${reached}, which earns ${grouped(shown)} of ${indicator.weight}${pagesOf([printed])}`,
      }),
    ];
  });
}
