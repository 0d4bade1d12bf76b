import type { FormFamily } from "../family.js";
import agencyOperationExpenditure from "./agency-operation-expenditure.js";
import expenditureByFunction from "./expenditure-by-function.js";
import expenditureSummary from "./expenditure-summary.js";
import fiscalAppropriationBasicExpenditure from "./fiscal-appropriation-basic-expenditure.js";
import fiscalAppropriationExpenditure from "./fiscal-appropriation-expenditure.js";
import fiscalAppropriationSummary from "./fiscal-appropriation-summary.js";
import generalBudgetBasicExpenditure from "./general-budget-basic-expenditure.js";
import generalBudgetExpenditure from "./general-budget-expenditure.js";
import governmentFundBudget from "./government-fund-budget.js";
import incomeByFunction from "./income-by-function.js";
import incomeBySource from "./income-by-source.js";
import incomeExpenditureSummary from "./income-expenditure-summary.js";
import procurement from "./procurement.js";
import stateCapitalBudget from "./state-capital-budget.js";
import threePublicExpenses from "./three-public-expenses.js";

/** Shanghai's nine forms. */
const SHANGHAI = [
  "income-expenditure-summary",
  "income-by-function",
  "expenditure-by-function",
  "fiscal-appropriation-summary",
  "general-budget-expenditure",
  "government-fund-budget",
  "state-capital-budget",
  "general-budget-basic-expenditure",
  "three-public-expenses",
];

/** Jiangsu's twelve of 2017–2019. */
const JIANGSU = [
  "income-expenditure-summary",
  "income-by-source",
  "expenditure-summary",
  "fiscal-appropriation-summary",
  "fiscal-appropriation-expenditure",
  "fiscal-appropriation-basic-expenditure",
  "general-budget-expenditure",
  "general-budget-basic-expenditure",
  "three-public-expenses",
  "government-fund-budget",
  "agency-operation-expenditure",
  "procurement",
];

/** 部门预算: ids as in 部门决算 where the forms correspond (SPEC §2.0). */
export const departmentBudget: FormFamily = {
  id: "department-budget",
  name: "部门预算",
  kind: "budget",
  forms: [
    incomeExpenditureSummary,
    incomeByFunction,
    incomeBySource,
    expenditureByFunction,
    expenditureSummary,
    fiscalAppropriationSummary,
    fiscalAppropriationExpenditure,
    fiscalAppropriationBasicExpenditure,
    generalBudgetExpenditure,
    generalBudgetBasicExpenditure,
    governmentFundBudget,
    stateCapitalBudget,
    threePublicExpenses,
    agencyOperationExpenditure,
    procurement,
  ],
  sets: [SHANGHAI, JIANGSU],
};
