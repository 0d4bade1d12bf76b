import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutDocument } from "../../src/layout/index.js";
import { findLattices, type Lattice } from "../../src/layout/lattice.js";
import { mergeRules } from "../../src/layout/rulings.js";
import type { Page, Rule } from "../../src/model/index.js";
import { cellsOf, gridsOf, MadePage, rowsOf } from "../helpers/made-page.js";

const lattices = (page: MadePage) => findLattices(mergeRules(page.rules));

/** Row, column, rowEnd, columnEnd of each cell. */
const cells = (lattice: Lattice | undefined) =>
  lattice?.cells.map(({ row, column, rowEnd, columnEnd }) => [row, column, rowEnd, columnEnd]);

const XS = [100, 200, 300, 400];
const YS = [100, 120, 140, 160];

describe("a lattice", () => {
  it("is a full table: its edges and one cell each", () => {
    const [lattice, ...more] = lattices(new MadePage().lattice(XS, YS));
    expect(more).toEqual([]);
    expect([lattice?.xs, lattice?.ys]).toEqual([XS, YS]);
    expect(cells(lattice)).toEqual(
      [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => [row, column, row + 1, column + 1])),
    );
  });

  it("joins cells where no rule stands between: across, down, and both", () => {
    const page = new MadePage();
    for (const y of YS) page.h(y, 100, 400);
    // 收入(2) over two columns; the third column spans the two upper rows.
    page.rules.splice(1, 1, { axis: "h", at: 120, from: 100, to: 300 });
    page.v(100, 100, 160).v(200, 120, 160).v(300, 100, 160).v(400, 100, 160);
    expect(cells(lattices(page)[0])).toEqual([
      [0, 0, 1, 2],
      [0, 2, 2, 3],
      [1, 0, 2, 1],
      [1, 1, 2, 2],
      [2, 0, 3, 1],
      [2, 1, 3, 2],
      [2, 2, 3, 3],
    ]);
  });

  it("takes a wall for one when rules cover most of it", () => {
    const page = new MadePage().lattice(XS, YS);
    const cut = (share: number) => {
      const rules = page.rules.filter((rule) => !(rule.axis === "v" && rule.at === 200));
      rules.push({ axis: "v", at: 200, from: 120, to: 160 }, { axis: "v", at: 200, from: 100, to: 100 + 20 * share });
      return findLattices(mergeRules(rules))[0]?.cells.length;
    };
    expect(cut(0.9)).toBe(9);
    expect(cut(0.3)).toBe(8);
  });

  it("closes a missing outer border: the crossing rules' ends stand for it", () => {
    const page = new MadePage();
    for (const y of YS) page.h(y, 100, 400);
    page.v(200, 100, 160).v(300, 100, 160);
    expect(lattices(page)[0]?.xs).toEqual(XS);
    const open = new MadePage();
    for (const x of XS) open.v(x, 90, 170);
    open.h(120, 100, 400).h(140, 100, 400);
    expect(lattices(open)[0]?.ys).toEqual([90, 120, 140, 170]);
  });

  it("takes double rules for one edge", () => {
    const page = new MadePage().lattice(XS, YS);
    page.lattice([101.2, 201.2, 301.2, 401.2], [101.2, 121.2, 141.2, 161.2]);
    const [lattice, ...more] = lattices(page);
    expect(more).toEqual([]);
    expect(lattice?.cells).toHaveLength(9);
  });

  it("takes boxes with gaps between them for cells of one table", () => {
    const rules: Rule[] = [];
    for (const [x0, x1] of [
      [10, 58],
      [60, 98],
      [100, 150],
    ] as const)
      for (const [y0, y1] of [
        [10, 28],
        [30, 48],
      ] as const)
        rules.push(
          { axis: "h", at: y0, from: x0, to: x1 },
          { axis: "h", at: y1, from: x0, to: x1 },
          { axis: "v", at: x0, from: y0, to: y1 },
          { axis: "v", at: x1, from: y0, to: y1 },
        );
    const found = findLattices(mergeRules(rules));
    expect(found).toHaveLength(1);
    expect(found[0]?.cells).toHaveLength(6);
  });

  it("stays two where two tables stand 3 pt apart", () => {
    const page = new MadePage().lattice([50, 150, 250], [100, 120, 140]).lattice([50, 120, 190, 250], [143, 163, 183]);
    expect(lattices(page).map(({ cells }) => cells.length)).toEqual([4, 6]);
  });

  it("is no letter drawn as a path, over its own glyph or without one", () => {
    const letter = () => new MadePage().lattice([50, 58, 66], [100, 108, 116]);
    for (const page of [letter(), letter().text(51, 113, "田", 14)])
      expect(gridsOf(layoutDocument([page.build()]))).toEqual([]);
  });

  it("is a table, however small, when text stands in its cells", () => {
    const page = new MadePage().lattice([50, 59, 68], [100, 109, 118]).text(51, 107, "12", 3);
    expect(gridsOf(layoutDocument([page.build()])).map(rowsOf)).toEqual([
      [
        ["12", ""],
        ["", ""],
      ],
    ]);
  });

  it("bridges rules that nearly touch", () => {
    const page = new MadePage();
    for (const y of YS) page.h(y, 101.5, 398.5);
    for (const x of XS) page.v(x, 100, 160);
    expect(lattices(page)[0]?.cells).toHaveLength(9);
  });

  it("makes rectangles of a group that is none (L-shaped)", () => {
    const page = new MadePage().lattice(XS, YS);
    // No wall right of and below the first cell: an L of three elementary cells.
    page.rules.length = 0;
    for (const y of YS) page.h(y, y === 120 ? 200 : 100, 400);
    for (const x of XS) page.v(x, x === 200 ? 120 : 100, 160);
    const own = cells(lattices(page)[0]) ?? [];
    const area = own.reduce((sum, [r = 0, c = 0, re = 0, ce = 0]) => sum + (re - r) * (ce - c), 0);
    expect(area).toBe(9);
    expect(own[0]).toEqual([0, 0, 1, 2]);
  });

  it("is there for each table of a page, top to bottom, left to right", () => {
    const page = new MadePage()
      .lattice([300, 350, 400], [300, 320, 340])
      .lattice(XS, YS)
      .lattice([100, 150, 200], [300, 320, 340]);
    expect(lattices(page).map((lattice) => [lattice.xs[0], lattice.ys[0]])).toEqual([
      [100, 100],
      [100, 300],
      [300, 300],
    ]);
  });

  it("in a cell of another is a lattice of its own", () => {
    const page = new MadePage().lattice([100, 300, 500], [100, 300, 500]).lattice([320, 400, 480], [320, 400, 480]);
    expect(lattices(page).map((lattice) => lattice.cells.length)).toEqual([4, 4]);
  });

  it("is no single box, no underline, no cross of two rules alone, no row of strokes", () => {
    expect(lattices(new MadePage().lattice([100, 200], [100, 200]))).toEqual([]);
    expect(lattices(new MadePage().h(100, 100, 300))).toEqual([]);
    expect(lattices(new MadePage().v(100, 100, 300).v(200, 100, 300))).toEqual([]);
  });
});

/** Cuts of an axis into 1–5 pieces of 15–60 pt. */
const axis = fc.array(fc.integer({ min: 15, max: 60 }), { minLength: 2, maxLength: 5 });
const edges = (start: number, pieces: readonly number[]) => {
  let at = start;
  return [start, ...pieces.map((piece) => (at += piece))];
};

/** A table with some inner walls left out, a short text in some cells. */
const table = fc.record({
  columns: axis,
  rows: axis,
  gone: fc.array(fc.nat(24), { maxLength: 4 }),
  texts: fc.array(fc.constantFrom("", "合计", "12", "1,234.50", "三公", "0.00"), { minLength: 25, maxLength: 25 }),
});

function made({
  columns,
  rows,
  gone,
  texts,
}: {
  columns: number[];
  rows: number[];
  gone: number[];
  texts: string[];
}): Page {
  const xs = edges(60, columns);
  const ys = edges(80, rows);
  const page = new MadePage();
  for (const y of ys) page.h(y, xs[0] ?? 0, xs.at(-1) ?? 0);
  for (const x of xs) {
    for (let row = 0; row + 1 < ys.length; row++) {
      const at = xs.indexOf(x) * 5 + row;
      const outer = x === xs[0] || x === xs.at(-1);
      if (outer || !gone.includes(at)) page.v(x, ys[row] ?? 0, ys[row + 1] ?? 0);
    }
  }
  ys.slice(1).forEach((bottom, row) => {
    xs.slice(1).forEach((_, column) => {
      // Small enough for the narrowest cell.
      page.text((xs[column] ?? 0) + 2, bottom - 5, texts[row * 5 + column] ?? "", 2.5);
    });
  });
  return page.build();
}

function moved(page: Page, scale: number, dx: number, dy: number): Page {
  const x = (value: number) => value * scale + dx;
  const y = (value: number) => value * scale + dy;
  return {
    ...page,
    width: page.width * scale + 2 * dx,
    height: page.height * scale + 2 * dy,
    glyphs: page.glyphs.map((g) => ({
      ...g,
      x0: x(g.x0),
      x1: x(g.x1),
      y0: y(g.y0),
      y1: y(g.y1),
      baseline: y(g.baseline),
      size: g.size * scale,
    })),
    rules: page.rules.map((rule): Rule => {
      const [along, across] = rule.axis === "h" ? [x, y] : [y, x];
      return { ...rule, at: across(rule.at), from: along(rule.from), to: along(rule.to) };
    }),
  };
}

describe("cells and their texts are the same", () => {
  const shape = (page: Page) => gridsOf(layoutDocument([page])).map(cellsOf);

  it("wherever the table stands on the page", () => {
    fc.assert(
      fc.property(
        table,
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (t, dx, dy) => {
          const page = made(t);
          expect(shape(moved(page, 1, dx, dy))).toEqual(shape(page));
        },
      ),
    );
  });

  it("at whatever scale (tolerances in pt hold from half to four times the size)", () => {
    fc.assert(
      fc.property(table, fc.double({ min: 0.6, max: 4, noNaN: true }), (t, scale) => {
        const page = made(t);
        expect(shape(moved(page, scale, 0, 0))).toEqual(shape(page));
      }),
    );
  });

  it("and every text stands in the cell in which it was printed", () => {
    fc.assert(
      fc.property(table, (t) => {
        const page = made({ ...t, gone: [] });
        const grid = gridsOf(layoutDocument([page]))[0];
        const printed = t.rows.map((_, row) => t.columns.map((_, column) => t.texts[row * 5 + column] ?? ""));
        if (printed.flat().every((text) => text === "")) expect(grid).toBeUndefined();
        else expect(grid && rowsOf(grid)).toEqual(printed);
      }),
    );
  });
});
