import { defineForm } from "../definition.js";

/** 一般公共预算财政拨款支出决算表 (SPEC §2.5) */
export default defineForm({
  id: "general-budget-expenditure",
  family: "department-final-accounts",
  titles: [
    "一般公共预算财政拨款支出决算表",
    "一般公共预算支出决算表",
    "一般公共预算财政拨款支出决算明细表",
    "一般公共预算财政拨款支出表",
  ],
  layout: "code-tree",
  unit: "万元",
  columns: [
    { key: "total", path: [["小计", "合计", "本年支出合计"]] },
    { key: "basic", path: [["基本支出"]] },
    { key: "project", path: [["项目支出"]] },
  ],
});
