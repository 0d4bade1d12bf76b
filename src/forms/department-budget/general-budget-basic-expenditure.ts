import { defineForm } from "../definition.js";

/** 一般公共预算基本支出部门预算经济分类预算表 (Shanghai), …预算表（经济科目） (Jiangsu, one column). */
export default defineForm({
  id: "general-budget-basic-expenditure",
  family: "department-budget",
  kind: "budget",
  titles: [
    "一般公共预算基本支出部门预算经济分类预算表",
    "一般公共预算基本支出预算表（经济科目）",
    "一般公共预算基本支出预算表",
    "一般公共预算基本支出表",
    "一般公共预算基本支出经济分类预算表",
  ],
  layout: "code-tree",
  unit: "万元",
  columns: [
    { key: "total", path: [["合计", "金额", "基本支出", "预算数"]] },
    { key: "personnel", optional: true, path: [["人员经费"]] },
    { key: "public", optional: true, path: [["公用经费"]] },
  ],
  identities: [
    { kind: "columns", total: "total", parts: ["personnel", "public"] },
    { kind: "children", columns: ["total", "personnel", "public"] },
    { kind: "total", columns: ["total", "personnel", "public"] },
  ],
});
