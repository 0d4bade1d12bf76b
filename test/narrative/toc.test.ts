import { describe, expect, it } from "vitest";
import { readNarrative } from "../../src/narrative/index.js";
import { block, flowOf, line } from "./flow.js";

const texts = (text: string) => readNarrative(flowOf(text)).toc.map(({ text, level }) => `${level} ${text}`);

describe("table of contents", () => {
  it("ends where the first entry comes again", () => {
    const { toc, sections } = readNarrative(
      flowOf(`样例局
        2024年度部门决算
        --- 2
        目  录
        # 第一部分 样例局概况
        # 一、主要职能
        # 第二部分 样例局2024年度部门决算表
        # 一、收入支出决算总表
        # 第三部分 名词解释
        --- 3
        # 第一部分 样例局概况
        # 一、主要职能
        负责样例工作。`),
    );
    expect(toc).toEqual([
      { text: "第一部分样例局概况", level: 0, page: 2 },
      { text: "一、主要职能", level: 1, page: 2 },
      { text: "第二部分样例局2024年度部门决算表", level: 0, page: 2 },
      { text: "一、收入支出决算总表", level: 1, page: 2 },
      { text: "第三部分名词解释", level: 0, page: 2 },
    ]);
    expect(sections.map((section) => section.id)).toEqual(["part-1-overview-of-unit", "unit-functions"]);
  });

  it("drops leaders and page numbers", () => {
    expect(
      texts(`目录
        一、部门主要职能 ……………………………… 1
        二、名词解释 .......... 12
        1. 2024年部门收入预算总表 · · · · · · 3
        一、部门主要职能
        负责样例工作。`),
    ).toEqual(["1 一、部门主要职能", "1 二、名词解释", "3 1.2024年部门收入预算总表"]);
  });

  it("joins an entry that is wrapped, and keeps a short one apart", () => {
    const flow = [block("目录", 2)];
    const lines = ["第一部分样例区规划和自然资源局概况决算表说明", "情况", "第二部分附件", "附注"];
    for (const [at, text] of lines.entries())
      flow.push({ type: "block", block: { kind: "paragraph", page: 2, lines: [line(text, 2, 0, at * 20)], text } });
    flow.push(block("第一部分样例区规划和自然资源局概况决算表说明情况", 3), block("这是正文。", 3));
    expect(readNarrative(flow).toc.map((entry) => entry.text)).toEqual([
      "第一部分样例区规划和自然资源局概况决算表说明情况",
      "第二部分附件",
      "附注",
    ]);
  });

  it("knows the body's first heading by what it names when it has no number there", () => {
    expect(
      texts(`目录
        一、部门主要职能
        二、部门机构设置
        样例区商务委员会主要职能
        样例区商务委员会是区政府工作部门。`),
    ).toEqual(["1 一、部门主要职能", "1 二、部门机构设置"]);
  });

  it("ends at a table", () => {
    expect(
      texts(`目录
        表一：2023年全区收入决算表
        表二：2023年全区支出决算表
        | 项目 | 决算数 |
        | 税收 | 1 |`),
    ).toEqual(["1 表一：2023年全区收入决算表", "1 表二：2023年全区支出决算表"]);
  });

  it("is empty without 目录", () => {
    expect(texts("一、收入决算情况说明\n二、支出决算情况说明")).toEqual([]);
  });
});
