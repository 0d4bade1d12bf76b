import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutDocument } from "../../src/layout/index.js";
import type { Glyph, Page, Rule } from "../../src/model/index.js";
import { glyphsOf, HEIGHT, WIDTH } from "../helpers/made-page.js";

const CHARACTERS = [..."合计项目收入支出0123456789.,，。：（）()-—%一、A第页注元"];

const coordinate = (max: number) =>
  fc.oneof(
    fc.integer({ min: -20, max: max + 20 }),
    fc.integer({ min: 0, max: Math.floor(max / 20) }).map((n) => n * 20),
  );

/** A run of glyphs, as text or scattered, upright or turned. */
const run = fc.record({
  text: fc.array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 14 }),
  x: coordinate(WIDTH),
  y: coordinate(HEIGHT),
  size: fc.constantFrom(4, 9, 10, 10.5, 12, 16, 40),
  gap: fc.constantFrom(0, 0, 0, 0.3, 1, 3, 12),
  drop: fc.constantFrom(0, 0, 0, 1, 7),
  angle: fc.constantFrom(0, 0, 0, 0, 0, 90, 180, 270, 45),
});

const rule = fc.record({
  axis: fc.constantFrom("h" as const, "v" as const),
  at: coordinate(WIDTH),
  from: coordinate(WIDTH),
  length: fc.constantFrom(1, 5, 40, 100, 200, 400),
});

/** A grid of rules with some left out. */
const grid = fc.record({
  x: fc.integer({ min: 0, max: 300 }),
  y: fc.integer({ min: 0, max: 500 }),
  columns: fc.integer({ min: 1, max: 5 }),
  rows: fc.integer({ min: 1, max: 6 }),
  width: fc.constantFrom(20, 60, 100),
  height: fc.constantFrom(12, 20, 60),
  axes: fc.constantFrom("both", "h", "both"),
  gone: fc.array(fc.nat(20), { maxLength: 5 }),
});

const page = fc.record({
  runs: fc.array(run, { maxLength: 25 }),
  rules: fc.array(rule, { maxLength: 8 }),
  grids: fc.array(grid, { maxLength: 2 }),
});

type Made = typeof page extends fc.Arbitrary<infer T> ? T : never;

function build(made: Made, number: number): Page {
  const glyphs = made.runs.flatMap(({ text, x, y, size, gap, drop, angle }): Glyph[] =>
    text.map((character, i) => {
      const step = i * (size + gap);
      const [dx, dy] =
        angle === 0 ? [step, (i % 3) * drop] : angle === 180 ? [-step, 0] : [0, angle === 90 ? step : -step];
      const [x0, y0] = [x + dx, y + dy];
      return {
        text: character,
        x0,
        x1: x0 + size,
        y0,
        y1: y0 + size,
        baseline: y0 + 0.85 * size,
        size,
        font: "Made",
        angle,
      };
    }),
  );
  const rules = [
    ...made.rules.map(({ axis, at, from, length }): Rule => ({ axis, at, from, to: from + length })),
    ...made.grids.flatMap(({ x, y, columns, rows, width, height, axes, gone }): Rule[] => {
      const h = Array.from(
        { length: rows + 1 },
        (_, i): Rule => ({ axis: "h", at: y + i * height, from: x, to: x + columns * width }),
      );
      const v = Array.from(
        { length: columns + 1 },
        (_, i): Rule => ({ axis: "v", at: x + i * width, from: y, to: y + rows * height }),
      );
      return (axes === "h" ? h : [...h, ...v]).filter((_, i) => !gone.includes(i));
    }),
  ];
  return {
    number,
    width: WIDTH,
    height: HEIGHT,
    glyphs,
    rules,
    images: [],
    hiddenGlyphs: 0,
    source: "text",
    problems: [],
  };
}

/** What once was lost. */
const LOST: readonly { name: string; pages: readonly Made[] }[] = [
  {
    name: "a larger letter of the header over its foot",
    pages: [
      {
        runs: [
          { text: ["合", "合", "合", "合"], x: 0, y: 220, size: 12, gap: 0, drop: 7, angle: 0 },
          { text: ["合", "6", "2", "合", "合"], x: 38, y: 226, size: 10.5, gap: 0, drop: 7, angle: 0 },
        ],
        rules: [],
        grids: [],
      },
    ],
  },
];

describe("every glyph of any pages", () => {
  it.each(LOST)("comes out: $name", ({ pages: made }) => {
    const pages = made.map((one, i) => build(one, i + 1));
    expect(new Set(glyphsOf(layoutDocument(pages).flow))).toEqual(new Set(pages.flatMap(({ glyphs }) => glyphs)));
  });

  it("comes out exactly once, in a cell or a block, on its own page", () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (made) => {
        const pages = made.map((one, i) => build(one, i + 1));
        const { flow } = layoutDocument(pages);
        const out = glyphsOf(flow);
        const home = new Map(pages.flatMap(({ glyphs, number }) => glyphs.map((glyph) => [glyph, number])));
        expect(out.length).toBe(home.size);
        expect(new Set(out).size).toBe(home.size);
        const lines = flow.flatMap((item) =>
          item.type === "grid" ? item.grid.cells.flatMap((cell) => cell.lines) : item.block.lines,
        );
        for (const line of lines) for (const glyph of line.glyphs) expect(home.get(glyph)).toBe(line.page);
        // And what a line or a cell says is what its glyphs say.
        for (const line of lines) {
          expect(line.text.replaceAll(" ", "")).toBe(line.glyphs.map((glyph) => glyph.text).join(""));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("and every grid is tiled by its cells", () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 3 }), (made) => {
        for (const item of layoutDocument(made.map((one, i) => build(one, i + 1))).flow) {
          if (item.type !== "grid") continue;
          const { rows, columns, cells } = item.grid;
          const count = new Array<number>(rows * columns).fill(0);
          for (const cell of cells) {
            expect(cell.rowSpan).toBeGreaterThan(0);
            expect(cell.columnSpan).toBeGreaterThan(0);
            for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
              for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
                const at = r * columns + c;
                count[at] = (count[at] ?? 0) + 1;
              }
            }
          }
          expect(count.filter((n) => n !== 1)).toEqual([]);
          const order = cells.map((cell) => cell.row * columns + cell.column);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("whatever the order in which they are painted, with the same text", () => {
    fc.assert(
      fc.property(page, fc.nat(), (made, seed) => {
        const one = build(made, 1);
        const mixed = one.glyphs.map((glyph, i) => ({ glyph, key: ((i + 1) * 7919 + seed) % 104729 }));
        mixed.sort((a, b) => a.key - b.key);
        const other = { ...one, glyphs: mixed.map(({ glyph }) => glyph) };
        expect(glyphsOf(layoutDocument([other]).flow).length).toBe(one.glyphs.length);
      }),
      { numRuns: 100 },
    );
  });
});
