import { classes, sectionSubject } from "./classes.js";
import { codedItemSubject, itemSubject } from "./items.js";
import { defineFacts, measures, mention, type Subject } from "./section-facts.js";
import { AMOUNT } from "./template.js";

/** Its own section may leave out of which budget the money comes (Hunan, Hainan, Shaanxi). */
const WHOLE = "(?:一般公共预算(?:财政|当年)*(?:拨款)?|(?<!基金预算|经营预算|预算)财政拨款)支出(?:决算|预算)?";

const BESIDE: ReadonlyMap<string, string> = new Map([
  ["收入", "income"],
  ["年初结转和结余", "openingBalance"],
  ["年末结转和结余", "closingBalance"],
]);

/** What project expenditure went to (Wuhan): `学前教育支出4,273.65万元,主要用于…` at a paragraph's or sentence's start. */
const PROJECT_USE: Subject = {
  path: (_, index) => `generalBudget.detail.projectUses[${index + 1}]`,
  mention: mention(
    `(?<=\\n|^|[。:;])(?!一般公共预算|20\\d\\d)(?<label>[^\\d,;。:()"\\n]{2,30}支出)(?=${AMOUNT},主要用于)`,
  ),
  measures: measures("^{.amount:amt}"),
  compared: [".amount"],
  labels: () => [{ suffix: ".label", group: "label" }],
};

/** 一般公共预算财政拨款支出决算情况: overall, structure, detail; told apart by what follows, not by the sub-heading (SPEC §4). */
export default defineFacts({
  sections: ["general-budget"],
  purpose: true,
  subjects: [
    {
      path: "generalBudget.overall",
      mention: mention(
        `${WHOLE}(?:合计)?(?:为|是)?(?=${AMOUNT}(?:,占|。|,与|,比|,较|,同比|,其中)|(?:各|均)?(?:增加|减少|增长|下降)|与|(?:基本)?持平)`,
      ),
      measures: measures(
        "^{.amount:amt}",
        "占(?:部门|单位)?(?:本年)?(?:总)?支出(?:合计|总计)?的?{.shareOfTotalExpenditure:pct}",
        "完成年初预算(?:数)?的?{.completionPct:pct}",
      ),
      compared: [".amount"],
      whole: true,
    },
    // Chongqing tells income and balances beside the spending.
    {
      path: (match) => {
        const name = match[0].replace(/一般公共预算|财政拨款|拨款|为$/gu, "");
        return `generalBudget.${BESIDE.get(name) ?? name}`;
      },
      mention: mention(
        `(?:一般公共预算(?:财政)?(?:拨款)?收入|(?:年初|年末)(?:一般公共预算)?(?:财政拨款)?结转和结余)(?:为)?(?=${AMOUNT})`,
      ),
      measures: measures("^{.amount:amt}"),
    },
    {
      path: "generalBudget.structure",
      mention: mention(`${WHOLE}(?:合计)?(?:为|是)?(?=${AMOUNT},?(?:[^,;。\\d\\n]{0,16},)?主要用于)`),
      measures: measures("^{.total:amt}"),
      judged: false,
      compared: [".total"],
    },
    {
      path: "generalBudget.detail",
      mention: mention(
        `(?:${WHOLE}|一般公共预算支出决算)(?=(?:的)?(?:年初|全年|调整)预算|(?:数)?(?:为)?${AMOUNT},完成)`,
      ),
      measures: measures(
        "年初预算(?:数)?(?:为|是)?{.openingBudget:amt}",
        "(?:全年|调整|调整后)预算(?:数)?(?:为|是)?{.fullYearBudget:amt}",
        "(?:支出)?决算(?:数)?(?:为|是)?{.final:amt}",
        "^(?:数)?(?:为)?{.final:amt}(?=,完成)",
        "完成年初预算(?:数)?的?{.completionPct:pct}",
        "完成(?:全年|调整|调整后)?预算(?:数)?的?{.completionPct:pct}",
        "基本支出(?:为)?{.basic:amt}",
        "项目支出(?:为)?{.project:amt}",
      ),
    },
    ...classes("generalBudget.structure"),
    sectionSubject("generalBudget.detail.sections"),
    itemSubject("generalBudget.detail.items"),
    codedItemSubject("generalBudget.detail.items"),
    PROJECT_USE,
  ],
});
