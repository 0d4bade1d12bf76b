import { FORM } from "../forms.js";
import { rule, sumRule, toleranceText } from "../rule.js";
import { cell, sumOf } from "../term.js";
import { realRows } from "../tree.js";
import type { Tolerance } from "../types.js";
import { evaluateRow } from "./rows.js";

/** The three budgets that pay 财政拨款: also the columns of the expenditure side. */
export const BUDGETS = ["generalPublicBudget", "governmentFund", "stateCapital"];
const COLUMNS = ["total", ...BUDGETS];

const income = (key: string) => cell(FORM.f04, `income.${key}`, "amount");
const expenditure = (key: string, column: string) => cell(FORM.f04, `expenditure.${key}`, column);
const ROW: Tolerance = { kind: "perOperand", atLeast: 4 };

/** 财政拨款收入支出决算总表. */
export const f04 = [
  sumRule({
    id: "F04.1",
    formula: "income.currentYearIncomeTotal = income.generalPublicBudget + income.governmentFund + income.stateCapital",
    equations: [{ left: [income("currentYearIncomeTotal")], right: BUDGETS.map(income), tolerance: ROW }],
  }),
  sumRule({
    id: "F04.2",
    formula: "income.openingBalance = Σ income.openingBalance.{generalPublicBudget, governmentFund, stateCapital}",
    equations: [
      {
        left: [income("openingBalance")],
        right: BUDGETS.map((budget) => income(`openingBalance.${budget}`)),
        tolerance: ROW,
      },
    ],
  }),
  sumRule({
    id: "F04.3",
    formula: "income.grandTotal = income.currentYearIncomeTotal + income.openingBalance",
    equations: [
      {
        left: [income("grandTotal")],
        right: [income("currentYearIncomeTotal"), income("openingBalance")],
        tolerance: { kind: "perOperand", atLeast: 3 },
      },
    ],
  }),
  sumRule({
    id: "F04.4",
    formula: "∀ column: expenditure.currentYearExpenditureTotal = Σ expenditure.function.*",
    equations: COLUMNS.map((column) => ({
      instance: column,
      left: [expenditure("currentYearExpenditureTotal", column)],
      right: [sumOf(FORM.f04, { keyPrefix: "expenditure.function." }, column)],
      tolerance: { kind: "perOperand" },
      noun: "function rows",
    })),
  }),
  sumRule({
    id: "F04.5",
    formula: "∀ column: expenditure.grandTotal = expenditure.currentYearExpenditureTotal + expenditure.closingBalance",
    equations: COLUMNS.map((column) => ({
      instance: column,
      left: [expenditure("grandTotal", column)],
      right: [expenditure("currentYearExpenditureTotal", column), expenditure("closingBalance", column)],
      tolerance: { kind: "perOperand", atLeast: 3 },
    })),
  }),
  rule(
    {
      id: "F04.row",
      severity: "error",
      formula: "∀ expenditure row: total = generalPublicBudget + governmentFund + stateCapital",
      tolerance: toleranceText(ROW),
    },
    [FORM.f04],
    (context, head) =>
      context
        .tables(FORM.f04)
        .flatMap((table) =>
          realRows(table).flatMap(
            (row) => evaluateRow(head, { left: ["total"], right: BUDGETS }, table, row, context, ROW) ?? [],
          ),
        ),
  ),
  sumRule({
    id: "F04.6",
    formula: "income.grandTotal = expenditure.grandTotal.total",
    equations: [
      { left: [income("grandTotal")], right: [expenditure("grandTotal", "total")], tolerance: { kind: "exact" } },
    ],
  }),
  sumRule({
    id: "F04.7",
    formula:
      "per budget b: income.b + openingBalance.b = expenditure.currentYearExpenditureTotal[b] + closingBalance[b]",
    equations: BUDGETS.map((budget) => ({
      instance: budget,
      left: [income(budget), income(`openingBalance.${budget}`)],
      right: [expenditure("currentYearExpenditureTotal", budget), expenditure("closingBalance", budget)],
      tolerance: ROW,
      needsAll: true,
    })),
  }),
];
