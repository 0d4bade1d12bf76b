import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  functionalClassByName,
  functionalCodesByName,
  functionalName,
  functionalNames,
  isKnownFunctionalCode,
  sameFunctionalName,
} from "../../src/classification/index.js";

describe("functionalClassByName", () => {
  test.each([
    ["一、一般公共服务支出", "201"],
    ["社会保障和就业", "208"],
    ["社会保障与就业支出（类）", "208"],
    ["二十三、其他支出", "229"],
    ["二十四、债务还本支出", "231"],
    ["二十四、抗疫特别国债安排的支出", "234"],
    ["二十六、抗疫特别国债安排的支出", "234"],
    ["七、文化体育与传媒支出", "207"],
    ["文化旅游体育与传媒支出", "207"],
    ["九、医疗卫生与计划生育支出", "210"],
    ["资源勘探信息等支出", "215"],
    ["资源勘探工业信息等支出", "215"],
    ["国土海洋气象等支出", "220"],
    ["十二、农林水⽀出", "213"],
    ["粮油物资储备支出", "222"],
    ["本年支出合计", null],
    ["行政运行", null],
    ["支出", null],
    ["", null],
  ])("%s is %s", (name, code) => {
    expect(functionalClassByName(name)).toBe(code);
  });
});

describe("names by year", () => {
  test.each([
    ["2080101", 2024, "行政运行"],
    ["20805", 2019, "行政事业单位离退休"],
    ["20805", 2020, "行政事业单位养老支出"],
    ["210", 2012, "医疗卫生支出"],
    ["210", 2017, "医疗卫生与计划生育支出"],
    ["210", 2024, "卫生健康支出"],
    ["2999999", 2024, null],
    ["226", 2024, null],
    ["234", 2021, "抗疫特别国债安排的支出"],
    ["209", 2024, "社会保险基金支出"],
  ])("%s in %i is %s", (code, year, name) => {
    expect(functionalName(code, year)).toBe(name);
  });
  test("all names, the current one first", () => {
    expect(functionalNames("21305")).toEqual(["巩固脱贫攻坚成果衔接乡村振兴", "扶贫", "巩固脱贫衔接乡村振兴"]);
    expect(functionalNames("999")).toEqual([]);
  });
});

describe("sameFunctionalName", () => {
  test.each([
    ["2080101", "行政运行", 2024, true],
    ["2080101", "事业运行", 2024, false],
    ["20805", "行政事业单位养老支出", 2024, true],
    ["20805", "行政事业单位离退休", 2019, true],
    ["20805", "行政事业单位离退休", 2020, true],
    ["20805", "行政事业单位离退休", 2024, false],
    ["20805", "行政事业单位离退休", null, true],
    ["2080208", "基层政权和社区建设", 2024, true],
    ["208", "社会保障和就业支出", 2024, true],
    ["2999999", "行政运行", 2024, false],
  ])("%s %s in %s: %s", (code, label, year, same) => {
    expect(sameFunctionalName(code, label, year)).toBe(same);
  });
});

test("one name may have many codes", () => {
  const codes = functionalCodesByName("行政运行");
  expect(codes).toContain("2080101");
  expect(codes.length).toBeGreaterThan(50);
  expect(functionalCodesByName("没有这个科目")).toEqual([]);
});

test("every code's parents are known", () => {
  for (const code of functionalCodesByName("行政运行"))
    expect([code.slice(0, 3), code.slice(0, 5), code].map(isKnownFunctionalCode)).toEqual([true, true, true]);
});

const truth = new URL("../../../shared/spec/wuhan-2024.truth.json", import.meta.url);
describe.skipIf(!existsSync(truth))("the Wuhan disclosure", () => {
  test("every code row's label is the name of its code", () => {
    const rows: { code?: string; label: string }[] = JSON.parse(readFileSync(truth, "utf8")).tables.flatMap(
      (table: { rows: { code?: string; label: string }[] }) => table.rows,
    );
    const functional = rows.flatMap(({ code, label }) => (code?.startsWith("2") ? [{ code, label }] : []));
    expect(functional.length).toBeGreaterThan(80);
    expect(functional.filter(({ code, label }) => !sameFunctionalName(code, label, 2024))).toEqual([]);
  });
});
