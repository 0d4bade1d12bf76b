import { components, EXPENDITURE_KEYS } from "./components.js";
import { defineFacts, measures, mention } from "./section-facts.js";

/** 支出决算情况 (SPEC §4 `expenditure`). */
export default defineFacts({
  sections: ["expenditure"],
  subjects: [
    {
      path: "expenditure",
      mention: mention("(?:本年)?支出(?:决算|预算)?(?:合计|总计|总额)"),
      measures: measures("^(?:数)?(?:为|是|共计)?{.total:amt}"),
      compared: [".total"],
    },
    ...components("expenditure.components", EXPENDITURE_KEYS),
  ],
});
