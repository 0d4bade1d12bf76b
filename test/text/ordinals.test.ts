import { describe, expect, test } from "vitest";
import { chineseToInt, enumeratorOf, headingOf, intToChinese, stripOrdinal } from "../../src/text/index.js";

test("numerals and integers are each other's inverse from 1 to 99", () => {
  for (let n = 1; n <= 99; n++) expect(chineseToInt(intToChinese(n))).toBe(n);
  expect(["", "一二", "百", "十十", "12"].map(chineseToInt)).toEqual([null, null, null, null, null]);
  expect(() => intToChinese(100)).toThrow(RangeError);
});

describe("headingOf", () => {
  test.each([
    ["第三部分 2024年度部门决算情况说明", 0, 3, "2024年度部门决算情况说明"],
    ["第 一 部 分", 0, 1, ""],
    ["十三、预算绩效情况说明", 1, 13, "预算绩效情况说明"],
    ["一、部门主要职责", 1, 1, "部门主要职责"],
    ["（二）支出决算结构情况", 2, 2, "支出决算结构情况"],
    ["(三)支出决算具体情况", 2, 3, "支出决算具体情况"],
    ["㈠总体情况", 2, 1, "总体情况"],
    ["1.基本情况", 3, 1, "基本情况"],
    ["２、基本情况", 3, 2, "基本情况"],
    ["3．2024年度情况", 3, 3, "2024年度情况"],
  ])("%s", (text, level, ordinal, title) => {
    expect(headingOf(text)).toEqual({ level, ordinal, title });
  });
  test.each([
    "一般公共预算支出",
    "3.14",
    "3.2024",
    "合计",
    "2024年度部门决算",
    "一、本单位无收入。",
    `一、${"长".repeat(41)}`,
    "一、",
    "(1)项目",
  ])("%s is none", (text) => expect(headingOf(text)).toBeNull());
});

test("enumeratorOf reads sentences too", () => {
  expect(enumeratorOf("1.社会保障和就业支出59,829.35万元，占63.8%。主要用于……")).toMatchObject({
    level: 3,
    ordinal: 1,
  });
  expect(enumeratorOf("①贯彻执行")).toEqual({ level: 4, ordinal: 1, rest: "贯彻执行" });
});

test.each([
  ["二十四、债务还本支出", "债务还本支出"],
  ["一、一般公共预算财政拨款", "一般公共预算财政拨款"],
  ["（一）一般公共服务支出", "一般公共服务支出"],
  ["1. 公务用车", "公务用车"],
  ["（1）公务 用车", "公务用车"],
  ["合 计", "合计"],
  ["2024年度", "2024年度"],
])("stripOrdinal %s", (label, expected) => {
  expect(stripOrdinal(label)).toBe(expected);
});
