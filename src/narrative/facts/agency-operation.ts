import { defineFacts, measures, mention } from "./section-facts.js";

/** 机关运行经费支出 (SPEC §4 `agencyOperation`). */
export default defineFacts({
  sections: ["agency-operation", "other-matters"],
  subjects: [
    {
      path: "agencyOperation",
      // A budget with its final behind it is not what was spent.
      mention: mention("机关运行经费(?:财政拨款)?(?:支出|决算|预算(?![^。\\n]{0,40}决算))*(?:支出)?"),
      measures: measures(
        "^(?:年初)?预算(?:数)?(?:为|是)?{.openingBudget:amt}",
        "^全年预算(?:数)?(?:为|是)?{.fullYearBudget:amt}",
        "完成(?:年初|全年)?预算(?:数)?的?{.completionPct:pct}",
        "^(?:合计|总计|共计|数)?(?:为|是|共计)?{.amount:amt}",
        // Behind the budget, and of nothing else that is named in between.
        "(?<=预算[^。\\n]{0,40}[,;、](?:20\\d\\d年度?)?)(?:支出|实际)*(?:决算)?(?:数)?(?:为|是)?(?<=支出|决算|数|为|是){.amount:amt}",
      ),
      compared: [".amount"],
      whole: true,
    },
  ],
  empty: { path: "agencyOperation.isEmpty", pattern: /无机关运行经费(?:支出)?/gu },
});
