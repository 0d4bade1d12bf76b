import { describe, expect, it } from "vitest";
import type { FlowItem } from "../../../src/model/index.js";
import { readNarrative } from "../../../src/narrative/index.js";
import { allSections, EM, line } from "../flow.js";

const paragraph = (text: string, page: number, x: number, y: number): FlowItem => ({
  type: "block",
  block: { kind: "paragraph", page, lines: [line(text, page, x, y)], text },
});

describe("places of facts", () => {
  // The amount is torn by the page break, as in "为 2, ⏎ 184.94 万元".
  const flow = [
    paragraph("二、收入决算情况说明", 7, 0, 700),
    paragraph("本年 收入合计为 2,", 7, 0, 720),
    paragraph("184.94 万元，其中：事业收入30万元，占2.5%。", 8, 0, 40),
  ];
  const facts = new Map(
    [...allSections(readNarrative(flow, { fiscalYear: 2024 }).sections)].flatMap(({ facts }) =>
      facts.map((fact) => [fact.path, fact]),
    ),
  );

  it("quotes what is printed, without white space, over the page break", () => {
    expect(facts.get("income.total")).toMatchObject({ value: "2184.94", quote: "本年收入合计为2,184.94万元", page: 7 });
  });

  it("boxes the quote on the value's page", () => {
    // "本年 收入合计为 2,": ten characters and two spaces from x = 0.
    expect(facts.get("income.total")?.box).toEqual([0, 720, 11 * EM, 720 + EM]);
    expect(facts.get("income.components[businessIncome].amount")).toMatchObject({ page: 8, quote: "事业收入30万元" });
  });
});

describe("what no pattern explains", () => {
  const read = (text: string) => {
    const { sections } = readNarrative(
      [paragraph("十一、其他重要事项的情况说明", 1, 0, 0), paragraph(text, 1, 0, 20)],
      { fiscalYear: 2024 },
    );
    return sections[0];
  };

  it("becomes a mention with the words before it, apart from the canonical paths", () => {
    expect(
      read("第一季度用款计划158.05万元、税收返还3亿元。")?.facts.map(({ path, value, unit }) => [path, value, unit]),
    ).toEqual([
      ["otherMatters.mentions[1].label", "第一季度用款计划", null],
      ["otherMatters.mentions[1].amount", "158.05", "万元"],
      ["otherMatters.mentions[2].label", "税收返还", null],
      ["otherMatters.mentions[2].amount", "3", "亿元"],
    ]);
  });

  it("is listed as unexplained when nothing says what it is", () => {
    expect(read("12.5万元。")?.unexplained).toEqual([{ text: "12.5万元", page: 1, amounts: ["12.5万元"] }]);
  });

  it("leaves thresholds alone", () => {
    expect(read("单价100万元（含）以上设备的采购按规定执行。")).toMatchObject({ facts: [], unexplained: [] });
  });
});
