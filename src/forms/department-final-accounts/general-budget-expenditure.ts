import { defineForm } from "../definition.js";
import { OF_EXPENDITURE } from "./shared-columns.js";
import { ACCOUNT, BOTH, BY_FUNCTION, titled } from "./shared-titles.js";

/** 一般公共预算财政拨款支出决算表 (SPEC §2.5) */
export default defineForm({
  id: "general-budget-expenditure",
  family: "department-final-accounts",
  titles: [
    "一般公共预算财政拨款支出决算表",
    "一般公共预算支出决算表",
    "一般公共预算财政拨款支出决算明细表",
    "一般公共预算财政拨款支出表",
    "一般公共预算财政拨款收入支出决算表",
  ],
  titlePatterns: [
    titled(`一般公共预算(?:财政拨款)?(?:支出|${BOTH})${ACCOUNT}${BY_FUNCTION}`),
    titled(`一般公共预算财政拨款支出(?:情况|明细)?表${BY_FUNCTION}`),
  ],
  layout: "code-tree",
  unit: "万元",
  columns: [
    { key: "total", path: [["小计", "合计", "本年支出合计"]], under: OF_EXPENDITURE },
    { key: "basic", path: [["基本支出"]], under: OF_EXPENDITURE },
    { key: "project", path: [["项目支出"]], under: OF_EXPENDITURE },
  ],
});
