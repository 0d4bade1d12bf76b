import { defineForm } from "../definition.js";
import { OF_EXPENDITURE } from "./shared-columns.js";
import { ACCOUNT, OVERALL, titled } from "./shared-titles.js";

/** 支出决算表 (SPEC §2.3) */
export default defineForm({
  id: "expenditure-by-function",
  family: "department-final-accounts",
  titles: ["支出决算表", "支出决算总表", "支出决算明细表"],
  titlePatterns: [titled(`(?:支出(?:${ACCOUNT}|${OVERALL})|决算支出总表)`)],
  layout: "code-tree",
  unit: "万元",
  columns: [
    { key: "total", path: [["本年支出合计", "合计", "本年支出"]], under: OF_EXPENDITURE },
    { key: "basic", path: [["基本支出"]], under: OF_EXPENDITURE },
    { key: "project", path: [["项目支出"]], under: OF_EXPENDITURE },
    { key: "remittanceToSuperior", path: [["上缴上级支出"]] },
    { key: "operating", path: [["经营支出", "事业单位经营支出"]] },
    { key: "subsidyToAffiliates", path: [["对附属单位补助支出", "对附属单位补助"]] },
  ],
});
