import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** 地方政府债券使用情况: one row per project. */
export default defineForm({
  id: "bond-use",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["地方政府债券使用情况表"],
  titlePatterns: [`${SCOPE}(?:新增)?(?:地方)?政府债券(?:资金)?使用${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [
    { key: "projectCode", kind: "text", path: [["项目编码", "项目编号"]] },
    { key: "domain", kind: "text", path: [["项目领域"]] },
    { key: "department", kind: "text", path: [["项目主管部门"]] },
    { key: "unit", kind: "text", path: [["项目实施单位"]] },
    { key: "bondKind", kind: "text", path: [["债券性质"]] },
    { key: "amount", path: [["债券规模"]] },
    { key: "issued", kind: "text", path: [["/^发行时间/"]] },
  ],
  identities: [{ kind: "total", columns: ["amount"] }],
});
