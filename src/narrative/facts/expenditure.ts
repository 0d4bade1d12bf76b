import { components, EXPENDITURE_KEYS } from "./components.js";
import { defineFacts, measures, mention } from "./section-facts.js";

/** 支出决算情况 (SPEC §4 `expenditure`). */
export default defineFacts({
  sections: ["expenditure"],
  subjects: [
    {
      // Beside 支出合计, 支出总计 is the grand total: it holds what was carried over.
      path: (match) =>
        /总计$|^总支出/u.test(match[0]) && /支出(?:决算|预算)?合计|本年支出\d/u.test(match.input)
          ? "overview.expenditure"
          : "expenditure",
      mention: mention(
        "(?:本年)?支出(?:决算|预算)?(?:合计|总计|总额)|(?:总支出|本年支出|(?<=年度?)(?<!(?:较|比|与|同|和)(?:20\\d\\d|上一?)年度?)支出(?:决算)?)(?=\\d)",
      ),
      measures: measures("^(?:数)?(?:为|是|共计)?{.total:amt}"),
      compared: [".total"],
    },
    ...components("expenditure.components", EXPENDITURE_KEYS),
  ],
});
