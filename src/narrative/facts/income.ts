import { components, INCOME_KEYS } from "./components.js";
import { defineFacts, measures, mention } from "./section-facts.js";

/** 收入决算情况 (SPEC §4 `income`). */
export default defineFacts({
  sections: ["income"],
  subjects: [
    {
      // Beside 收入合计, 收入总计 is the grand total: it holds what was carried over.
      path: (match) =>
        /总计$|^总收入/u.test(match[0]) && /收入(?:决算|预算)?合计|本年收入\d/u.test(match.input)
          ? "overview.income"
          : "income",
      mention: mention(
        "(?:本年)?收入(?:决算|预算)?(?:合计|总计|总额)|(?:总收入|本年收入|(?<=年度?)(?<!(?:较|比|与|同|和)(?:20\\d\\d|上一?)年度?)收入(?:决算)?)(?=\\d)",
      ),
      measures: measures("^(?:数)?(?:为|是|共计)?{.total:amt}"),
      compared: [".total"],
    },
    ...components("income.components", INCOME_KEYS),
  ],
});
