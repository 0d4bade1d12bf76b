import { defineForm } from "../definition.js";

/** 支出预算总表 by function (Shanghai). */
export default defineForm({
  id: "expenditure-by-function",
  family: "department-budget",
  kind: "budget",
  titles: ["支出预算总表", "支出预算表", "支出总表"],
  layout: "code-tree",
  unit: "元",
  columns: [
    { key: "total", path: [["合计"]] },
    { key: "basic", path: [["基本支出"]] },
    { key: "project", path: [["项目支出"]] },
  ],
});
