import { grouped } from "../amount.js";
import { statement } from "../evaluation.js";
import { pagesOf } from "../message.js";
import { rule } from "../rule.js";
import { figuresMatching, statementsMatching } from "../statements.js";
import { judge } from "../sum.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead, Statement } from "../types.js";

const DIRECTION = ".direction";

/** Subjects whose final amount a word compares with a budget. */
const JUDGED: readonly { path: string; instance: string; budgets: readonly string[] }[] = [
  { path: "generalBudget.detail", instance: "detail", budgets: ["openingBudget", "fullYearBudget"] },
  { path: "generalBudget.detail.items[*]", instance: "$1", budgets: ["openingBudget", "fullYearBudget"] },
  { path: "threePublic.*", instance: "threePublic.$1", budgets: ["budget", "openingBudget", "fullYearBudget"] },
];

/** 年初预算 first, unless the words name the adjusted one. */
export function budgetsMeant(budgets: readonly string[], quote: string): readonly string[] {
  return /全年|调整/.test(quote) ? budgets.toReversed() : budgets;
}

/** What the figures say; half a unit in the last place is no difference. */
function directionOf(final: EvaluatedOperand, budget: EvaluatedOperand): "greater" | "less" | "equal" {
  const { status, difference } = judge([final, budget], "=", { kind: "copy" });
  if (status !== "fail") return "equal";
  return difference.startsWith("-") ? "less" : "greater";
}

const WORDS: Readonly<Record<string, string>> = { greater: "greater than", less: "less than", equal: "equal to" };

function evaluateDirection(
  head: RuleHead,
  instance: string,
  said: Statement,
  budgets: readonly string[],
  context: Context,
): Evaluation[] {
  const base = said.path.slice(0, -DIRECTION.length);
  const final = figuresMatching(`${base}.final`, context)[0]?.operand;
  const budget = budgetsMeant(budgets, said.quote).flatMap((name) => figuresMatching(`${base}.${name}`, context))[0]
    ?.operand;
  // 基本持平 names no bound: it is neither confirmed nor denied.
  if (final === undefined || budget === undefined || said.value === null || WORDS[said.value] === undefined) return [];
  const operands: EvaluatedOperand[] = [final, { ...budget, side: "right" }];
  const truth = directionOf(final, { ...budget, side: "right" });
  const figures = `${final.label} ${grouped(final.value ?? "")} is said to be ${WORDS[said.value]} ${budget.label} ${grouped(budget.value ?? "")}`;
  const holds = truth === said.value;
  return [
    statement(head, {
      instance,
      status: holds ? "ok" : "fail",
      place: said.place,
      operands,
      actual: said.value,
      expected: truth,
      message: `narrative ${figures}${holds ? "" : `, but is ${WORDS[truth]} it`}${pagesOf(operands)}`,
    }),
  ];
}

/** 决算数大于预算数 and its like. */
export const directions: Rule[] = [
  rule(
    {
      id: "N5.16",
      severity: "error",
      formula: "direction word agrees: 大于 ⇔ final > budget, 小于 ⇔ final < budget, 持平 or 等于 ⇔ final = budget",
      tolerance: "logic",
    },
    [],
    (context, head) =>
      JUDGED.flatMap(({ path, instance, budgets }) =>
        statementsMatching(`${path}${DIRECTION}`, context).flatMap(({ statement: said, keys: [key = ""] }) =>
          evaluateDirection(head, instance.replace("$1", key), said, budgets, context),
        ),
      ),
  ),
];
