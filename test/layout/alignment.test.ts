import { describe, expect, it } from "vitest";
import { layoutDocument } from "../../src/layout/index.js";
import { cellsOf, gridsOf, MadePage, rowsOf, told } from "../helpers/made-page.js";

const rows = (...pages: MadePage[]) => gridsOf(layoutDocument(pages.map((page) => page.build()))).map(rowsOf);

const LABELS = ["一般公共服务支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出", "其他支出"];

/** 项目 | 合计 | 基本支出 | 项目支出 at these right edges. */
const RIGHT = [270, 370, 470];

function body(page: MadePage, top: number, values: readonly (readonly string[])[], pitch = 18): number {
  values.forEach((row, i) => {
    const y = top + pitch * i;
    page.text(60, y, LABELS[i % LABELS.length] ?? "");
    row.forEach((value, c) => {
      if (value !== "") page.right(RIGHT[c] ?? 0, y, value);
    });
  });
  return top + pitch * (values.length - 1);
}

const VALUES = [
  ["2,106.66", "1,511.89", "594.77"],
  ["326.72", "326.72", ""],
  ["60.99", "60.99", ""],
  ["445.69", "", "445.69"],
];

const told4 = (values = VALUES) => values.map((row, i) => [LABELS[i % LABELS.length], ...row]);

describe("a three-line table", () => {
  const header = (page: MadePage, top: number) =>
    page
      .h(top, 50, 480)
      .text(110, top + 14, "项目")
      .centred(250, top + 14, "合计")
      .centred(350, top + 14, "基本支出")
      .centred(450, top + 14, "项目支出")
      .h(top + 20, 50, 480);

  it("falls into the columns of its text and the rows of its numbers", () => {
    const page = header(new MadePage(), 100);
    page.h(body(page, 135, VALUES) + 6, 50, 480);
    expect(rows(page)).toEqual([[["项目", "合计", "基本支出", "项目支出"], ...told4()]]);
    expect(gridsOf(layoutDocument([page.build()]))[0]?.method).toBe("alignment");
  });

  it("parts header texts that nearly touch where two columns of numbers stand below them", () => {
    const page = new MadePage().h(100, 50, 480).text(110, 114, "项目").centred(250, 114, "合计");
    // 5 pt apart, a letter-spaced text's gap.
    page.text(330, 114, "基本支出经费").text(395, 114, "项目支出经费").h(120, 50, 480);
    page.h(body(page, 135, VALUES) + 6, 50, 480);
    expect(rows(page)).toEqual([[["项目", "合计", "基本支出经费", "项目支出经费"], ...told4()]]);
  });

  it("keeps a column that is blank throughout", () => {
    const page = header(new MadePage(), 100);
    page.h(
      body(
        page,
        135,
        VALUES.map(([a = "", b = ""]) => [a, b, ""]),
      ) + 6,
      50,
      480,
    );
    expect(rows(page)).toEqual([
      [["项目", "合计", "基本支出", "项目支出"], ...told4(VALUES.map(([a = "", b = ""]) => [a, b, ""]))],
    ]);
  });

  it("joins a wrapped label to the row of its amount", () => {
    const page = header(new MadePage(), 100);
    page.text(60, 135, "文化旅游体育与").text(60, 147, "传媒支出").right(270, 141, "12.00").right(370, 141, "12.00");
    page.text(60, 171, "其他支出").right(270, 171, "3.00").right(470, 171, "3.00");
    page.text(60, 195, "合计").right(270, 195, "15.00").right(370, 195, "12.00").right(470, 195, "3.00");
    page.h(202, 50, 480);
    expect(rows(page)).toEqual([
      [
        ["项目", "合计", "基本支出", "项目支出"],
        ["文化旅游体育与传媒支出", "12.00", "12.00", ""],
        ["其他支出", "3.00", "", "3.00"],
        ["合计", "15.00", "12.00", "3.00"],
      ],
    ]);
  });

  it("spans a header over the columns under its rule", () => {
    const page = new MadePage().h(100, 50, 480).text(110, 124, "项目").centred(350, 113, "本年支出").h(118, 215, 480);
    page.centred(250, 132, "小计").centred(350, 132, "基本支出").centred(450, 132, "项目支出").h(138, 50, 480);
    page.h(body(page, 152, VALUES) + 6, 50, 480);
    const cells = gridsOf(layoutDocument([page.build()])).flatMap(cellsOf);
    expect(cells.filter(([row, , , , text]) => row < 2 && text !== "")).toEqual([
      [0, 0, 2, 1, "项目"],
      [0, 1, 1, 3, "本年支出"],
      [1, 1, 1, 1, "小计"],
      [1, 2, 1, 1, "基本支出"],
      [1, 3, 1, 1, "项目支出"],
    ]);
  });

  it("stands between caption and note, and takes neither", () => {
    const page = new MadePage();
    page.centred(300, 70, "支出决算表", 14).right(480, 92, "单位：万元");
    header(page, 100);
    const end = body(page, 135, VALUES) + 6;
    page.h(end, 50, 480).text(50, end + 20, "注：本表反映部门本年度各项支出情况。");
    expect(told(layoutDocument([page.build()]))).toEqual([
      expect.stringMatching(/支出决算表$/),
      expect.stringMatching(/单位：万元$/),
      [["项目", "合计", "基本支出", "项目支出"], ...told4()],
      expect.stringMatching(/注：本表反映部门本年度各项支出情况。$/),
    ]);
  });

  it("two on a page stay two, with what stands between them", () => {
    const page = header(new MadePage(), 100);
    const first = body(page, 135, VALUES) + 6;
    page
      .h(first, 50, 480)
      .centred(300, first + 60, "支出决算表", 14)
      .right(480, first + 82, "单位：万元");
    header(page, first + 90);
    page.h(body(page, first + 125, VALUES.slice(0, 2)) + 6, 50, 480);
    const out = told(layoutDocument([page.build()]));
    expect(out.filter((item) => Array.isArray(item))).toEqual([
      [["项目", "合计", "基本支出", "项目支出"], ...told4()],
      [["项目", "合计", "基本支出", "项目支出"], ...told4(VALUES.slice(0, 2))],
    ]);
    expect(out.filter((item) => !Array.isArray(item)).join()).toMatch(/支出决算表.*单位：万元/);
  });

  it("goes on over the page's end, in the same columns", () => {
    const one = header(new MadePage(1), 700);
    body(one, 735, VALUES);
    const two = new MadePage(2);
    two.h(body(two, 80, VALUES.slice(0, 3)) + 6, 50, 480);
    expect(rows(one, two)).toEqual([
      [["项目", "合计", "基本支出", "项目支出"], ...told4(), ...told4(VALUES.slice(0, 3))],
    ]);
  });

  it("goes on over the page's end with a label longer than any before, and with one of three lines", () => {
    const one = header(new MadePage(1), 700);
    one.text(60, 735, "短").right(270, 735, "1.00").right(370, 735, "2.00").right(470, 735, "3.00");
    const two = new MadePage(2);
    two
      .text(60, 80, "国有土地使用权出让收入安排的支")
      .right(270, 80, "4.00")
      .right(370, 80, "5.00")
      .right(470, 80, "6.00");
    two.text(60, 100, "对应专项债").text(60, 112, "务收入安排").text(60, 124, "的支出");
    two.right(270, 112, "7.00").right(370, 112, "8.00").right(470, 112, "9.00").h(140, 50, 480);
    expect(rows(one, two)[0]?.slice(1)).toEqual([
      ["短", "1.00", "2.00", "3.00"],
      ["国有土地使用权出让收入安排的支", "4.00", "5.00", "6.00"],
      ["对应专项债务收入安排的支出", "7.00", "8.00", "9.00"],
    ]);
  });

  it("goes on over the page's end and ends there before the next title and table", () => {
    const one = header(new MadePage(1), 700);
    body(one, 735, VALUES);
    const two = new MadePage(2);
    const end = body(two, 80, VALUES.slice(0, 3)) + 6;
    two
      .h(end, 50, 480)
      .centred(300, end + 50, "收入决算表", 14)
      .right(480, end + 72, "单位：万元");
    header(two, end + 80);
    two.h(body(two, end + 115, VALUES.slice(0, 2)) + 6, 50, 480);
    const out = told(layoutDocument([one.build(), two.build()]));
    expect(out.filter((item) => Array.isArray(item))).toEqual([
      [["项目", "合计", "基本支出", "项目支出"], ...told4(), ...told4(VALUES.slice(0, 3))],
      [["项目", "合计", "基本支出", "项目支出"], ...told4(VALUES.slice(0, 2))],
    ]);
    expect(out.join()).toContain("收入决算表");
  });

  it("goes on over the page's end behind the second line of a label set in its column's middle", () => {
    const one = header(new MadePage(1), 600);
    const end = body(one, 635, VALUES);
    one
      .centred(115, end + 18, "年初财政拨款结转")
      .centred(115, end + 30, "和结余")
      .right(270, end + 24, "85.94");
    const two = new MadePage(2);
    two.h(body(two, 80, VALUES.slice(0, 3)) + 6, 50, 480);
    expect(rows(one, two)).toEqual([
      [
        ["项目", "合计", "基本支出", "项目支出"],
        ...told4(),
        ["年初财政拨款结转和结余", "85.94", "", ""],
        ...told4(VALUES.slice(0, 3)),
      ],
    ]);
  });

  it("with a header repeated on the next page is one table, the repeated rows marked", () => {
    const one = header(new MadePage(1), 700);
    one.h(body(one, 735, VALUES) + 6, 50, 480);
    const two = header(new MadePage(2), 80);
    two.h(body(two, 115, VALUES.slice(1)) + 6, 50, 480);
    const grids = gridsOf(layoutDocument([one.build(), two.build()]));
    expect(grids.map((grid) => [grid.pageStart, grid.pageEnd, grid.repeatedHeaderRows])).toEqual([[1, 2, [5]]]);
  });
});

describe("a table with rules between its rows but none upright", () => {
  it("is cut by its text", () => {
    const page = new MadePage();
    const ys = [100, 120, 140, 160, 180, 200];
    for (const y of ys) page.h(y, 50, 480);
    page.text(110, 114, "项目").centred(250, 114, "合计").centred(350, 114, "基本支出").centred(450, 114, "项目支出");
    body(page, 134, VALUES, 20);
    expect(rows(page)).toEqual([[["项目", "合计", "基本支出", "项目支出"], ...told4()]]);
  });

  it("is cut under its header when it is empty", () => {
    const page = new MadePage();
    for (const y of [100, 120, 140, 160]) page.h(y, 50, 480);
    page.text(110, 114, "项目").centred(250, 114, "合计").centred(350, 114, "基本支出").centred(450, 114, "项目支出");
    page.text(110, 134, "合计");
    expect(rows(page)[0]?.slice(0, 2)).toEqual([
      ["项目", "合计", "基本支出", "项目支出"],
      ["合计", "", "", ""],
    ]);
  });
});

describe("a table without any rule", () => {
  it("is found by its columns of numbers", () => {
    const page = new MadePage().text(60, 60, "下表反映各项支出的构成情况，数据来自决算报表，单位为万元。");
    page.text(110, 100, "项目").centred(250, 100, "合计").centred(350, 100, "基本支出").centred(450, 100, "项目支出");
    body(page, 118, VALUES);
    expect(rows(page)[0]?.slice(-4)).toEqual(told4());
  });

  const unit = (page: MadePage, y: number) => page.text(400, y, "单位：万元");

  it("begins below its unit line, with header texts over several columns, wrapped ones and column numbers", () => {
    const page = unit(new MadePage(), 86);
    page.centred(400, 104, "本年支出").text(110, 116, "项目").centred(250, 110, "本年支出").centred(250, 122, "合计");
    page.centred(350, 128, "基本支出").centred(450, 128, "项目支出");
    page.text(100, 146, "栏次").centred(250, 146, "1").centred(350, 146, "2").centred(450, 146, "3");
    body(page, 164, VALUES);
    expect(rows(page)).toEqual([
      [["项目", "本年支出合计", "本年支出"], ["基本支出", "项目支出"], ["栏次", "1", "2", "3"], ...told4()],
    ]);
  });

  it("keeps the rest of a wrapped label, and a last row that prints one text", () => {
    const page = unit(new MadePage(), 86);
    page.text(110, 104, "项目").centred(250, 104, "1").centred(350, 104, "2").centred(450, 104, "3");
    const end = body(page, 122, VALUES, 30);
    page.text(60, end + 12, "与保障支出").text(110, end + 30, "项目");
    const cells = rows(page)[0] ?? [];
    expect(cells.at(-2)?.[0]).toContain("与保障支出");
    expect(cells.at(-1)?.[0]).toBe("项目");
  });

  it("has the columns of its numbers, though a label reaches over two of them", () => {
    const page = unit(new MadePage(), 86);
    page.text(110, 104, "项目").centred(250, 104, "合计").centred(350, 104, "基本支出").centred(450, 104, "项目支出");
    const many = [...VALUES, ...VALUES];
    const end = body(page, 122, many);
    page.text(180, end + 18, "本年支出按性质合计").right(470, end + 18, "1.00");
    expect(rows(page)[0]?.slice(1, 9)).toEqual(told4(many));
  });

  it("reads letters set far apart as one header text", () => {
    const page = unit(new MadePage(), 86);
    page.text(100, 104, "项").text(140, 104, "目").centred(250, 104, "合计").centred(350, 104, "基本支出");
    page.centred(450, 104, "项目支出");
    body(page, 122, VALUES);
    expect(rows(page)[0]?.[0]).toEqual(["项目", "合计", "基本支出", "项目支出"]);
  });

  const five = ["11.00", "12.00", "13.00", "14.00", "15.00"];
  const FIVE = [180, 250, 320, 390, 460];
  const fiveRows = (page: MadePage, top: number, values = five) => {
    for (let r = 0; r < 4; r++) {
      page.text(60, top + 18 * r, LABELS[r] ?? "");
      values.forEach((value, c) => {
        page.right(FIVE[c] ?? 0, top + 18 * r, value);
      });
    }
  };

  it.each([13, 14.4, 18, 20])("parts a text over two columns from theirs, lines %d pt apart", (pitch) => {
    const page = unit(new MadePage(), 86);
    page
      .centred(375, 104, "本年支出")
      .centred(375 - 35, 104 + pitch, "基本支出")
      .centred(375 + 35, 104 + pitch, "项目支出");
    const middle = 104 + pitch / 2;
    page.text(70, middle, "项目").centred(160, middle, "年初结转").centred(230, middle, "本年收入");
    page.centred(440 + 40, middle, "年末结转");
    fiveRows(page, 104 + 2.5 * pitch);
    const cells = rows(page)[0] ?? [];
    expect(cells[0]).toEqual(["项目", "年初结转", "本年收入", "本年支出", "年末结转"]);
    expect(cells.at(-1)).toEqual([LABELS[3], ...five]);
  });

  it.each([0, 2])("keeps a column between two groups, column %d blank", (blank) => {
    const page = unit(new MadePage(), 86);
    page.centred(195, 104, "基本支出").centred(160, 122, "人员").centred(230, 122, "公用").centred(300, 113, "合计");
    page.text(70, 113, "项目").centred(405, 104, "项目支出").centred(370, 122, "一般").centred(440, 122, "重大");
    const values = five.map((value, c) => (c === blank ? "" : value));
    fiveRows(page, 144, values);
    expect(rows(page)[0]?.at(-1)).toEqual([LABELS[3], ...values]);
  });

  it("ends before a note, a heading and the next table's title, and each glyph is in one place", () => {
    const page = unit(new MadePage(), 86);
    page.text(110, 104, "项目").centred(250, 104, "合计").centred(350, 104, "基本支出").centred(450, 104, "项目支出");
    let end = body(page, 122, VALUES);
    page.text(60, end + 18, "注：本表金额转换为万元时存在尾差。");
    page
      .text(110, end + 40, "分类")
      .centred(250, end + 40, "合计")
      .centred(350, end + 40, "基本")
      .centred(450, end + 40, "项目");
    end = body(page, end + 58, VALUES);
    page.text(60, end + 18, "二、收入决算情况说明");
    const layout = layoutDocument([page.build()]);
    expect(gridsOf(layout).map((grid) => grid.rows)).toEqual([5, 5]);
  });

  it("ends before the next table's title, though it is near and no unit is printed, and so does what follows it", () => {
    const page = new MadePage();
    const head = (y: number) =>
      page.text(110, y, "项目").centred(250, y, "合计").centred(350, y, "基本支出").centred(450, y, "项目支出");
    page.centred(270, 82, "2024年度支出决算表");
    head(100);
    const end = body(page, 118, VALUES);
    page.centred(270, end + 18, "2024年度一般公共预算财政拨款支出决算表");
    head(end + 36);
    body(page, end + 54, VALUES);
    expect(rows(page)).toEqual([1, 2].map(() => [["项目", "合计", "基本支出", "项目支出"], ...told4()]));
  });

  it("begins at the page's foot with a header of more lines than there are rows below it", () => {
    const one = unit(new MadePage(1), 700);
    one
      .text(110, 718, "科目编码")
      .centred(250, 718, "本年支出")
      .centred(350, 718, "基本支出")
      .centred(450, 718, "项目支出");
    one
      .text(110, 731, "及名称")
      .centred(250, 731, "合计金额")
      .centred(350, 731, "其中人员")
      .centred(450, 731, "其中专项");
    one
      .text(110, 744, "（类）")
      .centred(250, 744, "（万元）")
      .centred(350, 744, "（万元）")
      .centred(450, 744, "（万元）");
    body(one, 762, VALUES.slice(0, 2));
    const two = new MadePage(2);
    body(two, 80, VALUES);
    expect(rows(one, two)).toHaveLength(1);
    expect(rows(one, two)[0]?.slice(1)).toEqual([...told4(VALUES.slice(0, 2)), ...told4()]);
  });

  it("goes on over the page's end with a total that is longer than its parts and set over several columns", () => {
    const one = new MadePage(1).text(110, 700, "项目");
    one.centred(250, 700, "合计").centred(350, 700, "基本支出").centred(450, 700, "项目支出");
    body(one, 718, VALUES);
    const two = new MadePage(2);
    const end = body(two, 80, VALUES.slice(0, 3));
    two.centred(220, end + 18, "公用经费合计").right(484, end + 18, "123,456.78");
    expect(rows(one, two)).toHaveLength(1);
    expect(rows(one, two)[0]?.at(-1)?.join("")).toBe("公用经费合计123,456.78");
  });

  it("keeps headers of one letter each apart", () => {
    const page = unit(new MadePage(), 86);
    page.text(110, 104, "项目").centred(250, 104, "甲").centred(350, 104, "乙").centred(450, 104, "丙");
    body(page, 122, VALUES);
    expect(rows(page)[0]?.[0]).toEqual(["项目", "甲", "乙", "丙"]);
  });

  it("is not made of prose, of a contents list or of a list of figures", () => {
    const page = new MadePage();
    for (let i = 0; i < 8; i++) {
      page.text(60, 100 + 20 * i, `${i + 1}.行政运行支出1,511.89万元，占支出的比重为71.65%，比上年增加12.00万元`);
    }
    for (let i = 0; i < 8; i++) page.text(60, 300 + 20 * i, `第${i + 1}部分`).right(480, 300 + 20 * i, String(i + 3));
    expect(rows(page)).toEqual([]);
  });
});

describe("an amount that nearly touches the next column's label", () => {
  it("is a cell of its own, as spreadsheets without borders print it", () => {
    const page = new MadePage().h(80, 50, 420);
    for (const [x, text] of [
      [90, "项目"],
      [190, "金额"],
      [280, "项目"],
      [380, "金额"],
    ] as const)
      page.text(x, 94, text);
    const values = [
      ["财政拨款收入", "93,691.35", "公共服务支出", "7.06"],
      ["上级补助收入", "188.87", "教育支出", "24,237.78"],
      ["其他收入", "907.01", "卫生健康支出", "4,731.95"],
      ["收入合计", "94,787.23", "支出合计", "28,976.79"],
    ] as const;
    // 1 pt between them: less than white inside one printed text.
    values.forEach(([a, b, c, d], i) => {
      const y = 115 + 18 * i;
      page.text(60, y, a).right(239, y, b).text(240, y, c).right(415, y, d);
    });
    page.h(100, 50, 420).h(175, 50, 420);
    expect(rows(page)).toEqual([[["项目", "金额", "项目", "金额"], ...values]]);
  });

  it("keeps the unit printed behind it", () => {
    const page = new MadePage().h(80, 50, 420);
    page.text(90, 94, "项目").text(190, 94, "金额").text(290, 94, "合计").h(100, 50, 420);
    const values = [
      ["财政拨款收入", "93,691.35万元", "93,691.35"],
      ["上级补助收入", "188.87万元", "188.87"],
      ["其他收入", "907.01万元", "907.01"],
    ] as const;
    values.forEach(([a, b, c], i) => {
      const y = 115 + 18 * i;
      page.text(60, y, a).right(240, y, b).right(320, y, c);
    });
    page.h(157, 50, 420);
    expect(rows(page)).toEqual([[["项目", "金额", "合计"], ...values]]);
  });
});

describe("a group whose middle column's header stands right beneath it", () => {
  it("is no wrapped text, where header rows are no further apart than lines", () => {
    const page = new MadePage();
    page.centred(90, 94, "科目名称").centred(260, 94, "本年支出");
    page.centred(180, 108, "小计").centred(260, 108, "基本支出").centred(340, 108, "项目支出");
    const values = [
      ["行政运行", "60.00", "60.00", "1.10"],
      ["事业运行", "23.00", "23.00", "2.20"],
      ["一般行政管理事务", "20.00", "3.00", "17.00"],
    ] as const;
    values.forEach(([label, ...amounts], i) => {
      page.text(60, 126 + 16 * i, label);
      amounts.forEach((amount, c) => {
        page.right(205 + 80 * c, 126 + 16 * i, amount);
      });
    });
    const [grid] = gridsOf(layoutDocument([page.build()]));
    expect(grid?.cells.filter(({ row }) => row < 2).map(({ text, columnSpan }) => `${text} ${columnSpan}`)).toEqual(
      expect.arrayContaining(["本年支出 3", "小计 1", "基本支出 1", "项目支出 1"]),
    );
  });
});
