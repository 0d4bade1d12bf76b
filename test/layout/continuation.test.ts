import { describe, expect, it } from "vitest";
import { layoutDocument } from "../../src/layout/index.js";
import { cellsOf, gridsOf, MadePage, rowsOf, told } from "../helpers/made-page.js";

const XS = [80, 180, 300, 400, 500];
const HEADER = ["科目编码", "科目名称", "基本支出", "项目支出"];
const row = (n: number) => [`20101${String(n).padStart(2, "0")}`, "行政运行", `${n}.00`, ""];
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => row(from + i));

const grids = (...pages: MadePage[]) => gridsOf(layoutDocument(pages.map((page) => page.build())));

describe("a table goes on over the page's end", () => {
  it("when its columns agree and nothing but a page number stands between", () => {
    const one = new MadePage(1).table(XS, 700, [HEADER, ...rows(1, 4)]).centred(297, 820, "5");
    const two = new MadePage(2).table(XS, 80, rows(5, 7)).centred(297, 820, "6");
    const three = new MadePage(3).table(XS, 80, rows(8, 9)).centred(297, 820, "7");
    const [grid, ...more] = grids(one, two, three);
    expect(more).toEqual([]);
    expect(grid && rowsOf(grid)).toEqual([HEADER, ...rows(1, 9)]);
    expect([grid?.pageStart, grid?.pageEnd, grid?.rows, grid?.columns]).toEqual([1, 3, 10, 4]);
    expect(grid?.parts.map((part) => part.page)).toEqual([1, 2, 3]);
    expect(grid?.cells.at(-1)?.page).toBe(3);
    expect(grid?.repeatedHeaderRows).toEqual([]);
  });

  it("with its header repeated: the rows stay, and are marked", () => {
    const one = new MadePage(1).table(XS, 700, [HEADER, ...rows(1, 4)]);
    const two = new MadePage(2).table(XS, 80, [HEADER, ...rows(5, 7)]);
    const three = new MadePage(3).table(XS, 80, [HEADER, ...rows(8, 8)]);
    const [grid, ...more] = grids(one, two, three);
    expect(more).toEqual([]);
    expect(grid?.repeatedHeaderRows).toEqual([5, 9]);
    expect(grid?.rows).toBe(5 + 4 + 2);
  });

  it("with caption and header printed again: the second caption is furniture", () => {
    const caption = (page: MadePage, top: number) =>
      page.centred(290, top - 22, "支出决算表", 14).right(500, top - 4, "单位：万元");
    const one = caption(new MadePage(1).table(XS, 700, [HEADER, ...rows(1, 4)]), 700);
    const two = caption(new MadePage(2).table(XS, 120, [HEADER, ...rows(5, 7)]), 120);
    const out = told(layoutDocument([one.build(), two.build()]));
    expect(out.filter((item) => Array.isArray(item))).toHaveLength(1);
    expect(out.filter((item) => String(item).startsWith("furniture"))).toHaveLength(2);
  });

  it("though the last part prints fewer columns, a merged row", () => {
    const one = new MadePage(1).table(XS, 700, [HEADER, ...rows(1, 4)]);
    const two = new MadePage(2).table([80, 300, 500], 80, [
      ["合计", "10.00"],
      ["说明", "无"],
    ]);
    const [grid, ...more] = grids(one, two);
    expect(more).toEqual([]);
    expect(grid && cellsOf(grid).slice(-4)).toEqual([
      [5, 0, 1, 2, "合计"],
      [5, 2, 1, 2, "10.00"],
      [6, 0, 1, 2, "说明"],
      [6, 2, 1, 2, "无"],
    ]);
  });

  it("though the first part prints fewer columns than the next", () => {
    const one = new MadePage(1).table([80, 300, 500], 780, [["项目", "金额"]], 15);
    const two = new MadePage(2).table(XS, 80, rows(5, 7));
    const [grid, ...more] = grids(one, two);
    expect(more).toEqual([]);
    expect(grid && [grid.columns, cellsOf(grid)[0]]).toEqual([4, [0, 0, 1, 2, "项目"]]);
  });

  it("though its columns drift a little", () => {
    const one = new MadePage(1).table(XS, 700, [HEADER, ...rows(1, 4)]);
    const two = new MadePage(2).table([80, 186, 305, 396, 500], 80, rows(5, 7));
    expect(grids(one, two)).toHaveLength(1);
  });
});

describe("two tables stay two", () => {
  it("when text stands between", () => {
    const one = new MadePage(1).table(XS, 700, [HEADER, ...rows(1, 4)]);
    const two = new MadePage(2).text(80, 60, "收入决算表").table(XS, 80, rows(5, 7));
    expect(grids(one, two)).toHaveLength(2);
    const noted = new MadePage(1).table(XS, 700, [HEADER, ...rows(1, 3)]).text(80, 800, "注：本表反映支出情况。");
    expect(grids(noted, new MadePage(2).table(XS, 80, rows(5, 7)))).toHaveLength(2);
  });

  it("when they have different columns, or a page lies between", () => {
    const one = () => new MadePage(1).table(XS, 700, [HEADER, ...rows(1, 4)]);
    expect(grids(one(), new MadePage(2).table([60, 150, 300, 420, 540], 80, rows(5, 7)))).toHaveLength(2);
    expect(grids(one(), new MadePage(2), new MadePage(3).table(XS, 80, rows(5, 7)))).toHaveLength(2);
  });

  it("when both stand on one page", () => {
    expect(grids(new MadePage(1).table(XS, 100, rows(1, 3)).table(XS, 300, rows(5, 7)))).toHaveLength(2);
  });
});

describe("a row cut by the page's end", () => {
  it("is two rows of the grid, which the forms put together", () => {
    const one = new MadePage(1)
      .table(XS, 740, [HEADER, ...rows(1, 2)])
      .table(XS, 800, [["2010103", "一般行政", "3.00", ""]]);
    const two = new MadePage(2).table(XS, 80, [["", "管理事务", "", ""], ...rows(4, 5)]);
    const [grid] = grids(one, two);
    expect(grid && rowsOf(grid).slice(-4)).toEqual([
      ["2010103", "一般行政", "3.00", ""],
      ["", "管理事务", "", ""],
      ...rows(4, 5),
    ]);
  });
});
