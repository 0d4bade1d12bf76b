import { defineForm } from "../definition.js";

/** 国有资本经营预算支出功能分类预算表. */
export default defineForm({
  id: "state-capital-budget",
  family: "department-budget",
  kind: "budget",
  titles: [
    "国有资本经营预算支出功能分类预算表",
    "国有资本经营预算支出预算表",
    "国有资本经营预算财政拨款支出预算表",
    "国有资本经营预算支出表",
  ],
  layout: "code-tree",
  unit: "万元",
  columns: [
    { key: "expenditureTotal", path: [["合计", "金额", "小计", "预算数"]] },
    { key: "expenditureBasic", optional: true, path: [["基本支出"]] },
    { key: "expenditureProject", optional: true, path: [["项目支出"]] },
  ],
});
