import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** 专项转移支付 by item and region. */
export default defineForm({
  id: "general-public-budget-special-transfers",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["一般公共预算专项转移支付表"],
  titlePatterns: [`${SCOPE}一般公共预算专项转移支付(?:分地区)?(?:分项目)?${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [{ key: "final", optional: true, path: [["决算数", "合计", "执行数"]] }],
  otherColumns: "by-header",
  identities: [{ kind: "children", columns: ["final"], severity: "warning" }],
});
