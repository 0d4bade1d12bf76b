import type { RowDefinition } from "../definition.js";

/** Where the fiscal appropriation comes from; Shanghai prints 资金, Jiangsu the budget's bare name. */
export const incomeSources: readonly RowDefinition[] = [
  {
    key: "income.generalPublicBudgetAppropriation",
    side: "income",
    labels: [
      "一般公共预算资金",
      "一般公共预算",
      "一般公共预算拨款收入",
      "一般公共预算财政拨款收入",
      "一般公共预算收入",
    ],
  },
  {
    key: "income.governmentFundAppropriation",
    side: "income",
    labels: [
      "政府性基金",
      "政府性基金预算",
      "政府性基金预算拨款收入",
      "政府性基金预算财政拨款收入",
      "政府性基金预算收入",
    ],
  },
  {
    key: "income.stateCapitalAppropriation",
    side: "income",
    labels: ["国有资本经营预算", "国有资本经营预算拨款收入", "国有资本经营预算财政拨款收入", "国有资本经营预算收入"],
  },
];

/** 支出用途, beside the functions in Jiangsu. */
export const expenditureUses: readonly RowDefinition[] = [
  { key: "expenditure.basic", side: "expenditure", labels: ["基本支出"] },
  { key: "expenditure.project", side: "expenditure", labels: ["项目支出"] },
  { key: "expenditure.reserve", side: "expenditure", labels: ["单位预留机动经费", "预留机动经费"] },
];
