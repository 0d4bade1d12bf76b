import { defineForm } from "../definition.js";

/** 一般公共预算机关运行经费支出预算表 by economic code (Jiangsu). */
export default defineForm({
  id: "agency-operation-expenditure",
  family: "department-budget",
  kind: "budget",
  titles: ["一般公共预算机关运行经费支出预算表", "机关运行经费支出预算表", "一般公共预算机关运行经费预算表"],
  layout: "code-tree",
  unit: "万元",
  columns: [{ key: "total", path: [["机关运行经费支出", "金额", "合计"]] }],
  identities: [
    { kind: "children", columns: ["total"] },
    { kind: "total", columns: ["total"] },
  ],
});
