import { defineForm } from "../definition.js";
import { balanceColumns } from "./shared-columns.js";
import { ACCOUNT, BOTH, BY_FUNCTION, titled } from "./shared-titles.js";

/** 国有资本经营预算财政拨款(收入)支出决算表 (SPEC §2.8); printed with all six columns or with the three of expenditure alone. */
export default defineForm({
  id: "state-capital-budget",
  family: "department-final-accounts",
  titles: [
    "国有资本经营预算财政拨款支出决算表",
    "国有资本经营预算财政拨款收入支出决算表",
    "国有资本经营预算收入支出决算表",
    "国有资本经营预算财政拨款收支决算表",
    "国有资本经营预算支出决算表",
    "国有资本经营决算表",
  ],
  titlePatterns: [titled(`国有资本经营(?:预算)?(?:财政拨款)?(?:支出|${BOTH})?(?:${ACCOUNT}|情况表)${BY_FUNCTION}`)],
  layout: "code-tree",
  unit: "万元",
  columns: balanceColumns,
});
