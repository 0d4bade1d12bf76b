import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** 税收返还和转移支付: by item, and by region in rows or in columns. */
export default defineForm({
  id: "general-public-budget-transfers",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["税收返还和转移支付决算表"],
  titlePatterns: [`${SCOPE}(?:一般公共预算)?(?:对下)?税收返还[和及、]转移支付(?:分地区)?(?:分项目)?${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [{ key: "final", optional: true, path: [["决算数", "合计", "执行数"]] }],
  otherColumns: "by-header",
  identities: [{ kind: "children", columns: ["final"], severity: "warning" }],
});
