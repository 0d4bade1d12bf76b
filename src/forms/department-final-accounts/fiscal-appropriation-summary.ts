import { defineForm } from "../definition.js";
import { ACCOUNT, BOTH, OVERALL, titled } from "./shared-titles.js";

/** 财政拨款收入支出决算总表 (SPEC §2.4). Shanghai prints the parts of the opening balance with the labels of the income lines. */
export default defineForm({
  id: "fiscal-appropriation-summary",
  family: "department-final-accounts",
  titles: ["财政拨款收入支出决算总表", "财政拨款收支决算总表", "财政拨款收入支出决算表", "财政拨款收入支出总表"],
  titlePatterns: [titled(`(?:财政拨款${BOTH}(?:${ACCOUNT}|${OVERALL})|决算财政拨款${BOTH}总表)`)],
  layout: "two-sided",
  unit: "万元",
  columns: [
    { key: "amount", side: "income", path: [["决算数", "金额", "决算", "决算金额", "本年决算数"]] },
    { key: "total", side: "expenditure", path: [["小计", "合计"]] },
    { key: "generalPublicBudget", side: "expenditure", path: [["一般公共预算财政拨款", "一般公共预算"]] },
    { key: "governmentFund", side: "expenditure", path: [["政府性基金预算财政拨款", "政府性基金预算", "政府性基金"]] },
    {
      key: "stateCapital",
      side: "expenditure",
      path: [["国有资本经营预算财政拨款", "国有资本经营预算", "国有资本经营"]],
    },
  ],
  functionPrefix: "expenditure.function",
  rows: [
    {
      key: "income.generalPublicBudget",
      side: "income",
      labels: ["一般公共预算财政拨款", "一般公共预算财政拨款收入", "一般公共预算"],
    },
    {
      key: "income.governmentFund",
      side: "income",
      labels: ["政府性基金预算财政拨款", "政府性基金预算财政拨款收入", "政府性基金预算"],
    },
    {
      key: "income.stateCapital",
      side: "income",
      labels: ["国有资本经营预算财政拨款", "国有资本经营预算财政拨款收入", "国有资本经营预算"],
    },
    { key: "income.currentYearIncomeTotal", side: "income", role: "subtotal", labels: ["本年收入合计", "本年收入"] },
    {
      key: "income.openingBalance",
      side: "income",
      labels: ["年初财政拨款结转和结余", "年初结转和结余", "上年财政拨款结转和结余", "上年结转和结余", "上年结转"],
    },
    {
      key: "income.openingBalance.generalPublicBudget",
      side: "income",
      after: "income.openingBalance",
      labels: ["一般公共预算财政拨款", "一般公共预算财政拨款收入", "一般公共预算"],
    },
    {
      key: "income.openingBalance.governmentFund",
      side: "income",
      after: "income.openingBalance",
      labels: ["政府性基金预算财政拨款", "政府性基金预算财政拨款收入", "政府性基金预算"],
    },
    {
      key: "income.openingBalance.stateCapital",
      side: "income",
      after: "income.openingBalance",
      labels: ["国有资本经营预算财政拨款", "国有资本经营预算财政拨款收入", "国有资本经营预算"],
    },
    { key: "income.grandTotal", side: "income", role: "total", labels: ["总计", "合计", "收入总计"] },
    {
      key: "expenditure.currentYearExpenditureTotal",
      side: "expenditure",
      role: "subtotal",
      labels: ["本年支出合计", "本年支出"],
    },
    {
      key: "expenditure.closingBalance",
      side: "expenditure",
      labels: ["年末财政拨款结转和结余", "年末结转和结余", "结转下年"],
    },
    { key: "expenditure.grandTotal", side: "expenditure", role: "total", labels: ["总计", "合计", "支出总计"] },
  ],
});
