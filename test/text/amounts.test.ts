import { describe, expect, test } from "vitest";
import { findMoney, looksLikeAmount } from "../../src/text/index.js";

describe("looksLikeAmount", () => {
  test.each(["1,234", "0.00", "-12.30", "98.8%", "３，５１８．８５", "合计 93,691.35", "500元", "1万元", "(1,234.56)"])(
    "%s does",
    (text) => expect(looksLikeAmount(text)).toBe(true),
  );
  test.each(["12", "2024", "2080101", "- 3 -", "第47届", "2024.12.31", "v1.2.3", "合计", "", "1,23", "—"])(
    "%s does not",
    (text) => expect(looksLikeAmount(text)).toBe(false),
  );
});

test("findMoney lists amounts with offsets into the text", () => {
  const text = "收入合计95,063.53万元，其中0.39万（上年1.2亿元），共12人";
  expect(findMoney(text).map(({ value, unit }) => [value, unit])).toEqual([
    ["95063.53", "万元"],
    ["0.39", "万元"],
    ["1.2", "亿元"],
  ]);
  for (const money of findMoney(text)) expect(text.slice(money.start, money.end)).toBe(money.text);
});

test.each([
  ["增长-5.2万元", ["-5.2"]],
  ["3-5万元", ["5"]],
  ["12,34.5万元", []],
  ["单价100万元(含)以上", ["100"]],
  ["支出 1,560.05 万元", ["1560.05"]],
  ["40.44万人次", []],
])("findMoney in %s", (text, values) => {
  expect(findMoney(text).map(({ value }) => value)).toEqual(values);
});
