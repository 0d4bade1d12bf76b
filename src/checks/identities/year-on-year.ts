import { amountOf, grouped, halfStep, inYuan, scaleOf, yuanPer, ZERO } from "../amount.js";
import { evaluateSum, statement } from "../evaluation.js";
import { pagesOf } from "../message.js";
import { rule } from "../rule.js";
import { differentFigures, figuresEnding, figuresMatching, type MatchedFigure } from "../statements.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead } from "../types.js";
import { evaluatePercent } from "./ratios.js";

const PCT = ".comparison.pct";
const PRIOR = ".priorAmount";

/** What a comparison is of, in the order in which it is looked for: `overview.total`, `agencyOperation.amount`. */
const CURRENT = [".total", ".amount", ".final", ".structureAmount", ".expenditureTotal", ""];

const figureAt = (path: string, context: Context): EvaluatedOperand | undefined =>
  figuresMatching(path, context)[0]?.operand;

interface Change {
  subject: string;
  current: EvaluatedOperand;
  delta: EvaluatedOperand;
  increase: boolean;
}

function changeOf(subject: string, context: Context): Change | null {
  const current = CURRENT.map((suffix) => figureAt(subject + suffix, context)).find((found) => found !== undefined);
  const delta = figureAt(`${subject}.comparison.delta`, context);
  const direction = context.facts(`${subject}.comparison.direction`)[0]?.value;
  if (current === undefined || delta === undefined || (direction !== "increase" && direction !== "decrease"))
    return null;
  return { subject, current, delta, increase: direction === "increase" };
}

/** What the comparison implies of the other year: current - change after an increase, current + change after a decrease. */
function impliedPrior({ current, delta, increase }: Change): EvaluatedOperand {
  const sign = increase ? -1 : 1;
  const change = inYuan(delta).times(sign).div(yuanPer(current.unit));
  const value = (amountOf(current.value) ?? ZERO).plus(change);
  const scale = Math.max(scaleOf(current.value), value.decimalPlaces());
  return {
    ...current,
    side: "right",
    value: value.toFixed(scale),
    label: increase ? "the amount before the increase" : "the amount before the decrease",
  };
}

/** How far a printed amount may lie from the true one. 元. */
const stepOf = ({ value, unit }: EvaluatedOperand) => halfStep(value, unit);

function evaluateChange(head: RuleHead, change: Change, percent: MatchedFigure): Evaluation[] {
  const prior = impliedPrior(change);
  if (prior.value?.startsWith("-")) {
    const operands = [change.delta, { ...change.current, side: "right" as const }];
    const message = `${change.delta.label} ${grouped(change.delta.value ?? "")} is more than the amount that it increased to, ${grouped(change.current.value ?? "")}${pagesOf(operands)}`;
    return [
      statement(head, {
        instance: change.subject,
        status: "fail",
        place: change.delta.place,
        operands,
        message,
        actual: change.delta.value,
        expected: change.current.value,
      }),
    ];
  }
  return evaluatePercent(head, {
    instance: change.subject,
    percent: percent.operand,
    part: { ...change.delta, side: "right" },
    base: prior,
    baseStep: stepOf(change.current).plus(stepOf(change.delta)),
  });
}

/** 与2023年度82,004.19万元相比: the other year's amount is printed as well. */
function evaluatePrinted(head: RuleHead, subject: string, prior: EvaluatedOperand, context: Context): Evaluation[] {
  const change = changeOf(subject, context);
  if (change === null) return [];
  const { current, delta, increase } = change;
  const operands: EvaluatedOperand[] = [
    current,
    { ...prior, side: "right" },
    { ...delta, side: increase ? "right" : "left" },
  ];
  const evaluation = evaluateSum({
    rule: head,
    instance: `${subject} prior`,
    operands,
    tolerance: { kind: "perOperand" },
  });
  return [evaluation];
}

/** 比上年增加D万元，增长P%. */
export const yearOnYear: Rule[] = [
  rule(
    {
      id: "YOY",
      severity: "error",
      formula: "prior = current ∓ D; P = D / prior (PCT rule); with prior = 0 no percentage, 0 or 100",
      tolerance: "as PCT",
    },
    [],
    (context, head) => [
      ...differentFigures(figuresEnding(PCT, context)).flatMap((percent) => {
        const change = changeOf(percent.statement.path.slice(0, -PCT.length), context);
        return change === null ? [] : evaluateChange(head, change, percent);
      }),
      ...differentFigures(figuresEnding(PRIOR, context)).flatMap(({ operand, statement: said }) =>
        evaluatePrinted(head, said.path.slice(0, -PRIOR.length), operand, context),
      ),
    ],
  ),
];
