import type { FormFamily } from "../family.js";
import expenditureByFunction from "./expenditure-by-function.js";
import fiscalAppropriationSummary from "./fiscal-appropriation-summary.js";
import generalBudgetBasicExpenditure from "./general-budget-basic-expenditure.js";
import generalBudgetExpenditure from "./general-budget-expenditure.js";
import governmentFundBudget from "./government-fund-budget.js";
import incomeByFunction from "./income-by-function.js";
import incomeExpenditureSummary from "./income-expenditure-summary.js";
import stateCapitalBudget from "./state-capital-budget.js";
import threePublicExpenses from "./three-public-expenses.js";

const forms = [
  incomeExpenditureSummary,
  incomeByFunction,
  expenditureByFunction,
  fiscalAppropriationSummary,
  generalBudgetExpenditure,
  generalBudgetBasicExpenditure,
  governmentFundBudget,
  stateCapitalBudget,
  threePublicExpenses,
].map((form) => ({ ...form, kind: "final-accounts" as const }));

/** The nine forms of 部门决算公开, in the order of SPEC §2.0. */
export const departmentFinalAccounts: FormFamily = {
  id: "department-final-accounts",
  name: "部门决算",
  kind: "final-accounts",
  forms,
  sets: [forms.map((form) => form.id)],
};
