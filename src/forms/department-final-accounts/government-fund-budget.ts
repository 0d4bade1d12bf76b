import { defineForm } from "../definition.js";
import { balanceColumns } from "./shared-columns.js";
import { ACCOUNT, BOTH, BY_FUNCTION, titled } from "./shared-titles.js";

/** 政府性基金预算财政拨款收入支出决算表 (SPEC §2.7) */
export default defineForm({
  id: "government-fund-budget",
  family: "department-final-accounts",
  titles: [
    "政府性基金预算财政拨款收入支出决算表",
    "政府性基金预算财政拨款支出决算表",
    "政府性基金预算收入支出决算表",
    "政府性基金预算财政拨款收支决算表",
    "政府性基金收入支出决算表",
    "政府性基金预算支出决算表",
    "政府性基金决算表",
  ],
  titlePatterns: [titled(`政府性基金(?:预算)?(?:财政拨款)?(?:支出|${BOTH})?(?:${ACCOUNT}|情况表)${BY_FUNCTION}`)],
  layout: "code-tree",
  unit: "万元",
  columns: balanceColumns,
});
