import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** 地方政府一般债务: limit, balance, issue and repayment. */
export default defineForm({
  id: "general-debt",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["地方政府一般债务限额和余额情况表"],
  titlePatterns: [`${SCOPE}(?:地方)?(?:政府)?一般债务(?:限额[及和、])?余额${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [
    { key: "budget", optional: true, path: [["预算数"]] },
    { key: "final", path: [["/(?:执行数|决算数|金额)$/"]] },
  ],
});
