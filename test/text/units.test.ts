import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAmountUnit, toYuan } from "../../src/text/index.js";

describe("readAmountUnit", () => {
  test.each([
    ["单位：万元", "万元"],
    ["单位:万元", "万元"],
    ["金额单位：元", "元"],
    ["公开04表 单位:万元", "万元"],
    ["部门：武汉市人力资源和社会保障局 单位：万元", "万元"],
    ["编制单位：上海市普陀区商务委员会   单位：元", "元"],
    ["单位：人民币万元", "万元"],
    ["金额单位：人民币元", "元"],
    ["（单位：亿元）", "亿元"],
    ["单位：千元", "千元"],
    ["单 位 ： 万 元", "万元"],
    ["单位：万", "万元"],
    ["（万元）", "万元"],
    ["单位：元、%", "元"],
    ["编制单位：财政局", null],
    ["单位：百万元", null],
    ["单位：万里街道", null],
    ["部门：元江县财政局", null],
    ["单位：%", null],
    ["编制单位：元江县财政局", null],
    ["编制单位：元江县财政局 单位：元", "元"],
    ["单位：万元 部门：财政局", "万元"],
    ["单位：万元 公开01表", "万元"],
    ["单位 万元", "万元"],
    ["对附属单位元旦慰问", null],
    ["", null],
  ])("%s → %s", (line, unit) => {
    expect(readAmountUnit(line)).toBe(unit);
  });
});

describe("toYuan", () => {
  test.each([
    ["93691.35", "万元", "936913500"],
    ["0.00", "万元", "0"],
    ["1.2", "亿元", "120000000"],
    ["-8.123456", "万元", "-81234.56"],
    ["12345678901234567890123.45", "万元", "123456789012345678901234500"],
    ["542740283.58", "元", "542740283.58"],
  ] as const)("%s %s is %s 元", (value, unit, yuan) => {
    expect(toYuan(value, unit)).toBe(yuan);
  });
  test("万元 and 元 agree exactly", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (n) => {
        const text = n.toString().padStart(5, "0");
        expect(toYuan(`${text.slice(0, -4)}.${text.slice(-4)}`, "万元")).toBe(n.toString());
      }),
    );
  });
  test("what is no number throws", () => {
    expect(() => toYuan("-", "元")).toThrow(/DecimalError/);
  });
});
