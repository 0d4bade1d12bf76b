import { type Amount, grouped } from "../amount.js";
import { statement } from "../evaluation.js";
import { FORM } from "../forms.js";
import { nameOf, pagesOf } from "../message.js";
import { judgePercent } from "../percent.js";
import { rule } from "../rule.js";
import { differentFigures, figuresMatching, type MatchedFigure } from "../statements.js";
import { cell, fact, resolve, type Term, treeTotal } from "../term.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead } from "../types.js";
import { budgetsMeant } from "./directions.js";

const { f03, f05, f09 } = FORM;

/** A percentage that the text prints: of what, in what. The first term that is printed counts. */
interface Share {
  pct: string;
  /** `$1` is what stood for the `*`. */
  instance: string;
  part: (key: string) => readonly Term[];
  base: (key: string, quote: string) => readonly Term[];
}

const facts = (...paths: readonly string[]): Term[] => paths.map((path) => fact(path));
const only =
  (...paths: readonly string[]) =>
  (): Term[] =>
    facts(...paths);

/** 完成年初预算的P%: the budget that the words name. */
const budgetsOf = (prefix: string, quote: string): Term[] =>
  budgetsMeant(["openingBudget", "fullYearBudget", "budget"], quote).map((budget) => fact(`${prefix}.${budget}`));

/** 09's budget column of each kind. */
const BUDGET_COLUMN: Readonly<Record<string, string>> = {
  overall: "budget.total",
  abroad: "budget.abroad",
  vehicle: "budget.vehicleSubtotal",
  reception: "budget.reception",
};

const threePublicBudget = (kind: string, quote: string): Term[] => {
  const column = BUDGET_COLUMN[kind];
  return [...budgetsOf(`threePublic.${kind}`, quote), ...(column === undefined ? [] : [cell(f09, "values", column)])];
};

const completion = (pct: string, instance: string, prefix: string): Share => ({
  pct: `${pct}.completionPct`,
  instance,
  part: (key) => facts(`${prefix}.final`.replace("*", key), `${prefix}.amount`.replace("*", key)),
  base: (key, quote) => budgetsOf(prefix.replace("*", key), quote),
});

const SHARES: readonly Share[] = [
  {
    pct: "income.components[*].share",
    instance: "income share $1",
    part: (key) => facts(`income.components[${key}].amount`),
    base: only("income.total"),
  },
  {
    pct: "expenditure.components[*].share",
    instance: "expenditure share $1",
    part: (key) => facts(`expenditure.components[${key}].amount`),
    base: only("expenditure.total"),
  },
  {
    pct: "generalBudget.overall.shareOfTotalExpenditure",
    instance: "generalBudget share of total expenditure",
    part: only("generalBudget.overall.amount"),
    base: () => [fact("expenditure.total"), treeTotal(f03, "total")],
  },
  {
    pct: "generalBudget.structure[*].share",
    instance: "structure share $1",
    part: (key) => facts(`generalBudget.structure[${key}].amount`),
    base: () => [...facts("generalBudget.structure.total", "generalBudget.overall.amount"), treeTotal(f05, "total")],
  },
  completion("generalBudget.detail", "detail completion", "generalBudget.detail"),
  completion("generalBudget.detail.items[*]", "item completion $1", "generalBudget.detail.items[*]"),
  completion("governmentFund", "governmentFund completion", "governmentFund"),
  completion("stateCapital", "stateCapital completion", "stateCapital"),
  {
    pct: "threePublic.*.completionPct",
    instance: "threePublic $1 completion",
    part: (key) => facts(`threePublic.${key}.final`, `threePublic.${key}.amount`),
    base: threePublicBudget,
  },
  {
    pct: "threePublic.*.share",
    instance: "threePublic $1 share",
    part: (key) => facts(`threePublic.${key}.structureAmount`, `threePublic.${key}.final`, `threePublic.${key}.amount`),
    base: () => [fact("threePublic.overall.final"), cell(f09, "values", "final.total")],
  },
  {
    pct: "procurement.smeShareOfTotal",
    instance: "sme share",
    part: only("procurement.smeContracts"),
    base: only("procurement.total"),
  },
  {
    pct: "procurement.microShareOfTotal",
    instance: "micro share",
    part: only("procurement.microContracts"),
    base: only("procurement.total"),
  },
  {
    pct: "procurement.microShareOfSme",
    instance: "micro share of sme",
    part: only("procurement.microContracts"),
    base: only("procurement.smeContracts"),
  },
  {
    pct: "performance.shareOfProjectExpenditure",
    instance: "share of project expenditure",
    part: only("performance.selfEvaluatedAmount"),
    // 占一般公共预算项目支出总额的 names 05; without it all project expenditure is meant.
    base: (_, quote) => [treeTotal(/一般公共预算/.test(quote) ? f05 : f03, "project")],
  },
  {
    pct: "performance.department.executionRatePct",
    instance: "department execution rate",
    part: only("performance.department.final"),
    base: only("performance.department.adjustedBudget"),
  },
  {
    pct: "performance.projects[*].ratePct",
    instance: "project execution rate $1",
    part: (key) => facts(`performance.projects[${key}].executed`),
    base: (key) => facts(`performance.projects[${key}].budget`),
  },
];

/** The first of several terms that is printed. */
const firstOf = (terms: readonly Term[], context: Context): EvaluatedOperand | null => {
  for (const term of terms) {
    const found = resolve(term, context, "right");
    if (found?.[0] !== undefined) return found[0];
  }
  return null;
};

export interface PercentInput {
  instance: string;
  percent: EvaluatedOperand;
  part: EvaluatedOperand;
  base: EvaluatedOperand;
  /** How far the base may lie from the true one, 元, where it is not printed. */
  baseStep?: Amount;
}

const figure = (operand: EvaluatedOperand): string => {
  const { value, unit } = operand;
  return `${nameOf(operand)} ${value === null ? "(blank)" : `${grouped(value)}${unit === null ? "" : ` ${unit}`}`}`;
};

/** A printed percentage as an evaluation; null when what is printed is no number. */
export function evaluatePercent(
  head: RuleHead,
  { instance, percent, part, base, baseStep }: PercentInput,
): Evaluation[] {
  const judged = judgePercent(percent.value ?? "", part, { ...base, step: baseStep });
  if (judged === null) return [];
  const operands: EvaluatedOperand[] = [percent, { ...part, side: "right" }, { ...base, side: "right" }];
  const is = judged.expected === null ? "has no base" : `is ${judged.expected}%`;
  const message = `${percent.label} ${percent.value}% is printed for ${figure(part)} of ${figure(base)}, which ${is}${pagesOf(operands)}`;
  return [
    statement(head, {
      instance,
      status: judged.status,
      relation: "%",
      place: percent.place,
      operands,
      actual: percent.value,
      expected: judged.expected,
      message,
      note: judged.note,
    }),
  ];
}

function evaluateShare(
  head: RuleHead,
  share: Share,
  { operand, keys, statement: said }: MatchedFigure,
  context: Context,
): Evaluation[] {
  const [key = ""] = keys;
  const part = firstOf(share.part(key), context);
  const base = firstOf(share.base(key, said.quote), context);
  if (part === null || base === null) return [];
  return evaluatePercent(head, { instance: share.instance.replace("$1", key), percent: operand, part, base });
}

/** Printed percentages. */
export const percentages: Rule[] = [
  rule(
    {
      id: "PCT",
      severity: "error",
      formula: "any printed percentage p with d decimals of a ratio r: p = r rounded half up to d",
      tolerance: "rounded twice, cut off, or at most 10^-d off: info; else error",
    },
    [],
    (context, head) =>
      SHARES.flatMap((share) =>
        differentFigures(figuresMatching(share.pct, context)).flatMap((matched) =>
          evaluateShare(head, share, matched, context),
        ),
      ),
  ),
];
