import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** 国有资本经营预算转移支付 by item and region. */
export default defineForm({
  id: "state-capital-transfers",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["国有资本经营预算转移支付表"],
  titlePatterns: [`${SCOPE}国有资本经营(?:预算)?(?:[省市区县]级?对市县|对下)?转移支付(?:分地区)?(?:分项目)?${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [{ key: "final", optional: true, path: [["决算数", "合计", "执行数"]] }],
  otherColumns: "by-header",
  identities: [{ kind: "children", columns: ["final"], severity: "warning" }],
});
