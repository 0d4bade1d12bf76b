import { describe, expect, it } from "vitest";
import { layoutDocument } from "../../src/layout/index.js";
import type { Page } from "../../src/model/index.js";
import { cellsOf, glyphsOf, gridsOf, MadePage, told, turned, turnedBox } from "../helpers/made-page.js";

const ANGLES = [90, 180, 270] as const;

const landscape = (number = 1) => {
  const page = new MadePage(number, 842, 595);
  page.text(80, 60, "支出决算表").right(700, 80, "单位：万元");
  page.table([80, 200, 420, 560, 700], 100, [
    ["科目编码", "科目名称", "合计", "基本支出"],
    ["201", "一般公共服务支出", "12.00", "12.00"],
    ["20101", "人大事务", "1.00", ""],
  ]);
  return page.text(80, 190, "注：本表反映支出情况。");
};

describe.each(ANGLES)("content turned by %i degrees on its page", (angle) => {
  const page = landscape().build();
  const plain = layoutDocument([page]);
  const layout = layoutDocument([turned(page, angle)]);

  it("reads as if it stood upright", () => {
    expect(told(layout)).toEqual(told(plain));
    expect(gridsOf(layout).map(cellsOf)).toEqual(gridsOf(plain).map(cellsOf));
  });

  it("has its boxes where they are on the page", () => {
    const boxes = (grid: ReturnType<typeof gridsOf>[number] | undefined) => [
      ...(grid?.parts.map((part) => part.box) ?? []),
      ...(grid?.cells.flatMap((cell) => [cell.box, ...cell.lines.map((line) => line.box)]) ?? []),
    ];
    const expected = boxes(gridsOf(plain)[0]).map((box) => turnedBox(box, page, angle));
    const found = boxes(gridsOf(layout)[0]);
    expect(found).toHaveLength(expected.length);
    found.forEach((box, i) => {
      for (const [k, value] of box.entries()) expect(value).toBeCloseTo(expected[i]?.[k] ?? Number.NaN, 6);
    });
  });

  it("gives back the page's own glyphs", () => {
    const source = turned(page, angle);
    const out = new Set(glyphsOf(layoutDocument([source]).flow));
    expect([out.size, source.glyphs.every((glyph) => out.has(glyph))]).toEqual([source.glyphs.length, true]);
  });

  it("goes on over pages although their page numbers stand upright", () => {
    const pages = [1, 2].map((number): Page => {
      const made = new MadePage(number, 842, 595);
      made.table([80, 200, 420, 560, 700], 100, [
        [`2010${number}`, "人大事务", "1.00", "0.50"],
        ["2010101", "行政运行", "1.00", "0.50"],
      ]);
      const whole = turned(made.build(), angle);
      const foot = new MadePage(number, whole.width, whole.height).centred(
        whole.width / 2,
        whole.height - 25,
        `- ${number} -`,
      );
      return { ...whole, glyphs: [...whole.glyphs, ...foot.glyphs] };
    });
    expect(gridsOf(layoutDocument(pages)).map((grid) => [grid.pageStart, grid.pageEnd])).toEqual([[1, 2]]);
  });
});

describe("a page with a few turned words", () => {
  it("stays as it is", () => {
    const page = landscape();
    [..."侧注"].forEach((text, i) => {
      page.glyphs.push({
        text,
        x0: 740,
        x1: 750,
        y0: 200 + 10 * i,
        y1: 210 + 10 * i,
        baseline: 210,
        size: 10,
        font: "",
        angle: 90,
      });
    });
    const out = told(layoutDocument([page.build()]));
    expect(out).toContainEqual(expect.arrayContaining([["科目编码", "科目名称", "合计", "基本支出"]]));
    expect(out.join()).toContain("侧注");
  });
});
