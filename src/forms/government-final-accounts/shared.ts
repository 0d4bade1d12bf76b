import type { ColumnDefinition } from "../definition.js";
import type { IdentityDefinition } from "../identity-definition.js";

/** What may stand before the budget's name: 省本级, 全区, 自治区本级, 各市县, 河北省, but no other budget, no part's heading and no year. */
export const SCOPE = "^(?:(?!收入|支出|预算|决算|基金|保险|资本|债|转移|税收|“?三公|年|\\d).){0,16}";

/** 决算, or 执行 and 完成 before the accounts are closed. */
export const ACCOUNT = "(?:决算|执行|完成)?(?:情况)?(?:总|明细)?表$";

/** 预算数|调整预算数|决算数|为预算%|为上年%: each region prints some of them. */
export const accountColumns: readonly ColumnDefinition[] = [
  { key: "budget", optional: true, path: [["年初预算数", "预算数", "年初预算"]] },
  { key: "adjustedBudget", optional: true, path: [["调整预算数", "变动预算数", "全年预算数", "调整预算"]] },
  { key: "final", path: [["决算数", "执行数", "支出合计", "收入合计", "决算", "本年决算数"]] },
  {
    key: "percentOfBudget",
    kind: "percent",
    optional: true,
    path: [["/^(?:决算数|执行数)?(?:完成|为|占).*预算数?的?%$/"]],
  },
  { key: "percentOfPrior", kind: "percent", optional: true, path: [["/^(?:决算数|执行数)?为上年.*%$/"]] },
  { key: "growth", kind: "percent", optional: true, path: [["/^(?:决算数|执行数)?(?:比|较)上年.*%$/"]] },
];

/** The percentage is of the adjusted budget where one is printed. */
export const accountRatio: IdentityDefinition = {
  kind: "ratio",
  percent: "percentOfBudget",
  part: "final",
  base: ["adjustedBudget", "budget"],
};

/** Rows add up down the tree, where none is left out (those of secret items are). */
export const accountIdentities: readonly IdentityDefinition[] = [
  { kind: "children", columns: ["budget", "adjustedBudget", "final"], severity: "warning" },
  accountRatio,
];
