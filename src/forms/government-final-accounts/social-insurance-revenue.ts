import { defineForm } from "../definition.js";
import { ACCOUNT, accountColumns, accountIdentities, SCOPE } from "./shared.js";

/** 社会保险基金收入决算表. */
export default defineForm({
  id: "social-insurance-revenue",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["社会保险基金收入决算表"],
  titlePatterns: [`${SCOPE}社会保险基金(?:预算)?收入${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: accountColumns,
  identities: accountIdentities,
});
