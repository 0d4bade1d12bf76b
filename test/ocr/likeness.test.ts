import { describe, expect, it } from "vitest";
import type { Glyph, Page } from "../../src/model/index.js";
import type { Gray } from "../../src/ocr/bitmap.js";
import { pagePrint } from "../../src/ocr/likeness/index.js";
import { fill, noise, sheet } from "./draw.js";

/** Which of seven strokes each digit has: top, upper left and right, middle, lower left and right, bottom. */
const STROKES = [
  "1110111",
  "0010010",
  "1011101",
  "1011011",
  "0111010",
  "1101011",
  "1101111",
  "1010010",
  "1111111",
  "1111011",
];
const PITCH = 12;
const HEIGHT = 18;

function drawDigit(gray: Gray, x: number, y: number, digit: number): void {
  const on = [...(STROKES[digit] ?? "")].map((one) => one === "1");
  const bar = (dx: number, dy: number, w: number, h: number): void =>
    fill(gray, x + dx, y + dy, x + dx + w, y + dy + h, 40);
  if (on[0]) bar(1, 0, 8, 2);
  if (on[1]) bar(1, 0, 2, 10);
  if (on[2]) bar(7, 0, 2, 10);
  if (on[3]) bar(1, 8, 8, 2);
  if (on[4]) bar(1, 8, 2, 10);
  if (on[5]) bar(7, 8, 2, 10);
  if (on[6]) bar(1, 16, 8, 2);
}

/** Draws a number whose last place ends at `right`, and gives its glyphs as an engine would. */
function print(gray: Gray, right: number, y: number, text: string, confidence = 0.99): Glyph[] {
  return [...text].map((character, i) => {
    const x = right - (text.length - i) * PITCH;
    if (character === ".") fill(gray, x + 4, y + HEIGHT - 3, x + 7, y + HEIGHT, 20);
    else if (character === ",") fill(gray, x + 4, y + HEIGHT - 3, x + 6, y + HEIGHT + 3, 20);
    else drawDigit(gray, x, y, Number(character));
    const size = HEIGHT / 0.69;
    return {
      text: character,
      x0: x,
      y0: y + HEIGHT - 0.85 * size,
      x1: x + PITCH,
      y1: y + HEIGHT + 0.15 * size,
      baseline: y + HEIGHT,
      size,
      font: "first",
      angle: 0,
      confidence,
    };
  });
}

const AMOUNTS = ["1,234.56", "7,890.12", "345.67", "8,901.23", "456.78", "9,012.34", "5,067.89", "0.00"];

/** A page of two columns; the left cell of each row is told to `each`. */
function page(each: (row: number, gray: Gray, y: number) => void = () => {}): {
  page: Page;
  gray: Gray;
  box: (row: number) => [number, number, number, number];
} {
  const gray = sheet(400, 40 * AMOUNTS.length + 60);
  const glyphs = AMOUNTS.flatMap((text, row) => {
    const y = 20 + 40 * row;
    const all = [...print(gray, 180, y, text, row === 3 ? 0.3 : 0.99), ...print(gray, 380, y, text)];
    each(row, gray, y);
    return all;
  });
  noise(gray, 10);
  const read: Page = {
    number: 1,
    width: gray.width,
    height: gray.height,
    glyphs,
    rules: [],
    images: [],
    hiddenGlyphs: 0,
    source: "ocr",
    engine: "first",
    problems: [],
  };
  return { page: read, gray, box: (row) => [5, 8 + 40 * row, 195, 44 + 40 * row] };
}

const frame = { x: 0, y: 0, pixelsPerPt: 1 };

describe("pagePrint", () => {
  it("reads a number by the page's own digits, and says what is sure", () => {
    const { page: read, gray, box } = page();
    const print = pagePrint(read, { clean: gray, stamped: gray, stamps: [], frame });
    expect(print.read(box(3))).toMatchObject({ engine: "likeness", text: "8,901.23" });
    expect(print.read(box(3))?.confidence).toBeGreaterThan(0.95);
  });

  it("is one voice and no judge where it misreads a number that the engine is sure of", () => {
    const {
      page: read,
      gray,
      box,
    } = page((row, picture, y) => {
      if (row !== 5) return;
      // The last digit of 9,012.34 in the right column looks like an 8 all over.
      fill(picture, 380 - PITCH, y - 2, 380, y + HEIGHT + 2, 255);
      drawDigit(picture, 380 - PITCH, y, 8);
    });
    const reading = pagePrint(read, { clean: gray, stamped: gray, stamps: [], frame }).read(box(3));
    expect(reading?.text).toBe("8,901.23");
    expect(reading?.confidence).toBeLessThanOrEqual(0.5);
  });

  it("reads what a stamp's stroke crosses", () => {
    const ink = 140;
    const {
      page: read,
      gray,
      box,
    } = page((row, picture, y) => {
      if (row !== 3) return;
      for (let k = 0; k < 40; k++) {
        const x = 120 + k;
        for (let d = 0; d < 4; d++) {
          const i = (y - 4 + Math.round(0.7 * k) + d) * picture.width + x;
          picture.data[i] = Math.min(picture.data[i] ?? 255, ink);
        }
      }
    });
    const width = 120;
    const stamp = {
      box: { x0: 80, y0: 100, x1: 80 + width, y1: 220 },
      paper: 250,
      ink,
      coverage: new Float32Array(width * 120),
      weaker: 5,
    };
    const print = pagePrint(read, { clean: gray, stamped: gray, stamps: [stamp], frame });
    expect(print.read(box(3))?.text).toBe("8,901.23");
  });

  it("says nothing of a cell that holds no such number, or of a page with few digits", () => {
    const {
      page: read,
      gray,
      box,
    } = page((row, picture, y) => {
      if (row !== 3) return;
      fill(picture, 60, y - 6, 190, y + 24, 255);
      fill(picture, 100, y - 4, 170, y + 20, 90);
    });
    const scene = { clean: gray, stamped: gray, stamps: [], frame };
    expect(pagePrint(read, scene).read(box(3))).toBeNull();
    expect(pagePrint({ ...read, glyphs: read.glyphs.slice(0, 8) }, scene).read(box(3))).toBeNull();
  });
});
