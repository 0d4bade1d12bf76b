import { describe, expect, it } from "vitest";
import { readNarrative } from "../../src/narrative/index.js";
import { allSections, block, flowOf, line } from "./flow.js";

const outline = (text: string) =>
  [...allSections(readNarrative(flowOf(text), { entity: "样例局", fiscalYear: 2024 }).sections)].map(
    ({ id, level }) => `${level} ${id}`,
  );

describe("section tree", () => {
  it("puts sub-sections inside and parts first", () => {
    const { sections } = readNarrative(
      flowOf(`# 第三部分 样例局2024年度部门决算情况说明
        # 五、一般公共预算财政拨款支出决算情况说明
        # （一）一般公共预算财政拨款支出决算总体情况
        一般公共预算财政拨款支出1.00万元。
        # 六、一般公共预算财政拨款基本支出决算情况说明
        基本支出1.00万元。`),
    );
    expect(sections.map((section) => [section.id, section.sections.map((inner) => inner.id)])).toEqual([
      ["part-3-narrative", []],
      ["general-budget", ["general-budget.overall"]],
      ["general-budget-basic", []],
    ]);
  });

  it("reads the narrative before the forms, or without any 第X部分", () => {
    expect(
      outline(`# 一、收入决算情况说明
        本年收入合计1.00万元。
        # 二、支出决算情况说明
        本年支出合计1.00万元。
        # 第五部分 附表
        收入决算表
        | 项目 | 金额 |`),
    ).toEqual(["1 income", "1 expenditure", "0 part-2-forms"]);
  });

  it("cuts a heading off the text it is glued to", () => {
    const { sections } = readNarrative(flowOf("（一）机关运行经费支出情况。机关运行经费支出1.00万元。"));
    expect(sections[0]).toMatchObject({ id: "agency-operation", heading: "（一）机关运行经费支出情况。" });
    expect(sections[0]?.paragraphs.map((paragraph) => paragraph.text)).toEqual(["机关运行经费支出1.00万元。"]);
  });

  it("joins a heading torn over lines, 说明 alone on the second", () => {
    const { sections, headingBlocks } = readNarrative([
      block("第三部分样例局2024年度部门决算情况\n说明", 1, "heading"),
      block("二、部门决算单位构成（仅有一个单位的部门，本部分内容", 1),
      block("为“机构设置”）", 1),
      block("无。", 1),
    ]);
    expect(sections.map((section) => section.heading)).toEqual([
      "第三部分样例局2024年度部门决算情况说明",
      "二、部门决算单位构成（仅有一个单位的部门，本部分内容为“机构设置”）",
    ]);
    expect(headingBlocks.size).toBe(3);
  });

  it("takes terms of the glossary for no sections", () => {
    expect(
      outline(`# 第四部分 名词解释
        # 十、“三公”经费：指因公出国（境）费等。
        # 十一、机关运行经费
        指日常公用经费支出。
        # 第五部分 附件
        # 一、2024年度样例局部门整体绩效评价报告`),
    ).toEqual(["0 part-4-glossary", "0 annex", "1 performance-report"]);
  });

  it("takes numbered labels of an open table for no sections", () => {
    expect(outline("# 第二部分 2024年度部门决算表\n收入支出决算总表\n一、一般公共服务支出\n二、外交支出")).toEqual([
      "0 part-2-forms",
    ]);
  });

  it("numbers sections of no known name under their parent, and ids that come again", () => {
    expect(
      outline(`# 第一部分 样例局概况
        # 一、历史沿革
        一九九九年设立。
        # 二、主要职能
        管样例。
        # 三、主要职能
        也管样例。`),
    ).toEqual([
      "0 part-1-overview-of-unit",
      "1 part-1-overview-of-unit.section-1",
      "1 unit-functions",
      "1 unit-functions-2",
    ]);
  });

  it("puts 一、 below §1 (government final accounts)", () => {
    expect(outline("# 第三部分 2024年有关情况的说明\n# §1政府采购情况说明\n# 一、专项资金评价结果\n良。")).toEqual([
      "0 section-1",
      "1 procurement",
      "2 procurement.section-1",
    ]);
  });

  it("joins a paragraph torn over blocks and pages, and not two list items", () => {
    const flow = [
      block("一、主要职能", 1, "heading"),
      {
        type: "block" as const,
        block: {
          kind: "paragraph" as const,
          page: 1,
          lines: [line("负责样例工作的组织、协调和", 1, 0, 700)],
          text: "",
        },
      },
      {
        type: "block" as const,
        block: { kind: "furniture" as const, page: 1, lines: [line("— 1 —", 1, 50, 800)], text: "" },
      },
      {
        type: "block" as const,
        block: { kind: "paragraph" as const, page: 2, lines: [line("监督。", 2, 0, 20)], text: "" },
      },
      block("1.甲科\n2.乙科", 2),
    ];
    const { sections } = readNarrative(flow);
    expect(sections[0]?.paragraphs.map(({ text, page }) => `${page} ${text}`)).toEqual([
      "1 负责样例工作的组织、协调和监督。",
      "2 1.甲科2.乙科",
    ]);
  });

  it("leaves out what belongs to tables", () => {
    const flow = flowOf("# 第二部分 2024年度部门决算表\n单位：万元\n注：本表反映收入。");
    const note = flow.at(-1);
    const skip = new Set(note?.type === "block" ? [note.block] : []);
    expect(readNarrative(flow, { skip }).sections[0]?.paragraphs.map((paragraph) => paragraph.text)).toEqual([
      "单位：万元",
    ]);
  });
});
