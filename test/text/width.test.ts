import { describe, expect, it, test } from "vitest";
import { cutToWidth, displayWidth, padToWidth, wrapToWidth } from "../../src/text/width.js";

test.each([
  ["", 0],
  ["abc 1,234.56", 12],
  ["收入", 4],
  ["（三公）", 8],
  ["“三公”", 6],
  ["①万元", 5],
  ["〇㐀𠀀豈", 8],
  ["ｶﾅ", 2],
  ["한글", 4],
  ["e\u0301\u200b", 1],
  ["😀", 2],
  ["lattice", 7],
  ["收入决算表", 10],
  ["2024年度", 8],
  ["（续）", 6],
  ["595×842", 7],
  ["𠀀", 2],
])("%j takes %i columns", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test("is filled up with spaces, never cut", () => {
  expect(padToWidth("合计", 6)).toBe("合计  ");
  expect(padToWidth("合计", 3)).toBe("合计");
});

test("cuts at whole characters, with a mark", () => {
  expect(cutToWidth("个人农业生产补贴", 16)).toBe("个人农业生产补贴");
  expect(cutToWidth("个人农业生产补贴", 15)).toBe("个人农业生产补…");
  expect(cutToWidth("个人农业生产补贴", 14)).toBe("个人农业生产…");
  expect(cutToWidth("abc", 1)).toBe("…");
});

describe("wrapping", () => {
  it("breaks at spaces and between Chinese characters", () => {
    expect(wrapToWidth("the list leaves out 医疗费和奖励金 (p. 21)", 24)).toEqual([
      "the list leaves out 医疗",
      "费和奖励金 (p. 21)",
    ]);
  });

  it("keeps a closing mark with what it closes", () => {
    expect(wrapToWidth("收入支出，收入。", 8)).toEqual(["收入支", "出，收", "入。"]);
  });

  it("breaks a word that is longer than a line, and a character wider than it", () => {
    expect(wrapToWidth("generalBudget.structure[208].amount is", 12)).toEqual([
      "generalBudge",
      "t.structure[",
      "208].amount",
      "is",
    ]);
    expect(wrapToWidth("收入", 1)).toEqual(["收", "入"]);
  });

  it("gives one line for nothing", () => {
    expect(wrapToWidth("", 10)).toEqual([""]);
  });
});
