import { defineForm } from "../definition.js";
import { ACCOUNT, accountColumns, accountIdentities, SCOPE } from "./shared.js";

/** 一般公共预算收入决算表. */
export default defineForm({
  id: "general-public-budget-revenue",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["一般公共预算收入决算表"],
  titlePatterns: [`${SCOPE}一般公共预算收入${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: accountColumns,
  identities: accountIdentities,
});
