import { components, INCOME_KEYS } from "./components.js";
import { itemSubject } from "./items.js";
import { defineFacts, measures, mention, type Subject } from "./section-facts.js";
import { AMOUNT } from "./template.js";

const SOURCES: readonly (readonly [key: string, name: string])[] = [
  ["generalPublicBudget", "一般公共预算"],
  ["governmentFund", "政府性基金(?:预算)?"],
  ["stateCapital", "国有资本经营(?:预算)?"],
];

const expenditureBy = ([key, name]: readonly [string, string]): Subject => ({
  path: `fiscalAppropriation.expenditureComponents[${key}]`,
  mention: mention(`${name}(?:财政)?拨款支出预算(?:为)?(?=${AMOUNT})`),
  measures: measures("^{.amount:amt}"),
  compared: [".amount"],
});

/** 部门预算编制说明 (Shanghai budgets): income, expenditure, fiscal appropriation and its items. */
export default defineFacts({
  sections: ["budget-statement", "fiscal-appropriation-expenditure"],
  purpose: true,
  subjects: [
    {
      path: "income",
      mention: mention("(?<!财政拨款|拨款)收入预算(?:合计|总额|总计)?"),
      measures: measures("^(?:为)?{.total:amt}"),
      compared: [".total"],
    },
    {
      path: "expenditure",
      mention: mention("(?<!拨款)支出预算(?:合计|总额|总计)?"),
      measures: measures("^(?:为)?{.total:amt}"),
      compared: [".total"],
    },
    {
      path: "fiscalAppropriation.expenditure",
      mention: mention(`(?<!预算)财政拨款(?:支出预算|预算支出|支出)(?:为)?(?=${AMOUNT}|(?:增加|减少))`),
      measures: measures("^{.total:amt}", "占本年支出(?:预算)?(?:合计|总计)?的?{.shareOfTotalExpenditure:pct}"),
      compared: [".total"],
    },
    { path: "fiscalAppropriation", mention: mention("财政拨款收入支出(?=增加|减少|持平|与|比)"), measures: [] },
    ...SOURCES.map(expenditureBy),
    ...components("income.components", INCOME_KEYS),
    itemSubject("fiscalAppropriation.items"),
  ],
});
