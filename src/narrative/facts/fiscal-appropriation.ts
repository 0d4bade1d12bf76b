import { COMPONENT_MEASURES } from "./components.js";
import { defineFacts, measures, mention, type Subject } from "./section-facts.js";
import { AMOUNT } from "./template.js";

/** Budgets that a fiscal appropriation comes from, as in forms 04. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ["一般公共预算", "generalPublicBudget"],
  ["政府性基金预算", "governmentFund"],
  ["政府性基金", "governmentFund"],
  ["国有资本经营预算", "stateCapital"],
  ["国有资本经营", "stateCapital"],
]);

const parts = (side: "收入" | "支出", list: string): Subject => ({
  path: (match) => `fiscalAppropriation.${list}[${SOURCES.get(match.groups?.label ?? "") ?? ""}]`,
  mention: mention(
    `(?<label>${[...SOURCES.keys()].join("|")})(?:财政)?(?:拨款)?${side}(?:决算|预算)?(?=(?:为)?${AMOUNT})`,
  ),
  measures: COMPONENT_MEASURES,
  compared: [".amount"],
});

/** 财政拨款收入支出决算总体情况 (SPEC §4 `fiscalAppropriation`). */
export default defineFacts({
  sections: ["fiscal-appropriation"],
  subjects: [
    {
      path: "fiscalAppropriation",
      mention: mention(
        "财政拨款(?:(?:收入支出|收、支|收入、支出|收支)(?:决算|预算)?(?:总计|合计|总额|总预算|总决算)|收入总计、支出总计)",
      ),
      measures: measures("^(?:各|均|分别|共)?(?:为|是)?{.total:amt}"),
      compared: [".total"],
    },
    parts("收入", "incomeComponents"),
    parts("支出", "expenditureComponents"),
    {
      path: "fiscalAppropriation.income",
      mention: mention("财政拨款(?:预算|决算)?收入(?:决算|预算)?(?:总计|合计|总额)?(?:为)?(?=\\d)"),
      measures: measures("^{.total:amt}"),
    },
    {
      path: "fiscalAppropriation.expenditure",
      mention: mention("财政拨款(?:预算|决算)?支出(?:决算|预算)?(?:总计|合计|总额)?(?:为)?(?=\\d)"),
      measures: measures("^{.total:amt}"),
    },
  ],
});
