import { describe, expect, test } from "vitest";
import {
  economicCodesByName,
  economicName,
  isKnownEconomicCode,
  sameEconomicName,
} from "../../src/classification/index.js";

test.each([
  ["301", null, "工资福利支出"],
  ["30103", 2024, "奖金"],
  ["30311", 2017, "住房公积金"],
  ["30311", 2024, "代缴社会保险费"],
  ["30311", null, "代缴社会保险费"],
  ["310", 2017, "其他资本性支出"],
  ["310", 2024, "资本性支出"],
  ["30104", 2024, "其他社会保障缴费"],
  ["501", 2024, "机关工资福利支出"],
  ["30000", 2024, null],
])("%s in %s is %s", (code, year, name) => {
  expect(economicName(code, year)).toBe(name);
});

describe("economicCodesByName", () => {
  test.each([
    ["商品和服务支出", undefined, ["302", "50502"]],
    ["商品和服务支出", "department", ["302"]],
    ["因公出国(境)费用", "department", ["30212"]],
    ["维修（护）费", "government", ["50209"]],
    ["住房公积金", "department", ["30113", "30311"]],
    ["没有", undefined, []],
  ] as const)("%s in %s", (name, scheme, codes) => {
    expect(economicCodesByName(name, scheme)).toEqual(codes);
  });
});

test("labels are compared in either classification", () => {
  expect(sameEconomicName("30311", "住房公积金")).toBe(true);
  expect(sameEconomicName("30311", "代缴社会保险费")).toBe(true);
  expect(sameEconomicName("30311", "奖金")).toBe(false);
  expect(isKnownEconomicCode("39999")).toBe(true);
  expect(isKnownEconomicCode("39998")).toBe(false);
});
