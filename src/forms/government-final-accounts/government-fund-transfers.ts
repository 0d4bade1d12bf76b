import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** 政府性基金转移支付 by item and region. */
export default defineForm({
  id: "government-fund-transfers",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["政府性基金转移支付决算表"],
  titlePatterns: [`${SCOPE}政府性基金(?:预算)?(?:[省市区县]级?对市县|对下)?转移支付(?:分地区)?(?:分项目)?${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [{ key: "final", optional: true, path: [["决算数", "合计", "执行数"]] }],
  otherColumns: "by-header",
  identities: [{ kind: "children", columns: ["final"], severity: "warning" }],
});
