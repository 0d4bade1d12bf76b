import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCjk, joinLines, normalise, squash } from "../../src/text/index.js";
import { HAN_VARIANTS } from "../../src/text/variants.js";

const TRICKY =
  "“”\"'‘’「」﹁（）〔〕【】()[]：:∶︰，,、。—–-－─…⋯·•⼀⽀决決内內⻓⻔１２ab 　\u00A0\u200B\u00AD\uFEFF㈠①㎡%％";

describe("squash", () => {
  test("removes every white space", () => {
    expect(squash(" a\u00A0b\u3000c\u2009d\u200Be\uFEFFf\u00ADg\r\n\th\u2060")).toBe("abcdefgh");
  });
});

describe("normalise", () => {
  test.each([
    ["收入決算结构", "收入决算结构"],
    ["⼀般公共预算⽀出", "一般公共预算支出"],
    ["部⻔：⻓江", "部门:长江"],
    ['"三公""经费', "“三公”经费"],
    ["”三公”经费", "“三公”经费"],
    ["「三公」经费", "“三公”经费"],
    ["使用非财政拨款结余（含专用结余）", "使用非财政拨款结余(含专用结余)"],
    ["〔2024〕109号", "(2024)109号"],
    ["单 位 ∶ 万元", "单位:万元"],
    ["2023——2024", "2023-2024"],
    ["３，５１８．８５", "3,518.85"],
  ])("%s → %s", (printed, expected) => {
    expect(normalise(printed)).toBe(expected);
  });
  test("is idempotent and leaves no white space", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(...TRICKY) }));
    fc.assert(
      fc.property(text, (printed) => {
        const once = normalise(printed);
        expect(normalise(once)).toBe(once);
        expect(squash(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("isCjk", () => {
  test.each([..."中，。（“⼀⻓"])("%s is", (character) => expect(isCjk(character)).toBe(true));
  test.each([..."a1,.(% "])("%j is not", (character) => expect(isCjk(character)).toBe(false));
});

describe("joinLines", () => {
  test.each([
    [["一般公共预算", "财政拨款"], "一般公共预算财政拨款"],
    [["Hello", "world"], "Hello world"],
    [["15,777,", "676.24"], "15,777,676.24"],
    [["15,777", ",676.24"], "15,777,676.24"],
    [["15,777,6", "76.24"], "15,777,676.24"],
    [["15,777,676", ".24"], "15,777,676.24"],
    [["15,777,676.", "24"], "15,777,676.24"],
    [["15,777,676.2", "4"], "15,777,676.24"],
    [["478.57", "478.57"], "478.57 478.57"],
    [["12", "34"], "12 34"],
    [["15,777,676.24", "0.00"], "15,777,676.24 0.00"],
    [["占20.51", "%"], "占20.51%"],
    [["决算数为122.43", "万元"], "决算数为122.43万元"],
    [["", " 合", "", "计 "], "合计"],
    [[], ""],
  ])("%j → %j", (lines, expected) => {
    expect(joinLines(lines)).toBe(expected);
  });
});

test("a variant's kept form is itself no variant", () => {
  for (const kept of HAN_VARIANTS.values()) expect(HAN_VARIANTS.has(kept)).toBe(false);
  for (const [variant, kept] of HAN_VARIANTS) expect([normalise(variant), normalise(kept)]).toEqual([kept, kept]);
});
