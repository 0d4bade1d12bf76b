import { describe, expect, it } from "vitest";
import { ticked } from "../../../src/narrative/performance/check-boxes.js";
import { assignLevels } from "../../../src/narrative/performance/levels.js";
import { readMeasure } from "../../../src/narrative/performance/measure.js";

describe("check boxes", () => {
  it.each([
    ["1.部门预算项目☑2.财政专项资金□", "部门预算项目"],
    ["1.常年性项目□2.延续性项目√3.一次性项目□", "延续性项目"],
    ["持续性项目■新增性项目□", "持续性项目"],
    ["1.甲☑2.乙☑", "甲、乙"],
    ["1.甲□2.乙□", null],
    ["常年性项目", "常年性项目"],
    ["", null],
  ])("%s → %s", (text, expected) => {
    expect(ticked(text)).toBe(expected);
  });
});

describe("measures", () => {
  it.each([
    ["≥22万人", ">=", "22", "万人", null],
    ["40.44万人次", null, "40.44", "万人次", null],
    ["80分以上", ">=", "80", "分", null],
    ["5个工作日内", "<=", "5", "个工作日", null],
    ["76.70%", null, "76.70", "%", null],
    ["0.7‰", null, "0.7", "‰", null],
    ["62万元", null, "62", "万元", null],
    ["0", null, "0", null, null],
    ["有效提升", null, null, null, "有效提升"],
    ["全年开展2次", null, null, null, "全年开展2次"],
    ["2024年12月31日", null, null, null, "2024年12月31日"],
    ["/", null, null, null, null],
  ])("%s", (raw, comparator, value, unit, qualitative) => {
    expect(readMeasure(raw)).toEqual({ raw, comparator, value, unit, qualitative });
  });

  it("is null for a blank cell", () => {
    expect(readMeasure("")).toBeNull();
  });
});

describe("levels", () => {
  const cells = (labels: readonly string[]) =>
    labels.map((text, start) => {
      const [label = "", weight] = text.split(" ");
      return { label, weight: weight ?? null, start };
    });
  const names = (labels: readonly string[], weights: readonly (string | null)[]) =>
    assignLevels(cells(labels), weights).map((level) => level.label);

  it("carries a label over rows that a page break left blank", () => {
    expect(names(["数量 4", "", "质量 2"], ["2", "2", "2"])).toEqual(["数量", "数量", "质量"]);
  });

  it("goes by weight where the label stands on a middle row", () => {
    expect(names(["", "数量 6", "", "质量 2"], ["2", "2", "2", "2"])).toEqual(["数量", "数量", "数量", "质量"]);
  });

  it("keeps what is printed where weights do not close", () => {
    expect(names(["数量 9", "", "质量 2"], ["2", "2", "2"])).toEqual(["数量", "数量", "质量"]);
    expect(names(["", "数量"], [null, null])).toEqual([null, "数量"]);
  });
});
