import { classes } from "./classes.js";
import { components, EXPENDITURE_KEYS, INCOME_KEYS } from "./components.js";
import { defineFacts, measures, mention } from "./section-facts.js";

const BOTH =
  "(?:收入支出|收、支|收入、支出|收支)(?:决算|预算)?(?:总计|合计|总额|总预算)|收入总计、支出总计|收入、支出(?:决算|预算)?总计";

/** 收入支出决算总体情况 (SPEC §4 `overview`). */
export default defineFacts({
  sections: ["overview"],
  subjects: [
    {
      path: "overview",
      mention: mention(BOTH),
      measures: measures("^(?:各|均|分别|共)?(?:为|是)?{.total:amt}"),
      compared: [".total"],
    },
    {
      path: "overview.income",
      mention: mention("(?<!财政拨款)收入(?:决算|预算)?(?:总计|合计|总额)(?!、)"),
      measures: measures("^(?:数)?(?:为|是)?{.total:amt}"),
    },
    {
      path: "overview.expenditure",
      mention: mention("(?<!财政拨款|收入)支出(?:决算|预算)?(?:总计|合计|总额)"),
      measures: measures("^(?:数)?(?:为|是)?{.total:amt}"),
    },
    // Budgets tell the parts here as well.
    ...components("overview.income.components", INCOME_KEYS),
    ...components("overview.expenditure.components", EXPENDITURE_KEYS),
    ...classes("overview.expenditure.structure"),
  ],
  purpose: true,
});
