import { defineForm } from "../definition.js";

/** 收入预算总表 by function (Shanghai). */
export default defineForm({
  id: "income-by-function",
  family: "department-budget",
  kind: "budget",
  titles: ["收入预算总表", "收入预算表", "收入总表"],
  layout: "code-tree",
  unit: "元",
  columns: [
    { key: "total", path: [["合计"]] },
    { key: "fiscalAppropriation", path: [["财政拨款收入", "财政拨款"]] },
    { key: "businessIncome", path: [["事业收入"]] },
    { key: "operatingIncome", path: [["事业单位经营收入", "经营收入"]] },
    { key: "otherIncome", path: [["其他收入"]] },
  ],
});
