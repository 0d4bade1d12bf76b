import { defineForm } from "../definition.js";
import { ACCOUNT, BOTH, OVERALL, titled } from "./shared-titles.js";

/** 收入支出决算总表 (SPEC §2.1) */
export default defineForm({
  id: "income-expenditure-summary",
  family: "department-final-accounts",
  titles: ["收入支出决算总表", "收支决算总表", "收入支出总表", "收入支出决算表"],
  titlePatterns: [titled(`(?:${BOTH}(?:${ACCOUNT}|${OVERALL})|决算${BOTH}总表)`)],
  layout: "two-sided",
  unit: "万元",
  columns: [
    { key: "amount", side: "income", path: [["金额", "决算数", "决算", "决算金额", "本年决算数"]] },
    { key: "amount", side: "expenditure", path: [["金额", "决算数", "决算", "决算金额", "本年决算数"]] },
  ],
  functionPrefix: "expenditure.function",
  rows: [
    {
      key: "income.generalPublicBudgetAppropriation",
      side: "income",
      labels: ["一般公共预算财政拨款收入", "一般公共预算财政拨款", "财政拨款收入", "一般公共预算拨款收入"],
    },
    {
      key: "income.governmentFundAppropriation",
      side: "income",
      labels: ["政府性基金预算财政拨款收入", "政府性基金预算财政拨款", "政府性基金预算拨款收入"],
    },
    {
      key: "income.stateCapitalAppropriation",
      side: "income",
      labels: ["国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款", "国有资本经营预算拨款收入"],
    },
    { key: "income.superiorSubsidy", side: "income", labels: ["上级补助收入"] },
    { key: "income.businessIncome", side: "income", labels: ["事业收入"] },
    { key: "income.operatingIncome", side: "income", labels: ["经营收入", "事业单位经营收入"] },
    { key: "income.affiliateRemittance", side: "income", labels: ["附属单位上缴收入", "附属单位缴款"] },
    { key: "income.otherIncome", side: "income", labels: ["其他收入"] },
    { key: "income.currentYearIncomeTotal", side: "income", role: "subtotal", labels: ["本年收入合计"] },
    {
      key: "income.nonFiscalSurplusUsed",
      side: "income",
      labels: [
        "使用非财政拨款结余（含专用结余）",
        "使用非财政拨款结余",
        "使用专用结余和非财政拨款结余",
        "使用非财政拨款结余和专用结余",
        "用事业基金弥补收支差额",
      ],
    },
    { key: "income.openingBalance", side: "income", labels: ["年初结转和结余", "上年结转和结余", "上年结转"] },
    { key: "income.grandTotal", side: "income", role: "total", labels: ["总计", "合计", "收入总计"] },
    { key: "expenditure.currentYearExpenditureTotal", side: "expenditure", role: "subtotal", labels: ["本年支出合计"] },
    { key: "expenditure.surplusDistribution", side: "expenditure", labels: ["结余分配"] },
    { key: "expenditure.closingBalance", side: "expenditure", labels: ["年末结转和结余", "结转下年"] },
    { key: "expenditure.grandTotal", side: "expenditure", role: "total", labels: ["总计", "合计", "支出总计"] },
  ],
});
