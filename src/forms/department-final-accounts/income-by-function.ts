import { defineForm } from "../definition.js";
import { ACCOUNT, OVERALL, titled } from "./shared-titles.js";

/** 收入决算表 (SPEC §2.2) */
export default defineForm({
  id: "income-by-function",
  family: "department-final-accounts",
  titles: ["收入决算表", "收入决算总表", "收入决算明细表"],
  titlePatterns: [titled(`(?:收入(?:${ACCOUNT}|${OVERALL})|决算收入总表)`)],
  layout: "code-tree",
  unit: "万元",
  columns: [
    { key: "total", path: [["本年收入合计", "合计", "本年收入"]] },
    { key: "fiscalAppropriation", path: [["财政拨款收入", "财政拨款"]] },
    { key: "superiorSubsidy", path: [["上级补助收入"]] },
    { key: "businessIncome", path: [["事业收入"]] },
    { key: "operatingIncome", path: [["经营收入", "事业单位经营收入"]] },
    { key: "affiliateRemittance", path: [["附属单位上缴收入", "附属单位缴款"]] },
    { key: "otherIncome", path: [["其他收入"]] },
  ],
});
