import { defineForm } from "../definition.js";
import { ACCOUNT, accountColumns, accountIdentities, SCOPE } from "./shared.js";

/** 一般公共预算基本支出(经济分类)决算表, by 政府预算支出经济分类. */
export default defineForm({
  id: "general-public-budget-basic-expenditure",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["一般公共预算基本支出决算表"],
  titlePatterns: [`${SCOPE}一般公共预算基本支出(?:决算)?(?:经济分类)?${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: accountColumns,
  identities: accountIdentities,
});
