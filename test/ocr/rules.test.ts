import { describe, expect, it } from "vitest";
import type { Gray } from "../../src/ocr/bitmap.js";
import { eraseRules } from "../../src/ocr/rules/erase.js";
import { findRules, type PixelRule } from "../../src/ocr/rules/find.js";
import { askew, fill, noise, ring, sheet, wordLike } from "./draw.js";

/** A table of rows at 100, 160, … and columns at 100, 400, 700. */
function table(draw: (page: Gray) => void = () => {}, grey = 0, thickness = 3): Gray {
  const page = sheet(800, 500);
  for (let y = 100; y <= 400; y += 60) fill(page, 100, y, 700 + thickness, y + thickness, grey);
  for (const x of [100, 400, 700]) fill(page, x, 100, x + thickness, 400 + thickness, grey);
  draw(page);
  return page;
}

function positions(rules: readonly PixelRule[], axis: "h" | "v"): number[] {
  return rules
    .filter((rule) => rule.axis === axis)
    .map(({ at }) => Math.round(at))
    .sort((a, b) => a - b);
}

const ROWS = [102, 162, 222, 282, 342, 402];
const COLUMNS = [102, 402, 702];

function expectTable(page: Gray, slack = 1): void {
  const rules = findRules(page);
  for (const [axis, wanted] of [
    ["h", ROWS],
    ["v", COLUMNS],
  ] as const) {
    const found = positions(rules, axis);
    expect(found).toHaveLength(wanted.length);
    found.forEach((at, i) => {
      expect(Math.abs(at - (wanted[i] ?? 0))).toBeLessThanOrEqual(slack);
    });
  }
  for (const { from, to } of rules) {
    expect(Math.abs(from - 101)).toBeLessThanOrEqual(4);
    expect(Math.min(Math.abs(to - 702), Math.abs(to - 402))).toBeLessThanOrEqual(4);
  }
}

describe("findRules", () => {
  it("finds a drawn table's rules and their ends", () => expectTable(table()));

  it("follows a rule over what lies along it for one row", () => {
    expectTable(table((page) => fill(page, 403, 160, 407, 210)));
  });

  it("takes no stroke of a character for a rule that does not reach the rows' rules", () => {
    expectTable(table((page) => fill(page, 250, 170, 253, 216, 120)));
  });

  it("finds faint rules in noise", () => {
    expectTable(
      table((page) => noise(page, 12), 205, 2),
      2,
    );
  });

  it("finds rules that are not quite level", () => expectTable(askew(table(), 0.12), 3));

  it("takes double rules for one", () => {
    const page = table((drawn) => fill(drawn, 100, 107, 703, 110));
    const [first] = positions(findRules(page), "h");
    expect(Math.abs((first ?? 0) - 105)).toBeLessThanOrEqual(2);
    expect(positions(findRules(page), "h")).toHaveLength(6);
  });

  it("finds dashed rules", () => {
    const page = table();
    for (const y of [460]) for (let x = 100; x < 700; x += 16) fill(page, x, y, x + 10, y + 3);
    expect(positions(findRules(page), "h")).toHaveLength(7);
  });

  it("takes no text for rules", () => {
    const page = table((drawn) => {
      for (const y of [116, 176, 236, 296, 356]) wordLike(drawn, 120, y, 10);
      for (const y of [116, 176, 236, 296, 356]) wordLike(drawn, 430, y, 10);
      wordLike(drawn, 120, 440, 22);
    });
    expectTable(page);
  });

  it("takes the side of a round stamp for no rule", () => {
    expectTable(
      table((drawn) => ring(drawn, 560, 250, 120, 9, 130)),
      2,
    );
  });

  it("finds the short sides of cells in a header", () => {
    const page = table((drawn) => fill(drawn, 250, 102, 253, 162));
    const short = findRules(page).filter((rule) => rule.axis === "v" && rule.to - rule.from < 100);
    expect(short.map(({ at }) => Math.round(at))).toEqual([252]);
  });

  it("finds none on a page of text, and none on an empty one", () => {
    const page = sheet(800, 500);
    for (let y = 40; y < 460; y += 40) wordLike(page, 40, y, 27);
    expect(findRules(page)).toEqual([]);
    expect(findRules(sheet(300, 300))).toEqual([]);
  });
});

describe("eraseRules", () => {
  it("takes the rules away and leaves what stands between them", () => {
    const page = table((drawn) => wordLike(drawn, 120, 116, 10));
    const clean = eraseRules(page, findRules(page), 200 / 72);
    const dark = (gray: Gray): number => gray.data.filter((value) => value < 128).length;
    const words = sheet(800, 500);
    wordLike(words, 120, 116, 10);
    expect(Math.abs(dark(clean) - dark(words))).toBeLessThan(30);
  });
});
