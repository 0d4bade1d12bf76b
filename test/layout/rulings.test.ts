import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeRules } from "../../src/layout/rulings.js";
import type { Rule } from "../../src/model/index.js";

const h = (at: number, from: number, to: number): Rule => ({ axis: "h", at, from, to });
const v = (at: number, from: number, to: number): Rule => ({ axis: "v", at, from, to });

describe("rules are merged", () => {
  it("when they are one line: double strokes, pieces, dashes, joints", () => {
    expect(mergeRules([h(100, 0, 50), h(100.4, 50, 100)])).toEqual({ h: [h(expect.closeTo(100.2), 0, 100)], v: [] });
    expect(mergeRules(Array.from({ length: 20 }, (_, i) => v(30, 5 * i, 5 * i + 3)))).toEqual({
      h: [],
      v: [v(30, 0, 98)],
    });
    expect(mergeRules([h(10, 50, 100), h(10, 0, 49), h(10, 20, 60)]).h).toEqual([h(10, 0, 100)]);
  });

  it("not over a gap, not over another axis, not a ladder of near lines", () => {
    expect(mergeRules([h(10, 0, 40), h(10, 50, 90)]).h).toEqual([h(10, 0, 40), h(10, 50, 90)]);
    expect(mergeRules([h(10, 0, 40), v(10, 0, 40)])).toEqual({ h: [h(10, 0, 40)], v: [v(10, 0, 40)] });
    expect(mergeRules([0, 1.4, 2.8, 4.2, 5.6].map((at) => h(at, 0, 40))).h.length).toBeGreaterThan(1);
  });

  it("and scraps dropped", () => {
    expect(mergeRules([h(10, 0, 3), v(10, 0, 3.9), h(20, 0, 4)])).toEqual({ h: [h(20, 0, 4)], v: [] });
  });

  it("the long ones say where the line stands", () => {
    expect(mergeRules([h(100, 0, 500), h(101.4, 0, 10)]).h[0]?.at).toBeCloseTo(100.03, 1);
  });

  it("in any order of drawing", () => {
    const rule = fc.record({
      axis: fc.constantFrom("h" as const, "v" as const),
      at: fc.integer({ min: 0, max: 40 }),
      from: fc.integer({ min: 0, max: 100 }),
      length: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 20 }), fc.nat(), (made, seed) => {
        const rules = made.map(({ axis, at, from, length }): Rule => ({ axis, at, from, to: from + length }));
        const shuffled = rules.map((r, i) => ({ r, key: (i * 7919 + seed) % 104729 })).sort((a, b) => a.key - b.key);
        const told = (all: readonly Rule[]) => all.map((r) => `${r.axis} ${r.at.toFixed(3)} ${r.from} ${r.to}`).sort();
        const one = mergeRules(rules);
        const other = mergeRules(shuffled.map(({ r }) => r));
        expect(told([...other.h, ...other.v])).toEqual(told([...one.h, ...one.v]));
      }),
    );
  });
});
