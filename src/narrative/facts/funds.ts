import { codeOfName } from "./codes.js";
import { itemSubject } from "./items.js";
import { defineFacts, measures, mention, type SectionFacts } from "./section-facts.js";
import { AMOUNT } from "./template.js";

/** 政府性基金预算 and 国有资本经营预算: nothing, or opening balance, income, expenditure, closing balance and items. */
function fund(root: string, section: string, name: string): SectionFacts {
  return defineFacts({
    sections: [section],
    purpose: true,
    subjects: [
      {
        path: root,
        // Behind the year's income its spending is told of the fund again.
        mention: mention(
          `${name}(?:预算)?(?:财政)?(?:拨款)?|(?<=本年(?:财政拨款)?收入[^。\\n]{0,80}。?)本年(?:财政拨款)?(?=支出(?:为)?${AMOUNT})`,
        ),
        compared: [".expenditureTotal"],
        measures: measures(
          "年初(?:财政拨款)?结转和结余(?:为)?{.openingBalance:amt}",
          "年末(?:财政拨款)?结转和结余(?:为)?{.closingBalance:amt}",
          "本年(?:财政拨款)?收入(?:为)?{.income:amt}",
          "(?:^|本年|,)(?:财政拨款)?收入(?:预算|决算)?(?:合计|总计)?(?:为)?{.income:amt}",
          "本年(?:财政拨款)?支出(?:为)?{.expenditureTotal:amt}",
          "占(?:部门|单位)?本年(?:总)?支出(?:合计|总计)?的?{.shareOfTotalExpenditure:pct}",
          "(?:^|本年|,)(?:财政拨款)?支出(?:\\(收入\\)|收入)?(?:预算)?(?:合计|总计)?(?:预算支出)?(?:为)?{.expenditureTotal:amt}",
          "(?:年初)预算(?:数)?(?:为)?{.openingBudget:amt}",
          "支出决算(?:数)?(?:为)?{.final:amt}",
          "完成(?:年初|全年|调整)?预算(?:数)?的?{.completionPct:pct}",
          "基本支出(?:为)?{.basic:amt}",
          "项目支出(?:为)?{.project:amt}",
        ),
      },
      {
        path: `${root}.income`,
        mention: mention(`本年(?:财政拨款)?收入(?=(?:为)?${AMOUNT},(?:与|比|较|同比))`),
        measures: measures("^(?:为)?{:amt}"),
        compared: [""],
      },
      itemSubject(`${root}.items`),
      {
        path: (_, index) => `${root}.items[${index + 1}]`,
        counter: `${root}.items`,
        mention: mention(
          `(?:(?<=\\n|^|[;。:])\\d{1,2}[.、])(?<label>[^\\d,;。:()\\n]{2,40})\\(项\\)(?:支出)?(?:为)?(?=${AMOUNT})`,
        ),
        measures: measures("^{.amount:amt}"),
        labels: (match) => {
          const code = codeOfName(match.groups?.label ?? "");
          const label = { suffix: ".label", group: "label" };
          return code === null ? [label] : [label, { suffix: ".code", group: "label", value: code }];
        },
        compared: [".amount"],
      },
    ],
    empty: {
      path: `${root}.isEmpty`,
      pattern: new RegExp(`(?:无|没有|未安排|未使用|不涉及)(?:使用)?${name}[^。\\n]{0,30}`, "gu"),
    },
  });
}

/** 政府性基金预算财政拨款收入支出决算情况 (SPEC §4 `governmentFund`). */
export const governmentFund = fund("governmentFund", "government-fund", "政府性基金");

/** 国有资本经营预算财政拨款支出决算情况 (SPEC §4 `stateCapital`). */
export const stateCapital = fund("stateCapital", "state-capital", "国有资本经营");
