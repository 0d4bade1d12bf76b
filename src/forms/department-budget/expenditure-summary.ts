import { defineForm } from "../definition.js";

/** 支出预算总表 as one row (Jiangsu 2017–2019). */
export default defineForm({
  id: "expenditure-summary",
  family: "department-budget",
  kind: "budget",
  titles: ["支出预算总表"],
  layout: "single-row",
  unit: "万元",
  columns: [
    { key: "total", path: [["合计"]] },
    { key: "basic", path: [["基本支出"]] },
    { key: "project", path: [["项目支出"]] },
    { key: "reserve", path: [["单位预留机动经费", "预留机动经费"]] },
    { key: "closingBalance", path: [["结转下年资金", "结转下年"]] },
  ],
  identities: [{ kind: "columns", total: "total", parts: ["basic", "project", "reserve", "closingBalance"] }],
});
