import { describe, expect, it } from "vitest";
import { entityKey, headingKey } from "../../src/narrative/headings/key.js";
import { knownHeading, unknownHeading } from "../../src/narrative/headings/recognise.js";

const entity = entityKey("上海市样例区财政局");
const id = (heading: string, open: string[] = []) => knownHeading(heading, { entity, open })?.id ?? null;

/** Printed heading → canonical id; headings of the corpus and of other regions. */
const HEADINGS: readonly (readonly [heading: string, id: string | null, open?: string])[] = [
  ["第一部分上海市样例区财政局概况", "part-1-overview-of-unit"],
  ["上海市样例区财政局2024年度部门决算表", "part-2-forms"],
  ["第五部分 附表", "part-2-forms"],
  ["第三部分上海市样例区财政局2023年度部门决算情况说明", "part-3-narrative"],
  ["第二部分 2023年度部门决算情况说明", "part-3-narrative"],
  ["第一部分 2022年度部门基本情况", "part-1-overview-of-unit"],
  ["第三部分 2022年度部门决算分析", "part-3-narrative"],
  ["三、2022年度部门决算情况说明", "part-3-narrative"],
  ["第五部分 名词解释", "part-4-glossary"],
  ["第四部分 2024年重点工作完成情况", "key-work"],
  ["第六部分 附件", "annex"],
  ["一、部门主要职责", "unit-functions"],
  ["一、主要职能", "unit-functions"],
  ["二、部门决算单位构成（仅有一个单位的部门，本部分内容为“机构设置”）", "unit-structure"],
  ["二、部门机构设置及预算单位构成情况", "unit-structure"],
  ["一、收入支出决算总体情况说明", "overview"],
  ["一、2023年度收支决算总体情况", "overview"],
  ["一、收支预算总体情况说明", "overview"],
  ["二、收入决算情况说明", "income"],
  ["（一）收入决算说明", "income"],
  ["三、支出决算情况说明", "expenditure"],
  ["四、财政拨款收入支出决算总体情况说明", "fiscal-appropriation"],
  ["四、财政拨款收支预算总体情况说明", "fiscal-appropriation"],
  ["五、财政拨款支出预算情况说明", "fiscal-appropriation-expenditure"],
  ["五、一般公共预算财政拨款支出决算情况说明", "general-budget"],
  ["（一）一般公共预算财政拨款支出决算总体情况", "general-budget.overall", "general-budget"],
  ["（二）一般公共预算财政拨款支出决算结构情况", "general-budget.structure", "general-budget"],
  ["（三）一般公共预算财政拨款支出决算具体情况", "general-budget.detail", "general-budget"],
  ["六、一般公共预算财政拨款基本支出决算情况说明", "general-budget-basic"],
  ["七、财政拨款“三公”经费支出决算情况说明", "three-public"],
  ["九、一般公共预算“三公”经费、会议费、培训费支出预算情况说明", "three-public"],
  ["（一）“三公”经费财政拨款支出决算总体情况说明。", "three-public.overall", "three-public"],
  ["1.总体情况说明", "three-public.overall", "three-public"],
  ["（一）总体情况", "general-budget.overall", "general-budget"],
  ["（二）财政拨款支出决算结构情况", "general-budget.structure", "general-budget"],
  ["3.具体情况", "general-budget.detail", "general-budget"],
  ["（一）2023年收入", "income", "overview"],
  ["二、关于2022年度收入决算情况说明", "income"],
  ["附：财政拨款“三公”经费支出决算情况说明", "three-public"],
  ["2.政府采购支出情况", "procurement"],
  ["3.国有资产占用情况", "assets"],
  ["1.政府采购", null],
  ["十、财政拨款会议费支出决算情况说明", "meeting-and-training"],
  ["（一）财政拨款会议费和培训费情况说明", "meeting-and-training"],
  ["八、政府性基金预算财政拨款收入支出决算情况说明", "government-fund"],
  ["十、政府性基金预算支出预算情况说明", "government-fund"],
  ["八、国有资本经营预算财政拨款支出决算情况说明", "state-capital"],
  ["十、预算绩效管理情况", "performance"],
  ["十四、预算绩效目标设置情况说明", "performance"],
  ["十、机关运行经费支出说明", "agency-operation"],
  ["十一、一般公共预算机关运行经费支出预算情况说明", "agency-operation"],
  ["（二）政府采购支出情况", "procurement"],
  ["（三）国有资产占有使用情况说明", "assets"],
  ["十二、国有资产占用情况", "assets"],
  ["十一、其他重要事项的情况说明", "other-matters"],
  ["十一、其他重要事项说明", "other-matters"],
  ["一、收入支出决算总表", null],
  ["七、财政拨款“三公”经费支出决算表", null],
  ["注：本表反映部门本年度“三公”经费支出预决算情况。", null],
  ["收入", null],
  ["（一）人员经费18387.95万元。主要包括：基本工资。", null],
];

describe("headings", () => {
  for (const [heading, expected, open] of HEADINGS)
    it(`${heading} → ${expected}`, () => {
      expect(id(heading, open === undefined ? [] : [open])).toBe(expected);
    });

  it("is not decided by the ordinal", () => {
    expect(id("九、政府采购支出说明")).toBe("procurement");
    expect(id("七、政府采购支出说明")).toBe("procurement");
  });

  it("takes years, 的, quotes and the entity out of the key", () => {
    expect(headingKey("十一、上海市样例区财政局2024年度其他重要事项的情况说明", entity).text).toBe(
      "其他重要事项情况说明",
    );
  });

  it("knows a heading of no known section from an item, a sentence and a caption", () => {
    const unknown = (text: string) => unknownHeading(text, { entity, open: [] }, false) !== null;
    expect(unknown("（一）机关内设机构")).toBe(true);
    expect(unknown("（十二）完成区委、区政府交办的其他任务。")).toBe(false);
    expect(unknown("二、收入决算表")).toBe(false);
    expect(unknown("1.样例局（本级）")).toBe(false);
    expect(unknown("一、基本支出5377.64万元")).toBe(false);
  });
});
