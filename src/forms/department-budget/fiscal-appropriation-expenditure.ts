import { defineForm } from "../definition.js";

/** 财政拨款支出预算表（功能科目） (Jiangsu): all budgets together. */
export default defineForm({
  id: "fiscal-appropriation-expenditure",
  family: "department-budget",
  kind: "budget",
  titles: ["财政拨款支出预算表（功能科目）", "财政拨款支出预算表"],
  layout: "code-tree",
  unit: "万元",
  columns: [{ key: "total", path: [["金额", "合计", "预算数"]] }],
  identities: [
    { kind: "children", columns: ["total"] },
    { kind: "total", columns: ["total"] },
  ],
});
