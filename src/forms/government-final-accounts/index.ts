import type { FormFamily } from "../family.js";
import bondUse from "./bond-use.js";
import debtIssueAndService from "./debt-issue-and-service.js";
import debtLimitsAndBalances from "./debt-limits-and-balances.js";
import generalDebt from "./general-debt.js";
import generalPublicBudgetBasicExpenditure from "./general-public-budget-basic-expenditure.js";
import generalPublicBudgetExpenditure from "./general-public-budget-expenditure.js";
import generalPublicBudgetExpenditureByFunction from "./general-public-budget-expenditure-by-function.js";
import generalPublicBudgetRevenue from "./general-public-budget-revenue.js";
import generalPublicBudgetSpecialTransfers from "./general-public-budget-special-transfers.js";
import generalPublicBudgetTransfers from "./general-public-budget-transfers.js";
import governmentFundExpenditure from "./government-fund-expenditure.js";
import governmentFundExpenditureByFunction from "./government-fund-expenditure-by-function.js";
import governmentFundRevenue from "./government-fund-revenue.js";
import governmentFundTransfers from "./government-fund-transfers.js";
import governmentThreePublicExpenses from "./government-three-public-expenses.js";
import socialInsuranceBalance from "./social-insurance-balance.js";
import socialInsuranceExpenditure from "./social-insurance-expenditure.js";
import socialInsuranceRevenue from "./social-insurance-revenue.js";
import specialDebt from "./special-debt.js";
import stateCapitalExpenditure from "./state-capital-expenditure.js";
import stateCapitalExpenditureByFunction from "./state-capital-expenditure-by-function.js";
import stateCapitalRevenue from "./state-capital-revenue.js";
import stateCapitalTransfers from "./state-capital-transfers.js";

/** 财政总决算 of a government; which tables it prints varies by region, so none is prescribed. */
export const governmentFinalAccounts: FormFamily = {
  id: "government-final-accounts",
  name: "财政总决算",
  kind: "government-final-accounts",
  forms: [
    generalPublicBudgetRevenue,
    generalPublicBudgetExpenditure,
    generalPublicBudgetExpenditureByFunction,
    governmentFundRevenue,
    governmentFundExpenditure,
    governmentFundExpenditureByFunction,
    stateCapitalRevenue,
    stateCapitalExpenditure,
    stateCapitalExpenditureByFunction,
    generalPublicBudgetBasicExpenditure,
    generalPublicBudgetTransfers,
    generalPublicBudgetSpecialTransfers,
    governmentFundTransfers,
    stateCapitalTransfers,
    socialInsuranceRevenue,
    socialInsuranceExpenditure,
    socialInsuranceBalance,
    governmentThreePublicExpenses,
    debtLimitsAndBalances,
    generalDebt,
    specialDebt,
    debtIssueAndService,
    bondUse,
  ],
  sets: [],
};
