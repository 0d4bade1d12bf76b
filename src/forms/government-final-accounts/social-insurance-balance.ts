import { defineForm } from "../definition.js";
import { ACCOUNT, accountColumns, accountRatio, SCOPE } from "./shared.js";

/** 社会保险基金结余决算表. */
export default defineForm({
  id: "social-insurance-balance",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["社会保险基金结余决算表"],
  titlePatterns: [`${SCOPE}社会保险基金(?:预算)?(?:收支)?结余${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: accountColumns,
  // The balance of the year and the one at its end stand in turns: neither is part of the other.
  identities: [
    { kind: "total", columns: ["budget", "adjustedBudget", "final"], endings: ["本年收支结余", "年末滚存结余"] },
    accountRatio,
  ],
});
