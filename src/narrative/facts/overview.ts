import { classes } from "./classes.js";
import { components, EXPENDITURE_KEYS, INCOME_KEYS } from "./components.js";
import { defineFacts, measures, mention } from "./section-facts.js";

const BOTH =
  "(?:收入支出|收、支|收入、支出|收支)(?:决算|预算)?(?:总计|合计|总额|总预算)|收入总计、支出总计|收入、支出(?:决算|预算)?总计" +
  "|(?:收入支出|收支)(?:总体)?(?=(?:与|较|比|同)[^,;。\\n]{2,12}(?:相比|增加|减少|增长|下降))";

/** 收入合计 beside 收入总计 is the year's own income; where only one of them stands, it is the total of the section. */
const current = (side: "收入" | "支出", path: string, whole: string) => (match: RegExpExecArray) =>
  match[0].startsWith("本年") ||
  (/合计/u.test(match[0]) && new RegExp(`${side}(?:决算|预算)?总计|总${side}\\d`, "u").test(match.input))
    ? path
    : whole;

/** 收入支出决算总体情况 (SPEC §4 `overview`). */
export default defineFacts({
  sections: ["overview"],
  subjects: [
    {
      path: "overview",
      mention: mention(BOTH),
      measures: measures("^(?:\\([^()]*\\))?(?:各|均|分别|共)*(?:为|是)?{.total:amt}"),
      compared: [".total"],
    },
    {
      path: current("收入", "income", "overview.income"),
      mention: mention(
        "(?<!财政拨款|、)(?:本年)?收入(?:决算|预算)?(?:总计|合计|总额)(?!、)|(?:总收入|本年收入)(?=\\d)",
      ),
      measures: measures("^(?:数)?(?:为|是)?{.total:amt}"),
    },
    {
      path: current("支出", "expenditure", "overview.expenditure"),
      mention: mention(
        "(?<!财政拨款|收入|收入、)(?:本年)?支出(?:决算|预算)?(?:总计|合计|总额)|(?:总支出|本年支出)(?=\\d)",
      ),
      measures: measures("^(?:数)?(?:为|是)?{.total:amt}"),
    },
    // Budgets tell the parts here as well.
    ...components("overview.income.components", INCOME_KEYS),
    ...components("overview.expenditure.components", EXPENDITURE_KEYS),
    ...classes("overview.expenditure.structure"),
  ],
  purpose: true,
});
