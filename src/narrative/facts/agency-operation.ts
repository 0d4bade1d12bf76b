import { defineFacts, measures, mention } from "./section-facts.js";

/** 机关运行经费支出 (SPEC §4 `agencyOperation`). */
export default defineFacts({
  sections: ["agency-operation", "other-matters"],
  subjects: [
    {
      path: "agencyOperation",
      mention: mention("机关运行经费(?:财政拨款)?(?:支出|预算|决算)*(?:支出)?"),
      measures: measures("^(?:合计|总计|共计|数)?(?:为|是|共计)?{.amount:amt}"),
      compared: [".amount"],
    },
  ],
  empty: { path: "agencyOperation.isEmpty", pattern: /无机关运行经费(?:支出)?/gu },
});
