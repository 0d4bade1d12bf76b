import { defineForm } from "../definition.js";

/** 政府采购(支出)预算表 (Jiangsu): kind, project and thing in columns of labels, each with its amount. */
export default defineForm({
  id: "procurement",
  family: "department-budget",
  kind: "budget",
  titles: ["政府采购支出预算表", "政府采购预算表"],
  layout: "hierarchy",
  unit: "万元",
  columns: [
    { key: "economicKind", kind: "text", path: [["经济科目"]] },
    { key: "organisation", kind: "text", path: [["采购组织形式"]] },
    { key: "amount", path: [["总计", "合计", "金额"]] },
  ],
  rows: [{ key: "total", role: "total", labels: ["合计", "总计"] }],
  identities: [
    { kind: "children", columns: ["amount"] },
    { kind: "total", columns: ["amount"] },
  ],
});
