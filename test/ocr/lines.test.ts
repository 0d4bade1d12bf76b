import { describe, expect, it } from "vitest";
import type { ReadCharacter } from "../../src/ocr/engine.js";
import { cutAtRules } from "../../src/ocr/lines/cut.js";
import { lineGlyphs } from "../../src/ocr/lines/glyphs.js";
import { inkIn } from "../../src/ocr/lines/ink.js";
import { lineMetrics } from "../../src/ocr/lines/metrics.js";
import { completeLines } from "../../src/ocr/lines/missed.js";
import { wellFormed } from "../../src/ocr/lines/number-form.js";
import { placeCharacters } from "../../src/ocr/lines/place.js";
import { withoutSlivers } from "../../src/ocr/lines/slivers.js";
import { decodeCtc } from "../../src/ocr/ppocr/ctc.js";
import { fill, sheet } from "./draw.js";

function character(text: string, others: ReadCharacter["others"] = []): ReadCharacter {
  return { text, confidence: 0.9, others, x0: 0, x1: 0 };
}

function read(text: string, other = ""): ReadCharacter[] {
  return [...text].map((c) => character(c, other === "" ? [] : [{ text: other, confidence: 0.3 }]));
}

const textOf = (line: readonly ReadCharacter[]): string => line.map(({ text }) => text).join("");

describe("wellFormed", () => {
  it("takes separators the other way where the engine thought of it", () => {
    expect(textOf(wellFormed(read("120.472,508.62", ",")))).toBe("120,472,508.62");
    expect(textOf(wellFormed(read("8,002.895.04", ",")))).toBe("8,002,895.04");
  });

  it("leaves what the engine did not think of, what is well-formed, and digits", () => {
    expect(textOf(wellFormed(read("120.472,508.62")))).toBe("120.472,508.62");
    expect(textOf(wellFormed(read("1,234.56", "8")))).toBe("1,234.56");
    expect(textOf(wellFormed(read("12,34.56", "8")))).toBe("12,34.56");
  });
});

describe("cutAtRules", () => {
  const rules = [
    { axis: "v", at: 100, from: 0, to: 200 },
    { axis: "h", at: 52, from: 0, to: 300 },
  ] as const;

  it("cuts at a rule that passes, and keeps off the cell's border", () => {
    expect(cutAtRules({ x0: 40, y0: 50, x1: 160, y1: 80 }, rules)).toEqual([
      { x0: 40, y0: 52, x1: 100, y1: 80 },
      { x0: 100, y0: 52, x1: 160, y1: 80 },
    ]);
  });

  it("leaves a line that no rule passes", () => {
    const box = { x0: 110, y0: 60, x1: 160, y1: 80 };
    expect(cutAtRules(box, rules)).toEqual([box]);
  });
});

describe("inkIn", () => {
  it("leaves out a neighbouring line that the box cuts", () => {
    const page = sheet(100, 60);
    fill(page, 20, 20, 60, 34);
    fill(page, 20, 40, 60, 54);
    expect(inkIn(page, { x0: 10, y0: 12, x1: 80, y1: 44 })?.box).toEqual({ x0: 20, y0: 20, x1: 60, y1: 34 });
  });

  it("is null on paper", () => {
    expect(inkIn(sheet(50, 50), { x0: 0, y0: 0, x1: 50, y1: 50 })).toBeNull();
  });
});

describe("completeLines", () => {
  it("widens a line to the characters that it cuts, and finds what was passed over", () => {
    const page = sheet(300, 100);
    fill(page, 20, 20, 40, 40);
    fill(page, 50, 20, 70, 40);
    fill(page, 200, 60, 212, 64);
    expect(completeLines(page, [{ x0: 15, y0: 15, x1: 60, y1: 45 }], 200 / 72)).toEqual([
      { x0: 15, y0: 15, x1: 70, y1: 45 },
      { x0: 200, y0: 60, x1: 212, y1: 64 },
    ]);
  });
});

describe("withoutSlivers", () => {
  it("drops the part of a character that another line holds", () => {
    const line = { box: { x0: 0, y0: 0, x1: 100, y1: 20 }, threshold: 128 };
    const sliver = { box: { x0: 96, y0: 5, x1: 102, y1: 15 }, threshold: 128 };
    expect(withoutSlivers([line, sliver])).toEqual([line]);
  });
});

describe("from ink to glyphs", () => {
  const page = sheet(200, 60);
  for (const x of [20, 40, 60]) fill(page, x, 20, x + 10, 41);
  const ink = inkIn(page, { x0: 10, y0: 10, x1: 90, y1: 50 });
  const seen = [18, 41, 63].map((x0): ReadCharacter => ({ ...character("8"), x0, x1: x0 + 8 }));

  it("gives each character its own ink, and each line its size and baseline", () => {
    const placed = ink === null ? [] : placeCharacters(page, ink, seen);
    expect(placed.map((one) => [one.ink.x0, one.ink.x1])).toEqual([
      [20, 30],
      [40, 50],
      [60, 70],
    ]);
    const metrics = lineMetrics(placed);
    expect(metrics?.baseline).toBe(41);
    expect(metrics?.size).toBeCloseTo(21 / 0.69, 1);
    const frame = { x: 100, y: 200, pixelsPerPt: 2 };
    const glyphs = metrics === null ? [] : lineGlyphs(placed, metrics, frame, "test");
    expect(glyphs.map(({ x0, x1 }) => [x0, x1])).toEqual([
      [109.24, 117.5],
      [117.5, 127.5],
      [127.5, 135.76],
    ]);
    expect(glyphs[0]).toMatchObject({ baseline: 220.5, size: 15, font: "test", confidence: 0.9, angle: 0 });
  });
});

describe("decodeCtc", () => {
  it("joins repeats, leaves blanks out, and keeps what else a character may be", () => {
    const steps = [
      [0.9, 0.1, 0, 0],
      [0.1, 0.8, 0.1, 0],
      [0.2, 0.7, 0.1, 0],
      [0.95, 0, 0, 0.05],
      [0.1, 0.05, 0.6, 0.25],
    ];
    const found = decodeCtc(Float32Array.from(steps.flat()), 5, 4);
    expect(found.map(({ candidates, first, last }) => [candidates.map(({ index }) => index), first, last])).toEqual([
      [[1, 2], 1, 2],
      [[2, 3, 1], 4, 4],
    ]);
  });

  it("sees only what is allowed", () => {
    const found = decodeCtc(Float32Array.of(0.1, 0.6, 0.3), 1, 3, new Set([2]));
    expect(found.map(({ candidates }) => candidates[0]?.index)).toEqual([2]);
  });
});
