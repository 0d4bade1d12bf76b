import { defineFacts, measures, mention, type SectionFacts } from "./section-facts.js";
import { AMOUNT } from "./template.js";

/** Classes of the 部门预算支出经济分类 that basic expenditure is told by. */
const ECONOMIC: ReadonlyMap<string, string> = new Map([
  ["工资福利支出", "301"],
  ["商品和服务支出", "302"],
  ["对个人和家庭补助", "303"],
  ["对个人和家庭补助支出", "303"],
  ["资本性支出", "310"],
]);

const LISTED = "(?:主要)?(?:包括|用于)(?:了)?:?";

/** 基本支出: personnel and public expense, each with the list of what it was spent on (SPEC §4 `basic`). */
function basic(root: string, section: string, whole: string): SectionFacts {
  return defineFacts({
    sections: [section],
    subjects: [
      {
        path: root,
        mention: mention(`${whole}(?:决算|预算)?`),
        measures: measures("^(?:合计|总计|数)?(?:为|是|共计)?{.amount:amt}"),
        compared: [".amount"],
      },
      {
        path: `${root}.personnel`,
        mention: mention("人员(?:经费|支出)(?:支出)?"),
        measures: measures("^(?:合计)?(?:为|是)?{.amount:amt}"),
        list: new RegExp(LISTED, "u"),
        compared: [".amount"],
      },
      {
        path: `${root}.publicExpense`,
        mention: mention("(?:日常)?公用(?:经费|支出)(?:支出)?"),
        measures: measures("^(?:合计)?(?:为|是)?{.amount:amt}"),
        list: new RegExp(LISTED, "u"),
        compared: [".amount"],
      },
      // Told by the classes of the economic classification (Jiangxi).
      {
        path: (match) => `${root}.classes[${ECONOMIC.get(match[0].replace("的", "")) ?? ""}]`,
        mention: mention(`(?:工资福利|商品和服务|资本性)支出(?=${AMOUNT})|对个人和家庭的?补助(?:支出)?(?=${AMOUNT})`),
        measures: measures("^{.amount:amt}", "占[^,;。%\\d]{0,24}?{.share:pct}"),
        compared: [".amount"],
      },
    ],
  });
}

/** 一般公共预算财政拨款基本支出决算情况. */
export const generalBudgetBasic = basic("basic", "general-budget-basic", "基本支出");

/** 财政拨款基本支出预算情况 (Jiangsu budgets). */
export const fiscalAppropriationBasic = basic("fiscalAppropriation.basic", "fiscal-appropriation-basic", "基本支出");
