import { defineForm } from "../definition.js";
import { expenditureUses } from "./shared-rows.js";

/** 财政拨款收支预算总表; Jiangsu prints the expenditure by use. */
export default defineForm({
  id: "fiscal-appropriation-summary",
  family: "department-budget",
  kind: "budget",
  titles: ["财政拨款收支预算总表", "财政拨款收支总表", "财政拨款收入支出预算总表", "财政拨款收入支出总表"],
  layout: "two-sided",
  unit: "万元",
  columns: [
    { key: "amount", side: "income", path: [["预算数", "金额", "预算"]] },
    { key: "total", side: "expenditure", path: [["合计", "小计", "金额", "预算数"]] },
    {
      key: "generalPublicBudget",
      side: "expenditure",
      optional: true,
      path: [["一般公共预算", "一般公共预算财政拨款", "一般公共预算资金"]],
    },
    {
      key: "governmentFund",
      side: "expenditure",
      optional: true,
      path: [["政府性基金预算", "政府性基金", "政府性基金预算财政拨款"]],
    },
    {
      key: "stateCapital",
      side: "expenditure",
      optional: true,
      path: [["国有资本经营预算", "国有资本经营", "国有资本经营预算财政拨款"]],
    },
  ],
  functionPrefix: "expenditure.function",
  rows: [
    {
      key: "income.generalPublicBudget",
      side: "income",
      labels: ["一般公共预算资金", "一般公共预算", "一般公共预算拨款", "一般公共预算财政拨款"],
    },
    {
      key: "income.governmentFund",
      side: "income",
      labels: ["政府性基金", "政府性基金预算", "政府性基金预算拨款", "政府性基金预算财政拨款"],
    },
    {
      key: "income.stateCapital",
      side: "income",
      labels: ["国有资本经营预算", "国有资本经营预算拨款", "国有资本经营预算财政拨款"],
    },
    { key: "income.currentYearIncomeTotal", side: "income", role: "subtotal", labels: ["本年收入合计", "本年收入"] },
    { key: "income.openingBalance", side: "income", labels: ["上年结转", "上年结转资金", "上年结转结余"] },
    { key: "income.grandTotal", side: "income", role: "total", labels: ["收入总计", "收入合计", "总计"] },
    ...expenditureUses,
    {
      key: "expenditure.currentYearExpenditureTotal",
      side: "expenditure",
      role: "subtotal",
      labels: ["本年支出合计", "本年支出"],
    },
    { key: "expenditure.closingBalance", side: "expenditure", labels: ["结转下年", "结转下年资金", "年终结转结余"] },
    { key: "expenditure.grandTotal", side: "expenditure", role: "total", labels: ["支出总计", "支出合计", "总计"] },
  ],
  identities: [
    {
      kind: "rows",
      total: "income.grandTotal",
      parts: ["income.generalPublicBudget", "income.governmentFund", "income.stateCapital", "income.openingBalance"],
    },
  ],
});
