import { components, INCOME_KEYS } from "./components.js";
import { defineFacts, measures, mention } from "./section-facts.js";

/** 收入决算情况 (SPEC §4 `income`). */
export default defineFacts({
  sections: ["income"],
  subjects: [
    {
      path: "income",
      mention: mention("(?:本年)?收入(?:决算|预算)?(?:合计|总计|总额)"),
      measures: measures("^(?:数)?(?:为|是|共计)?{.total:amt}"),
      compared: [".total"],
    },
    ...components("income.components", INCOME_KEYS),
  ],
});
