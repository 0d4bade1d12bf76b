import { measures, mention, type Subject } from "./section-facts.js";
import { AMOUNT, PERCENT } from "./template.js";

/** Canonical keys of the sources of income (forms.json, form 02) and their printed names. */
export const INCOME_KEYS: ReadonlyMap<string, string> = new Map([
  ["财政拨款收入", "fiscalAppropriation"],
  ["本年财政拨款收入", "fiscalAppropriation"],
  ["财政拨款", "fiscalAppropriation"],
  ["一般公共预算财政拨款收入", "generalPublicBudget"],
  ["一般公共预算拨款收入", "generalPublicBudget"],
  ["一般公共预算财政拨款", "generalPublicBudget"],
  ["政府性基金预算财政拨款", "governmentFund"],
  ["国有资本经营预算财政拨款", "stateCapital"],
  ["一般公共预算收入", "generalPublicBudget"],
  ["政府性基金预算财政拨款收入", "governmentFund"],
  ["政府性基金预算拨款收入", "governmentFund"],
  ["国有资本经营预算财政拨款收入", "stateCapital"],
  ["上级补助收入", "superiorSubsidy"],
  ["事业收入", "businessIncome"],
  ["经营收入", "operatingIncome"],
  ["事业单位经营收入", "operatingIncome"],
  ["附属单位上缴收入", "affiliateRemittance"],
  ["附属单位缴款", "affiliateRemittance"],
  ["其他收入", "otherIncome"],
  ["用事业基金弥补收支差额", "nonFiscalSurplusUsed"],
  ["使用非财政拨款结余", "nonFiscalSurplusUsed"],
  ["年初结转和结余", "openingBalance"],
]);

/** Canonical keys of the kinds of expenditure (form 03) and their printed names. */
export const EXPENDITURE_KEYS: ReadonlyMap<string, string> = new Map([
  ["基本支出", "basic"],
  ["项目支出", "project"],
  ["上缴上级支出", "remittanceToSuperior"],
  ["经营支出", "operating"],
  ["对附属单位补助支出", "subsidyToAffiliates"],
  ["单位预留机动经费", "reserve"],
  ["预留机动经费", "reserve"],
  ["结余分配", "surplusDistribution"],
  ["年末结转和结余", "closingBalance"],
]);

/** What may stand between a part's name and its amount: `(不含专户管理教育收费)`, `预算数为`. */
const UP_TO_AMOUNT = "(?:\\([^()]*\\))?(?:预算|决算)?(?:数|金额|总计|合计)?(?:为|共|共计)?";

/** A part of a whole: `财政拨款收入9746.50万元,占100.00%`, with or without its share; what it is of may stand in between. */
export const COMPONENT_MEASURES = measures(
  `^${UP_TO_AMOUNT}{.amount:amt}`,
  // In its own paragraph. A part of a part: its share is of that part, not of the whole.
  "^[^\\n]*?占基本支出[^,;。%\\d]{0,10}?{.shareOfBasic:pct}",
  "^[^\\n]*?占项目支出[^,;。%\\d]{0,10}?{.shareOfProject:pct}",
  "^[^\\n]*?占(?:本年)?财政拨款收入[^,;。%\\d]{0,10}?{.shareOfFiscalAppropriation:pct}",
  "^[^\\n]*?占[^,;。%\\d]{0,24}?{.share:pct}",
);

/**
 * The named parts of a total as subjects, and any other label in front of an amount with a share.
 * @param root path of the list, e.g. `income.components`
 */
export function components(root: string, keys: ReadonlyMap<string, string>): readonly Subject[] {
  // 财政拨款决算收入, 基本决算支出: 决算 may stand inside a name.
  const names = [...keys.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/(?=(?:收入|支出)$)/u, "(?:决算|预算)?"));
  const side = root.includes("income") ? "收入|收费" : "支出";
  const keyOf = (match: RegExpExecArray): string | undefined => {
    const label = match.groups?.label ?? "";
    return keys.get(label) ?? keys.get(label.replace(/决算|预算(?=收入$|支出$)/u, "").replace(/^本年/u, ""));
  };
  return [
    {
      path: (match) => `${root}[${keyOf(match) ?? ""}]`,
      mention: mention(
        `(?<=^|[:,;。、\\n(]|其中|包括|年度?|\\d[.、])(?<label>(?:本年)?(?:${names.join("|")}))(?=${UP_TO_AMOUNT}${AMOUNT}|(?:增加|减少|增长|下降)\\d|(?:较|比|与|同)(?:上|去|20\\d\\d)[^,;。\\n]{1,24}(?:增加|减少|增长|下降))`,
      ),
      measures: COMPONENT_MEASURES,
      compared: [".amount"],
      whole: true,
    },
    {
      path: (match) => (keyOf(match) === undefined ? `${root}[${match.groups?.label ?? ""}]` : null),
      mention: mention(
        `(?<=^|[:,;。、\\n]|其中|包括)(?!其中|包括|占)(?<label>\\p{Script=Han}{2,20}?(?:${side}|经费|资金))(?:为)?(?=${AMOUNT},占[^,;。\\d]{0,24}${PERCENT})`,
      ),
      measures: COMPONENT_MEASURES,
      compared: [".amount"],
      whole: true,
    },
  ];
}
