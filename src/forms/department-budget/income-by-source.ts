import { defineForm } from "../definition.js";

/** 收入预算总表 by source of funds (Jiangsu 2017–2019): groups of rows, each with its 小计. */
export default defineForm({
  id: "income-by-source",
  family: "department-budget",
  kind: "budget",
  titles: ["收入预算总表"],
  layout: "hierarchy",
  unit: "万元",
  columns: [{ key: "amount", path: [["金额", "预算数"]] }],
  rows: [{ key: "total", role: "total", labels: ["收入总计", "收入合计"] }],
  identities: [
    { kind: "children", columns: ["amount"] },
    { kind: "total", columns: ["amount"] },
  ],
});
