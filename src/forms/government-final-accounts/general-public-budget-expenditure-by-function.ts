import { defineForm } from "../definition.js";
import { ACCOUNT, accountColumns, accountIdentities, SCOPE } from "./shared.js";

/** 一般公共预算支出功能分类决算表: down to 项. */
export default defineForm({
  id: "general-public-budget-expenditure-by-function",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["一般公共预算支出功能分类决算表"],
  titlePatterns: [`${SCOPE}一般公共预算支出(?:决算)?功能分类${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: accountColumns,
  identities: accountIdentities,
});
