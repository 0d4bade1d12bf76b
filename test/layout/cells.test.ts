import { describe, expect, it } from "vitest";
import { layoutDocument } from "../../src/layout/index.js";
import { cellsOf, gridsOf, MadePage, rowsOf, told } from "../helpers/made-page.js";

const XS = [100, 200, 300, 400];
const rows = (page: MadePage) => gridsOf(layoutDocument([page.build()])).map(rowsOf);

describe("a glyph belongs to the cell that holds its middle", () => {
  it("also when it stands on another baseline than its row", () => {
    const page = new MadePage().lattice(XS, [100, 130, 160]);
    page.text(105, 112, "合计").right(295, 121, "12.50").text(105, 157, "项目").right(295, 141, "7.00");
    expect(rows(page)).toEqual([
      [
        ["合计", "12.50", ""],
        ["项目", "7.00", ""],
      ],
    ]);
  });

  it("and a number is never cut by a wall: it goes to the cell with most of it", () => {
    const page = new MadePage().lattice(XS, [100, 130, 160]);
    // 60 pt wide, 45 of them left of the wall at 200.
    page.text(155, 118, "1,234,567.89").text(105, 148, "a").right(312, 148, "98.7");
    expect(rows(page)).toEqual([
      [
        ["1,234,567.89", "", ""],
        ["a", "98.7", ""],
      ],
    ]);
  });

  it("words over a wall are cut between glyphs, but go whole where a glyph lies across it", () => {
    const page = new MadePage().lattice(XS, [100, 130, 160]);
    page.text(180, 118, "收入支出").text(175, 148, "收入支出");
    expect(rows(page)).toEqual([
      [
        ["收入", "支出", ""],
        ["收入支出", "", ""],
      ],
    ]);
  });

  it("numbers of neighbouring cells stay two, however near they stand", () => {
    const page = new MadePage().lattice(XS, [100, 130, 160]);
    page.right(198, 118, "478.57").text(202, 118, "478.57").text(105, 148, "x");
    expect(rows(page)[0]?.[0]).toEqual(["478.57", "478.57", ""]);
  });

  it("text that reaches a little over the frame is inside, text beside the table is not", () => {
    const page = new MadePage().table(XS, 100, [
      ["一", "二", "三"],
      ["四", "五", ""],
    ]);
    page.right(402, 134, "9.5").text(420, 134, "旁注");
    const out = told(layoutDocument([page.build()]));
    expect(out).toContainEqual([
      ["一", "二", "三"],
      ["四", "五", "9.5"],
    ]);
    expect(out).toContain("paragraph: 旁注");
  });

  it("of the inner table, where one stands in a cell of another", () => {
    const page = new MadePage().lattice([100, 300, 500], [100, 300, 500]);
    page.table([320, 400, 480], 340, [
      ["甲", "乙"],
      ["丙", "丁"],
    ]);
    page.text(110, 150, "外").text(310, 330, "题");
    expect(rows(page)).toEqual([
      [
        ["外", ""],
        ["", "题"],
      ],
      [
        ["甲", "乙"],
        ["丙", "丁"],
      ],
    ]);
  });
});

describe("the text of a cell", () => {
  const cell = (...lines: [x: number, y: number, text: string, size?: number][]) => {
    const page = new MadePage().lattice([100, 300, 400], [100, 180, 200]);
    for (const [x, y, text, size] of lines) page.text(x, y, text, size);
    return rows(page)[0]?.[0]?.[0];
  };

  it("joins hanzi lines with nothing, words and numbers with a space, torn numbers whole", () => {
    expect(cell([105, 115, "一般公共预算财政"], [105, 130, "拨款"])).toBe("一般公共预算财政拨款");
    expect(cell([105, 115, "total"], [105, 130, "sum"])).toBe("total sum");
    expect(cell([105, 115, "478.57"], [105, 130, "478.57"])).toBe("478.57 478.57");
    expect(cell([105, 115, "15,777,"], [105, 130, "676.24"])).toBe("15,777,676.24");
  });

  it("closes up letter-spaced hanzi, keeps a wide gap between numbers", () => {
    expect(cell([105, 115, "合　　计"])).toBe("合计");
    expect(cell([105, 115, "1.00   2.00"])).toBe("1.00 2.00");
    expect(cell([105, 115, "12"], [116, 115, "34"])).toBe("1234");
  });

  it("takes a raised or lowered character for the same line", () => {
    expect(cell([105, 120, "面积"], [125, 116, "2", 6], [128, 120, "增加"])).toBe("面积2增加");
  });

  it("reads lines top to bottom whatever the order of painting", () => {
    expect(cell([105, 130, "乙"], [105, 145, "丙"], [105, 115, "甲"])).toBe("甲乙丙");
  });

  it("keeps each line, with its box", () => {
    const page = new MadePage().lattice([100, 300, 400], [100, 180, 200]).text(105, 115, "甲乙").text(105, 130, "丙");
    const lines = gridsOf(layoutDocument([page.build()]))[0]?.cells[0]?.lines;
    expect(lines?.map((line) => [line.text, line.box])).toEqual([
      ["甲乙", [105, 106.5, 125, 116.5]],
      ["丙", [105, 121.5, 115, 131.5]],
    ]);
  });

  it("reads a vertical header in its column from top to bottom", () => {
    expect(cell([105, 115, "功"], [105, 126, "能"], [105, 137, "分"], [105, 148, "类"])).toBe("功能分类");
  });

  it("reads text turned in the cell in its own direction", () => {
    const page = new MadePage().lattice([100, 300, 400], [100, 180, 200]).text(305, 115, "附注说明");
    [..."合计"].forEach((text, i) => {
      // Turned counter-clockwise: read from the bottom up.
      page.glyphs.push({
        text,
        x0: 150,
        x1: 160,
        y0: 150 - 10 * i,
        y1: 160 - 10 * i,
        baseline: 160,
        size: 10,
        font: "",
        angle: 270,
      });
    });
    expect(rows(page)[0]?.[0]?.[0]).toBe("合计");
  });
});

describe("a row of the lattice that holds several printed rows", () => {
  const XS3 = [100, 220, 300, 400];
  const tall = (lines: readonly (readonly [string, string, string])[], pitch = 15) => {
    const page = new MadePage().lattice(XS3, [100, 120, 120 + pitch * lines.length + 5]);
    page.text(105, 113, "项目").text(225, 113, "行次").text(305, 113, "金额");
    lines.forEach(([label, line, amount], i) => {
      const y = 131 + pitch * i;
      page.text(105, y, label).text(225, y, line).right(398, y, amount);
    });
    return rows(page)[0];
  };

  it("is cut between them", () => {
    expect(
      tall([
        ["财政拨款", "1", "10.00"],
        ["事业收入", "2", "20.50"],
        ["其他收入", "3", "3.00"],
      ]),
    ).toEqual([
      ["项目", "行次", "金额"],
      ["财政拨款", "1", "10.00"],
      ["事业收入", "2", "20.50"],
      ["其他收入", "3", "3.00"],
    ]);
  });

  it("keeps blank amounts in their row", () => {
    expect(
      tall([
        ["财政拨款", "1", "10.00"],
        ["事业收入", "2", ""],
        ["其他收入", "3", "3.00"],
      ]),
    ).toEqual([
      ["项目", "行次", "金额"],
      ["财政拨款", "1", "10.00"],
      ["事业收入", "2", ""],
      ["其他收入", "3", "3.00"],
    ]);
  });

  it("is not cut for one label of several lines beside one amount, nor for an amount torn in two", () => {
    const page = new MadePage().lattice([100, 220, 300], [100, 120, 160]);
    page.text(105, 113, "项目").text(225, 113, "金额");
    page.text(105, 132, "一般公共预算").text(105, 147, "财政拨款").text(225, 132, "15,777,67").text(225, 147, "6.24");
    expect(rows(page)[0]).toEqual([
      ["项目", "金额"],
      ["一般公共预算财政拨款", "15,777,676.24"],
    ]);
  });

  it("is not cut for a code torn in two beside amounts in the middle of the row", () => {
    const page = new MadePage().lattice(XS3, [100, 120, 155]);
    page.text(105, 113, "编码").text(225, 113, "名称").text(305, 113, "金额");
    page.text(105, 132, "20123").text(105, 147, "02").text(225, 132, "一般行政").text(225, 147, "管理事务");
    page.right(398, 139.5, "0.00");
    expect(rows(page)[0]).toEqual([
      ["编码", "名称", "金额"],
      ["20123 02", "一般行政管理事务", "0.00"],
    ]);
  });
});

describe("spanning cells", () => {
  it("carry their span and text", () => {
    const page = new MadePage();
    page.h(100, 100, 400).h(120, 200, 400).h(140, 100, 400).h(160, 100, 400);
    page.v(100, 100, 160).v(200, 100, 160).v(300, 120, 160).v(400, 100, 160);
    page.text(105, 123, "科目").centred(300, 113, "本年支出").text(205, 133, "合计").text(305, 133, "基本支出");
    page.text(105, 153, "行政运行").text(205, 153, "1.00").text(305, 153, "2.00");
    expect(gridsOf(layoutDocument([page.build()])).map(cellsOf)).toEqual([
      [
        [0, 0, 2, 1, "科目"],
        [0, 1, 1, 2, "本年支出"],
        [1, 1, 1, 1, "合计"],
        [1, 2, 1, 1, "基本支出"],
        [2, 0, 1, 1, "行政运行"],
        [2, 1, 1, 1, "1.00"],
        [2, 2, 1, 1, "2.00"],
      ],
    ]);
  });
});
