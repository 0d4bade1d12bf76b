import { classes } from "./classes.js";
import { COMPONENT_MEASURES } from "./components.js";
import { itemSubject } from "./items.js";
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

/** The same budgets without 收入 or 支出 behind them, where a sum of income is told: 财政拨款收入合计…,其中一般公共预算财政拨款…. */
const BARE = mention(
  `(?<=财政拨款收入[^。\\n支]{0,60})(?<label>${[...SOURCES.keys()].join("|")})(?:财政)?拨款(?=(?:为)?${AMOUNT})`,
);

const parts = (side: "收入" | "支出", list: string): Subject => ({
  path: (match) => `fiscalAppropriation.${list}[${SOURCES.get(match.groups?.label ?? "") ?? ""}]`,
  mention: mention(
    `(?<label>${[...SOURCES.keys()].join("|")})(?:财政)?(?:拨款)?${side}(?:决算|预算)?(?=(?:为)?${AMOUNT})`,
  ),
  measures: COMPONENT_MEASURES,
  compared: [".amount"],
});

/** One side told by itself: 财政拨款收入总计X万元,支出总计Y万元; 财政拨款本年收入X万元,…;本年支出Y万元. */
function side(key: string, name: "收入" | "支出"): Subject {
  const total = `${name}(?:决算|预算)?(?:总计|合计|总额)`;
  return {
    path: `fiscalAppropriation.${key}`,
    mention: mention(
      `财政拨款(?:预算|决算)?(?:本年|总)?${name}(?:决算|预算)?(?:总计|合计|总额)?(?:为)?(?=\\d|(?:与|比|较)[^,;。\\n]{2,12}(?:相比|增加|减少|增长|下降)|(?:增加|减少|增长|下降|降低)\\d)` +
        `|(?<=财政拨款收入(?:总计|合计)[^。\\n]{0,24})${total}(?:为)?(?=\\d)|(?<!财政拨款)(?:本年|总)${name}(?:合计)?(?:为)?(?=\\d)` +
        `|财政拨款(?:本年)?${name}(?=年初预算|完成(?:年初|全年)?预算)`,
    ),
    measures: measures(
      "^{.total:amt}",
      "年初预算(?:数)?(?:为|是)?{.openingBudget:amt}",
      "决算(?:数)?(?:为|是){.final:amt}",
      "完成年初预算(?:数)?的?{.completionPct:pct}",
      "占(?:部门|单位)?本年(?:总)?支出(?:合计|总计)?的?{.shareOfTotalExpenditure:pct}",
    ),
  };
}

/** 财政拨款收入支出决算总体情况 (SPEC §4 `fiscalAppropriation`). */
export default defineFacts({
  sections: ["fiscal-appropriation"],
  subjects: [
    {
      path: "fiscalAppropriation",
      mention: mention(
        "财政拨款(?:(?:收入支出|收、支|收入、支出|收支)(?:决算|预算)?(?:总计|合计|总额|总预算|总决算)|收入总计、支出总计)" +
          "|财政拨款(?:收入支出|收支)(?:总体)?(?=(?:与|较|比|同)[^,;。\\n]{2,12}(?:相比|增加|减少|增长|下降))",
      ),
      measures: measures("^(?:\\([^()]*\\))?(?:各|均|分别|共)*(?:为|是)?{.total:amt}"),
      compared: [".total"],
    },
    parts("收入", "incomeComponents"),
    { ...parts("收入", "incomeComponents"), mention: BARE },
    parts("支出", "expenditureComponents"),
    side("income", "收入"),
    side("expenditure", "支出"),
    ...classes("fiscalAppropriation.structure"),
  ],
});

/**
 * 财政拨款支出决算情况, where a document tells all fiscal appropriations together (Jiangsu, Jiangxi, Liaoning): the funds'
 * are among them, so that none of it is general budget.
 */
export const fiscalAppropriationExpenditure = defineFacts({
  sections: ["fiscal-appropriation-expenditure"],
  purpose: true,
  subjects: [
    side("expenditure", "支出"),
    ...classes("fiscalAppropriation.structure"),
    itemSubject("fiscalAppropriation.items"),
  ],
});
