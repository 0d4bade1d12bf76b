import { FORM } from "../forms.js";
import { sumRule } from "../rule.js";
import { cell, sumOf } from "../term.js";

const at = (key: string) => cell(FORM.f01, key, "amount");

const SOURCES = [
  "generalPublicBudgetAppropriation",
  "governmentFundAppropriation",
  "stateCapitalAppropriation",
  "superiorSubsidy",
  "businessIncome",
  "operatingIncome",
  "affiliateRemittance",
  "otherIncome",
];

/** 收入支出决算总表. */
export const f01 = [
  sumRule({
    id: "F01.1",
    formula: "income.currentYearIncomeTotal = Σ income.{8 sources}",
    equations: [
      {
        left: [at("income.currentYearIncomeTotal")],
        right: SOURCES.map((source) => at(`income.${source}`)),
        tolerance: { kind: "perOperand" },
      },
    ],
  }),
  sumRule({
    id: "F01.2",
    formula: "income.grandTotal = income.currentYearIncomeTotal + income.nonFiscalSurplusUsed + income.openingBalance",
    equations: [
      {
        left: [at("income.grandTotal")],
        right: [at("income.currentYearIncomeTotal"), at("income.nonFiscalSurplusUsed"), at("income.openingBalance")],
        tolerance: { kind: "perOperand", atLeast: 4 },
      },
    ],
  }),
  sumRule({
    id: "F01.3",
    formula: "expenditure.currentYearExpenditureTotal = Σ expenditure.function.*",
    equations: [
      {
        left: [at("expenditure.currentYearExpenditureTotal")],
        right: [sumOf(FORM.f01, { keyPrefix: "expenditure.function." }, "amount")],
        tolerance: { kind: "perOperand" },
        noun: "function rows",
      },
    ],
  }),
  sumRule({
    id: "F01.4",
    formula:
      "expenditure.grandTotal = expenditure.currentYearExpenditureTotal + expenditure.surplusDistribution + expenditure.closingBalance",
    equations: [
      {
        left: [at("expenditure.grandTotal")],
        right: [
          at("expenditure.currentYearExpenditureTotal"),
          at("expenditure.surplusDistribution"),
          at("expenditure.closingBalance"),
        ],
        tolerance: { kind: "perOperand", atLeast: 4 },
      },
    ],
  }),
  sumRule({
    id: "F01.5",
    formula: "income.grandTotal = expenditure.grandTotal",
    equations: [
      { left: [at("income.grandTotal")], right: [at("expenditure.grandTotal")], tolerance: { kind: "exact" } },
    ],
  }),
];
