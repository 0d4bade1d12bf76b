import { defineForm } from "../definition.js";
import { ACCOUNT, SCOPE } from "./shared.js";

/** 地方政府专项债务: limit, balance, issue and repayment. */
export default defineForm({
  id: "special-debt",
  family: "government-final-accounts",
  kind: "government-final-accounts",
  titles: ["地方政府专项债务限额和余额情况表"],
  titlePatterns: [`${SCOPE}(?:地方)?(?:政府)?专项债务(?:限额[及和、])?余额${ACCOUNT}`],
  layout: "hierarchy",
  unit: "万元",
  columns: [
    { key: "budget", optional: true, path: [["预算数"]] },
    { key: "final", path: [["/(?:执行数|决算数|金额)$/"]] },
  ],
});
