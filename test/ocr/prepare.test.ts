import { describe, expect, it } from "vitest";
import { fadeColourStamps } from "../../src/ocr/prepare/colour-stamp.js";
import { toGray } from "../../src/ocr/prepare/gray.js";
import { fadeGreyStamps } from "../../src/ocr/prepare/grey-stamp.js";
import { findKeystone } from "../../src/ocr/prepare/keystone.js";
import { straighten, turn } from "../../src/ocr/prepare/rotate.js";
import { resize } from "../../src/ocr/prepare/scale.js";
import { findSkew } from "../../src/ocr/prepare/skew.js";
import { askew, fill, noise, ring, sheet, wordLike } from "./draw.js";

describe("findSkew", () => {
  it.each([-2.1, -0.4, 0, 0.9])("finds a skew of %s° to 0.06°", (degrees) => {
    const page = sheet(900, 700);
    for (let y = 80; y < 640; y += 50) fill(page, 60, y, 840, y + 3);
    for (const x of [60, 300, 600, 837]) fill(page, x, 80, x + 3, 633);
    wordLike(page, 90, 95, 6);
    const skewed = askew(page, degrees);
    noise(skewed, 12);
    const { across, down } = findSkew(skewed, 150);
    expect(Math.abs(across - degrees)).toBeLessThan(0.06);
    expect(Math.abs(down - degrees)).toBeLessThan(0.06);
  });

  it("takes the angle of the lines that are there", () => {
    const page = sheet(900, 700);
    for (let y = 80; y < 640; y += 40) wordLike(page, 60, y, 28);
    const { across, down } = findSkew(askew(page, 0.7), 150);
    expect(Math.abs(across - 0.7)).toBeLessThan(0.1);
    expect(Math.abs(down - 0.7)).toBeLessThan(0.2);
  });

  it("says 0 of an empty sheet", () => {
    expect(findSkew(sheet(400, 400), 150)).toEqual({ across: 0, down: 0 });
  });
});

describe("findKeystone", () => {
  const page = sheet(900, 700);
  for (let y = 80; y < 640; y += 50) fill(page, 60, y, 840, y + 3);
  for (const x of [60, 300, 600, 837]) fill(page, x, 80, x + 3, 633);
  const level = { across: 0, down: 0 };

  it("finds how the lines of a photographed sheet turn", () => {
    const aside = straighten(page, level, { across: -0.9, down: 0.6 });
    const found = findKeystone(aside, 100, findSkew(aside, 100));
    expect(Math.abs((found?.keystone.across ?? 0) - 0.9)).toBeLessThan(0.1);
    expect(Math.abs((found?.keystone.down ?? 0) + 0.6)).toBeLessThan(0.1);
  });

  it("finds nothing where a sheet lies flat", () => {
    const flat = askew(page, 0.7);
    noise(flat, 12);
    expect(findKeystone(flat, 100, findSkew(flat, 100))).toBeNull();
  });
});

describe("straighten", () => {
  it("brings a line back to its row", () => {
    const page = sheet(600, 400);
    fill(page, 50, 100, 550, 104);
    const back = straighten(askew(page, 1.2), { across: 1.2, down: 1.2 });
    expect(back.data[102 * 600 + 60] ?? 255).toBeLessThan(120);
    expect(back.data[102 * 600 + 540] ?? 255).toBeLessThan(120);
    expect(back.data[112 * 600 + 540]).toBe(255);
  });
});

describe("turn", () => {
  it("turns clockwise, and four quarters are none", () => {
    const gray = { width: 2, height: 1, data: Uint8Array.of(1, 2) };
    expect(turn(gray, 90)).toEqual({ width: 1, height: 2, data: Uint8Array.of(1, 2) });
    expect(turn(gray, 180)).toEqual({ width: 2, height: 1, data: Uint8Array.of(2, 1) });
    expect(turn(gray, 270)).toEqual({ width: 1, height: 2, data: Uint8Array.of(2, 1) });
    expect(turn(turn(gray, 90), 270)).toEqual(gray);
  });
});

describe("resize", () => {
  it("averages when it shrinks", () => {
    const gray = { width: 4, height: 2, data: Uint8Array.of(0, 100, 200, 200, 100, 200, 200, 200) };
    expect(resize(gray, 2, 1).data).toEqual(Uint8Array.of(100, 200));
  });

  it("keeps a flat picture flat when it grows", () => {
    expect(new Set(resize({ width: 3, height: 3, data: new Uint8Array(9).fill(77) }, 7, 5).data)).toEqual(
      new Set([77]),
    );
  });
});

describe("toGray", () => {
  it("lays transparent pixels over white", () => {
    const data = Uint8ClampedArray.of(0, 0, 0, 0, 0, 0, 0, 255);
    expect(toGray({ width: 2, height: 1, channels: 4, data, box: [0, 0, 2, 1] }).data).toEqual(Uint8Array.of(255, 0));
  });
});

describe("stamps", () => {
  const pixelsPerPt = 200 / 72;

  it("takes a grey ring from over text and leaves the text", () => {
    const page = sheet(600, 600);
    for (let y = 60; y < 560; y += 60) wordLike(page, 40, y, 20, 40);
    const before = page.data.slice();
    ring(page, 300, 300, 150, 9, 140);
    const { faded: clean } = fadeGreyStamps(page, pixelsPerPt);
    let wrong = 0;
    for (let i = 0; i < before.length; i++) wrong += Math.abs((clean.data[i] ?? 0) - (before[i] ?? 0)) > 90 ? 1 : 0;
    expect(wrong).toBeLessThan(40);
  });

  it("finds a faint stamp on a grey sheet, over rules, where every line is soft", () => {
    const page = sheet(500, 500);
    for (let y = 40; y < 480; y += 60) wordLike(page, 20, y, 18, 20);
    for (let y = 30; y < 500; y += 60) fill(page, 10, y, 490, y + 2, 20);
    ring(page, 250, 250, 110, 8, 150);
    for (let i = 0; i < page.data.length; i++) page.data[i] = 60 + ((page.data[i] ?? 0) * 155) / 255;
    const soft = resize(resize(page, 400, 400), 500, 500);
    const { stamps } = fadeGreyStamps(soft, 150 / 72);
    expect(stamps).toHaveLength(1);
    expect(stamps[0]?.box.x0).toBeGreaterThan(110);
    expect(stamps[0]?.box.x1).toBeLessThan(390);
  });

  it("leaves text, rules and pictures that are no stamps", () => {
    const page = sheet(600, 600);
    wordLike(page, 40, 60, 20);
    fill(page, 40, 200, 560, 204);
    fill(page, 100, 300, 400, 560, 90);
    expect(fadeGreyStamps(page, pixelsPerPt)).toEqual({ faded: page, stamps: [] });
  });

  it("takes a red stamp from under black print, and leaves a red title grey", () => {
    const width = 500;
    const data = new Uint8Array(width * 500 * 3).fill(255);
    const paint = (x0: number, y0: number, x1: number, y1: number, colour: readonly [number, number, number]): void => {
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) data.set(colour, (y * width + x) * 3);
    };
    paint(100, 200, 300, 400, [220, 40, 50]);
    paint(150, 290, 250, 296, [70, 10, 12]);
    paint(50, 50, 450, 80, [200, 30, 30]);
    const bitmap = { width, height: 500, channels: 3 as const, data, box: [0, 0, 180, 180] as const };
    const gray = toGray(bitmap);
    fadeColourStamps(bitmap, gray, pixelsPerPt);
    expect(gray.data[250 * width + 200]).toBe(255);
    expect(gray.data[293 * width + 200] ?? 255).toBeLessThan(110);
    expect(gray.data[60 * width + 200] ?? 255).toBeLessThan(110);
  });
});
