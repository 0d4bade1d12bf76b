import { defineForm } from "../definition.js";
import { ACCOUNT, accountColumns, accountIdentities, SCOPE } from "./shared.js";

/** 国有资本经营预算支出功能分类决算表: down to 项. */
export default defineForm({
  id: "state-capital-expenditure-by-function",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["国有资本经营预算支出功能分类决算表"],
  titlePatterns: [`${SCOPE}国有资本经营(?:预算)?支出(?:决算)?功能分类${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: accountColumns,
  identities: accountIdentities,
});
