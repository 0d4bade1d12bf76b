import { describe, expect, it } from "vitest";
import { readNarrative } from "../../src/narrative/index.js";
import { allSections, flowOf } from "./flow.js";

const sectionsOf = (text: string) => [
  ...allSections(readNarrative(flowOf(text), { entity: "样例局", fiscalYear: 2024 }).sections),
];

describe("units", () => {
  const units = (text: string) =>
    sectionsOf(`# 二、机构设置情况\n${text}`)
      .flatMap((section) => section.units ?? [])
      .map(({ no, name, remark }) => [no, name, remark]);

  it("reads a table", () => {
    expect(
      units(
        "纳入编制范围的单位包括：\n| 序号 | 单位名称 | 备注 |\n| 1 | 样例局（本级） |  |\n| 2 | 样例局财政所 | 并入本级 |",
      ),
    ).toEqual([
      ["1", "样例局（本级）", null],
      ["2", "样例局财政所", "并入本级"],
    ]);
  });

  it("reads numbered lines behind the sentence that announces them", () => {
    expect(
      units("纳入样例局2024年度部门决算编制范围的二级预算单位包括:\n1.样例局(本级)\n2.样例中心，不单列预算。"),
    ).toEqual([
      ["1", "样例局(本级)", null],
      ["2", "样例中心", "不单列预算"],
    ]);
  });

  it("reads names in one sentence", () => {
    expect(units("纳入本部门编制范围的预算单位共2家，具体包括：样例高级法院机关（本级）、样例铁路法院。")).toEqual([
      [null, "样例高级法院机关（本级）", null],
      [null, "样例铁路法院", null],
    ]);
  });

  it("reads names behind 分别是 or 有, with their number behind", () => {
    expect(
      units("本部门纳入决算编制范围的单位共3个，包括局机关和2个直属单位，分别是：样例局机关、样例中心、样例学校。"),
    ).toEqual([
      [null, "样例局机关", null],
      [null, "样例中心", null],
      [null, "样例学校", null],
    ]);
    expect(units("纳入部门决算编报范围的二级预算单位有：样例局本级、样例监测总站等2家单位。")).toEqual([
      [null, "样例局本级", null],
      [null, "样例监测总站", null],
    ]);
  });

  it("takes bureaus inside the department for no units", () => {
    expect(units("本部门包括2个内设机构，具体为：\n1、办公室\n2、教育处")).toEqual([]);
  });
});

describe("glossary", () => {
  const terms = (text: string) =>
    sectionsOf(`# 第五部分 名词解释\n${text}`)
      .flatMap((section) => section.glossary ?? [])
      .map(({ no, term, definition, code }) => [no, term, definition, code]);

  it("reads number, term and definition, over several paragraphs", () => {
    expect(
      terms("十、“三公”经费：指因公出国（境）费等。其中:\n因公出国（境）费反映旅费。\n（十一）项目支出:指其他支出。"),
    ).toEqual([
      ["十", "“三公”经费", "指因公出国（境）费等。其中:因公出国（境）费反映旅费。", null],
      ["十一", "项目支出", "指其他支出。", null],
    ]);
  });

  it("gives numbered 项 their codes under their heading's number", () => {
    expect(
      terms(
        "(七)本部门使用的支出功能分类科目(到项级)\n1.教育支出(类)普通教育(款)学前教育(项):反映学前教育支出。\n(八)结余分配:指缴纳的所得税。",
      ),
    ).toEqual([
      ["七", "本部门使用的支出功能分类科目(到项级)", "", null],
      ["七.1", "教育支出(类)普通教育(款)学前教育(项)", "反映学前教育支出。", "2050201"],
      ["八", "结余分配", "指缴纳的所得税。", null],
    ]);
  });
});

describe("key work and figures", () => {
  it("reads the table of key work", () => {
    expect(
      sectionsOf(
        "# 第四部分 2024年重点工作完成情况\n见下表。\n| 序号 | 重要事项 | 工作内容及目标 | 完成情况 |\n| 1 | 稳就业 | 提升质量 | 全面完成 |",
      )[0]?.keyWork,
    ).toEqual([{ no: "1", matter: "稳就业", goal: "提升质量", result: "全面完成", page: 1 }]);
  });

  it("reads figure captions", () => {
    expect(sectionsOf("# 一、收入决算情况说明\n图 1：收入决算结构\n图中可见收入增加。")[0]?.figures).toEqual([
      { caption: "图1：收入决算结构", page: 1 },
    ]);
  });
});
