import { defineForm } from "../definition.js";
import { ACCOUNT, accountColumns, accountIdentities, SCOPE } from "./shared.js";

/** 社会保险基金支出决算表. */
export default defineForm({
  id: "social-insurance-expenditure",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["社会保险基金支出决算表"],
  titlePatterns: [`${SCOPE}社会保险基金(?:预算)?支出${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: accountColumns,
  identities: accountIdentities,
});
