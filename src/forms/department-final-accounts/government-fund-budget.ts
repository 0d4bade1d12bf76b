import { defineForm } from "../definition.js";
import { balanceColumns } from "./shared-columns.js";

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
  layout: "code-tree",
  unit: "万元",
  columns: balanceColumns,
});
