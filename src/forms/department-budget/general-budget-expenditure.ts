import { defineForm } from "../definition.js";

/** 一般公共预算支出功能分类预算表 (Shanghai), 一般公共预算支出预算表（功能科目） (Jiangsu, one column). */
export default defineForm({
  id: "general-budget-expenditure",
  family: "department-budget",
  kind: "budget",
  titles: [
    "一般公共预算支出功能分类预算表",
    "一般公共预算支出预算表（功能科目）",
    "一般公共预算支出预算表",
    "一般公共预算支出表",
    "一般公共预算财政拨款支出预算表",
  ],
  layout: "code-tree",
  unit: "万元",
  columns: [
    { key: "total", path: [["合计", "金额", "小计", "预算数"]] },
    { key: "basic", optional: true, path: [["基本支出"]] },
    { key: "project", optional: true, path: [["项目支出"]] },
  ],
});
