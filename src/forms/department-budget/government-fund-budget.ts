import { defineForm } from "../definition.js";

/** 政府性基金预算支出功能分类预算表. */
export default defineForm({
  id: "government-fund-budget",
  family: "department-budget",
  kind: "budget",
  titles: [
    "政府性基金预算支出功能分类预算表",
    "政府性基金预算财政拨款支出预算表",
    "财政拨款政府性基金支出预算表",
    "政府性基金预算支出预算表",
    "政府性基金预算支出表",
  ],
  layout: "code-tree",
  unit: "万元",
  columns: [
    { key: "expenditureTotal", path: [["合计", "金额", "小计", "预算数"]] },
    { key: "expenditureBasic", optional: true, path: [["基本支出"]] },
    { key: "expenditureProject", optional: true, path: [["项目支出"]] },
  ],
});
