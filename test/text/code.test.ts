import { describe, expect, test } from "vitest";
import { codeLevel, isEconomicCode, isFunctionalCode, joinCodeFragments } from "../../src/text/index.js";
import { SPLIT_CODES } from "./split-codes.js";

describe("split codes of the noise catalogue", () => {
  test.each(SPLIT_CODES)("%s %s is %s", (_id, printed, code) => {
    expect(joinCodeFragments(printed.split("|"))).toBe(code);
  });
});

describe("joinCodeFragments", () => {
  test.each([
    [["208", "05", "01"], "2080501"],
    [["208", "08", "01"], "2080801"],
    [["208", "08", ""], "20808"],
    [["208", "", ""], "208"],
    [["301", "01"], "30101"],
    [["301", "30101"], "30101"],
    [["208", "20805", "2080501"], "2080501"],
    [["２０８０１０１"], "2080101"],
    [["208 01 01"], "2080101"],
    [["208", "080799 其他就业补助支出", ""], "2080799"],
    [["210", "1101", "1 行政单位医疗"], "2101101"],
    [["2101101 斧"], "2101101"],
    [["210", "101103 公务员医疗补助"], "2101103"],
    [["50101"], "50101"],
  ])("%j is %s", (fragments, code) => {
    expect(joinCodeFragments(fragments)).toBe(code);
  });
  test.each([[["12"]], [[""]], [[]], [["合计"]], [["2,080,101"]], [["208.01"]], [["1234567"]], [["208", "2024", "9"]]])(
    "%j is no code",
    (fragments) => {
      expect(joinCodeFragments(fragments)).toBeNull();
    },
  );
});

describe("levels", () => {
  test.each([
    ["208", "类"],
    ["20801", "款"],
    ["2080101", "项"],
    ["301", "类"],
    ["30101", "款"],
    ["3010101", null],
    ["1010101", null],
    ["20", null],
  ])("%s is %s", (code, level) => {
    expect(codeLevel(code)).toBe(level);
  });
  test("families", () => {
    expect([
      isFunctionalCode("2080101"),
      isFunctionalCode("30101"),
      isEconomicCode("399"),
      isEconomicCode("300"),
    ]).toEqual([true, false, true, false]);
  });
});
