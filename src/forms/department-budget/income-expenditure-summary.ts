import { defineForm } from "../definition.js";
import { expenditureUses, incomeSources } from "./shared-rows.js";

/** (财务)收支预算总表 (SPEC §2.0, budget relatives). Jiangsu prints expenditure twice: by function and by use. */
export default defineForm({
  id: "income-expenditure-summary",
  family: "department-budget",
  kind: "budget",
  titles: ["财务收支预算总表", "收支预算总表", "收入支出预算总表", "收支总表", "收入支出总表", "财务收支总表"],
  layout: "two-sided",
  unit: "万元",
  columns: [
    { key: "amount", side: "income", path: [["预算数", "金额", "预算", "本年预算数", "预算金额"]] },
    { key: "amount", side: "expenditure", path: [["预算数", "金额", "预算", "本年预算数", "预算金额"]] },
  ],
  functionPrefix: "expenditure.function",
  rows: [
    ...incomeSources,
    { key: "income.fiscalAppropriation", side: "income", role: "subtotal", labels: ["财政拨款收入", "财政拨款"] },
    {
      key: "income.fiscalAccountFunds",
      side: "income",
      labels: ["财政专户管理资金", "财政转专户管理资金", "财政专户管理资金收入"],
    },
    { key: "income.superiorSubsidy", side: "income", labels: ["上级补助收入"] },
    { key: "income.businessIncome", side: "income", labels: ["事业收入"] },
    { key: "income.operatingIncome", side: "income", labels: ["事业单位经营收入", "经营收入"] },
    { key: "income.affiliateRemittance", side: "income", labels: ["附属单位上缴收入"] },
    { key: "income.otherIncome", side: "income", labels: ["其他收入", "其他资金"] },
    {
      key: "income.currentYearIncomeTotal",
      side: "income",
      role: "subtotal",
      labels: ["本年收入合计", "当年收入小计", "当年收入合计"],
    },
    {
      key: "income.openingBalance",
      side: "income",
      labels: ["上年结转资金", "上年结转", "上年结转结余", "上年结转和结余"],
    },
    { key: "income.grandTotal", side: "income", role: "total", labels: ["收入总计", "收入合计", "总计"] },
    ...expenditureUses,
    {
      key: "expenditure.currentYearExpenditureTotal",
      side: "expenditure",
      role: "subtotal",
      labels: ["本年支出合计", "当年支出小计", "当年支出合计"],
    },
    { key: "expenditure.closingBalance", side: "expenditure", labels: ["结转下年资金", "结转下年", "年终结转结余"] },
    { key: "expenditure.grandTotal", side: "expenditure", role: "total", labels: ["支出总计", "支出合计", "总计"] },
  ],
  identities: [
    {
      kind: "rows",
      total: "income.fiscalAppropriation",
      parts: [
        "income.generalPublicBudgetAppropriation",
        "income.governmentFundAppropriation",
        "income.stateCapitalAppropriation",
      ],
    },
    { kind: "rows", total: "income.grandTotal", parts: ["expenditure.grandTotal"] },
  ],
});
