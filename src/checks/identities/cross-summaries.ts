import { evaluateSum } from "../evaluation.js";
import { FORM } from "../forms.js";
import { rule, sumRule, toleranceText } from "../rule.js";
import { cell, treeTotal } from "../term.js";
import type { Rule, Tolerance } from "../types.js";
import { againstClassRow, againstLeaves, classLines, figuresByClass } from "./by-class.js";
import { INCOME_SOURCES } from "./f02.js";
import { BUDGETS } from "./f04.js";

const { f01, f02, f03, f04 } = FORM;
const EXACT: Tolerance = { kind: "exact" };
/** Two printed figures of one amount, or one amount that may not exceed another. */
const PAIR: Tolerance = { kind: "perOperand", atLeast: 2 };

const FISCAL_LINES = ["generalPublicBudgetAppropriation", "governmentFundAppropriation", "stateCapitalAppropriation"];
const fiscalLine = (index: number) => cell(f01, `income.${FISCAL_LINES[index] ?? ""}`, "amount");
const line = (form: typeof f01 | typeof f04, key: string, column = "amount") => cell(form, key, column);

/** 收入支出决算总表 against the other summaries. */
export const crossSummaries: Rule[] = [
  sumRule({
    id: "X0102.1",
    formula: "01.income.currentYearIncomeTotal = 02.total.total",
    equations: [
      { left: [line(f01, "income.currentYearIncomeTotal")], right: [treeTotal(f02, "total")], tolerance: EXACT },
    ],
  }),
  sumRule({
    id: "X0102.2",
    formula: "Σ three fiscal lines of 01 = 02.total.fiscalAppropriation",
    equations: [
      {
        left: FISCAL_LINES.map((_, index) => fiscalLine(index)),
        right: [treeTotal(f02, "fiscalAppropriation")],
        tolerance: { kind: "perOperand", atLeast: 4 },
      },
    ],
  }),
  sumRule({
    id: "X0102.3",
    formula:
      "01.income.{superiorSubsidy, businessIncome, operatingIncome, affiliateRemittance, otherIncome} = 02.total.{same}",
    equations: INCOME_SOURCES.filter((source) => source !== "fiscalAppropriation").map((source) => ({
      instance: source,
      left: [line(f01, `income.${source}`)],
      right: [treeTotal(f02, source)],
      tolerance: EXACT,
    })),
  }),
  sumRule({
    id: "X0103.1",
    formula: "01.expenditure.currentYearExpenditureTotal = 03.total.total",
    equations: [
      {
        left: [line(f01, "expenditure.currentYearExpenditureTotal")],
        right: [treeTotal(f03, "total")],
        tolerance: EXACT,
      },
    ],
  }),
  rule(
    {
      id: "X0103.2",
      severity: "error",
      formula: "∀ class c: 01.expenditure.function.c = 03 class row c (if printed) = Σ 03 项 of c",
      tolerance: `${toleranceText(PAIR)} vs a printed class row; ${toleranceText({ kind: "perOperand" })} vs Σ 项`,
    },
    [f01, f03],
    (context, head) =>
      figuresByClass(
        { summary: { form: f01, column: "amount" }, codes: { form: f03, column: "total" } },
        context,
      ).flatMap((figures) => [
        ...againstClassRow(head, `${figures.code} vs class row`, figures),
        ...againstLeaves(head, `${figures.code} vs sum of items`, figures),
      ]),
  ),
  sumRule({
    id: "X0104.1",
    formula: "01 fiscal income lines = 04 income lines",
    equations: BUDGETS.map((budget, index) => ({
      instance: budget,
      left: [fiscalLine(index)],
      right: [line(f04, `income.${budget}`)],
      tolerance: EXACT,
    })),
  }),
  rule(
    {
      id: "X0104.2",
      severity: "error",
      formula: "∀ class c: 04.expenditure.function.c.total ≤ 01.expenditure.function.c",
      tolerance: toleranceText(PAIR),
    },
    [f01, f04],
    (context, head) =>
      classLines(f04, "total", f01, "amount", context).flatMap(({ code, operands }) =>
        evaluateSum({ rule: head, instance: code, operands, relation: "<=", tolerance: PAIR }),
      ),
  ),
  sumRule({
    id: "X0104.3",
    formula:
      "04.income.openingBalance ≤ 01.income.openingBalance; 04.expenditure.closingBalance ≤ 01.expenditure.closingBalance",
    equations: [
      {
        instance: "openingBalance",
        left: [line(f04, "income.openingBalance")],
        right: [line(f01, "income.openingBalance")],
        relation: "<=",
        tolerance: PAIR,
      },
      {
        instance: "closingBalance",
        left: [line(f04, "expenditure.closingBalance", "total")],
        right: [line(f01, "expenditure.closingBalance")],
        relation: "<=",
        tolerance: PAIR,
      },
    ],
  }),
];
