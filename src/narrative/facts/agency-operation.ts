import { defineFacts, measures, mention } from "./section-facts.js";

/** What is planned is the amount of a budget, and not what was spent. */
const IN_BUDGETS = measures("^(?:年初)?预算(?:支出)?(?:数)?(?:为|是)?{.amount:amt}");
const IN_ACCOUNTS = measures("^(?:年初)?预算(?:支出)?(?:数)?(?:为|是)?{.openingBudget:amt}");
const MEASURES = measures(
  "^全年预算(?:数)?(?:为|是)?{.fullYearBudget:amt}",
  "完成(?:年初|全年)?预算(?:数)?的?{.completionPct:pct}",
  "^(?:合计|总计|共计|数)?(?:为|是|共计)?{.amount:amt}",
  // Behind the budget, and of nothing else that is named in between.
  "(?<=预算[^。\\n]{0,40}[,;、](?:20\\d\\d年度?)?)(?:支出|实际)*(?:决算)?(?:数)?(?:为|是)?(?<=支出|决算|数|为|是){.amount:amt}",
);

/** 机关运行经费支出 (SPEC §4 `agencyOperation`). */
export default defineFacts({
  sections: ["agency-operation", "other-matters"],
  subjects: [
    {
      path: "agencyOperation",
      mention: mention("机关运行经费(?:财政拨款)?(?:支出|决算)*"),
      measures: ({ kind }) => [...(kind === "budget" ? IN_BUDGETS : IN_ACCOUNTS), ...MEASURES],
      compared: [".amount"],
      whole: true,
    },
  ],
  empty: { path: "agencyOperation.isEmpty", pattern: /无机关运行经费(?:支出)?/gu },
});
