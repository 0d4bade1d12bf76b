import { describe, expect, it } from "vitest";
import { toLines } from "../../src/layout/lines.js";
import { looksLikeNumber } from "../../src/layout/numbers.js";
import { numbersOf } from "../../src/layout/split-numbers.js";
import { isNumericGlyph, toTokens } from "../../src/layout/tokens.js";
import { MadePage } from "../helpers/made-page.js";

const glyphs = (text: string, x = 100) => new MadePage().text(x, 100, text).glyphs;

/** Numbers that a run of glyphs without a gap falls into, with walls at these x. */
function parts(text: string, walls: readonly number[] = []): string[] {
  return toTokens(glyphs(text)).flatMap((token) => numbersOf(token, walls).map((part) => part.text));
}

describe("a number, as far as layout needs to know", () => {
  it.each([
    "0",
    "12",
    "1,234.50",
    "1，234．50",
    "2080505",
    "-8.1",
    "−3",
    "（3.20）",
    "△5",
    "98.8%",
    "３５.２",
    "12,34",
  ])("%s is one", (text) => expect(looksLikeNumber(text)).toBe(true));

  it.each(["", ".", "-", "1.2.3", "12.", ",5", "一", "12元", "1-2", "%"])("%s is none", (text) =>
    expect(looksLikeNumber(text)).toBe(false),
  );

  it("is told from any run of digits, however long", () => {
    const digits = "1".repeat(5000);
    expect(looksLikeNumber(digits)).toBe(true);
    expect(looksLikeNumber(`${digits}.`)).toBe(false);
    expect(looksLikeNumber(`${digits},${digits}x`)).toBe(false);
  });

  it("is made of digits, signs and separators", () => {
    const numeric = [..."0９.,．，%％‰+-－−()（）△▲"];
    const page = new MadePage();
    for (const text of [...numeric, ..."一、。A元年"]) page.glyph(text, 0, 10, 10, 10);
    expect(page.glyphs.filter(isNumericGlyph).map((glyph) => glyph.text)).toEqual(numeric);
  });
});

describe("amounts that run into each other", () => {
  it("are cut after two decimals, where nothing but amounts comes of it", () => {
    expect(parts("17,643,352.8913,435,596.72")).toEqual(["17,643,352.89", "13,435,596.72"]);
    expect(parts("1.002.003.00")).toEqual(["1.00", "2.00", "3.00"]);
    expect(parts("1.00-2.00")).toEqual(["1.00", "-2.00"]);
  });

  it("are left whole where that is not so", () => {
    expect(parts("1,234.50")).toEqual(["1,234.50"]);
    expect(parts("1.2.3")).toEqual(["1.2.3"]);
    expect(parts("1.005.1.2")).toEqual(["1.005.1.2"]);
    expect(parts("2024.12.31")).toEqual(["2024.12.31"]);
  });

  it("are cut at a wall in a gap between two numbers, not inside one", () => {
    const run = [...glyphs("12.50", 100), ...glyphs("7.00", 126)];
    const [token] = toTokens(run, Number.POSITIVE_INFINITY);
    expect(token && numbersOf(token, [125.5]).map((part) => part.text)).toEqual(["12.50", "7.00"]);
    expect(token && numbersOf(token, [110]).map((part) => part.text)).toEqual(["12.50", "7.00"]);
    expect(parts("1234", [110])).toEqual(["1234"]);
  });

  it("come apart however many there are", () => {
    expect(parts("12.34".repeat(4000))).toHaveLength(4000);
  });
});

describe("the line of a number that is set wide", () => {
  /** Digits 5 pt wide, 10 pt high, with gaps of so many pt. */
  const wide = (text: string, gaps: readonly number[]) => {
    const page = new MadePage();
    let x = 0;
    [...text].forEach((digit, i) => {
      page.glyph(digit, x, 100, 5, 10);
      x += 5 + (gaps[i] ?? gaps[0] ?? 0);
    });
    return toLines(page.glyphs, 1).map((line) => line.text);
  };

  it("is one number where all gaps are alike, and two where one stands out or there are too few to tell", () => {
    expect(wide("3,064.91", [1.8, 1.3, 1.7, 1.6, 1.9, 1.2, 2.5])).toEqual(["3,064.91"]);
    expect(wide("12345", [0, 2.5, 0, 0])).toEqual(["12 345"]);
    expect(wide("12345", [1, 3.6, 1, 1])).toEqual(["12 345"]);
    expect(wide("123", [2.5, 2.5])).toEqual(["1 2 3"]);
    expect(wide("123456", [4, 4, 4, 4, 4])).toEqual(["1 2 3 4 5 6"]);
  });
});
