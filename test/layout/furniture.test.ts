import { describe, expect, it } from "vitest";
import { isPageNumber } from "../../src/layout/furniture.js";
import { layoutDocument } from "../../src/layout/index.js";
import { MadePage, told } from "../helpers/made-page.js";

const PROSE = "本部门本年度收入支出总体情况如下所述，各项数据均来自部门决算报表，单位为万元。";

function pages(count: number, furnish: (page: MadePage, number: number) => void): (string | string[][])[] {
  const made = Array.from({ length: count }, (_, i) => {
    const page = new MadePage(i + 1);
    page.text(80, 200 + i, PROSE).text(80, 300 + 2 * i, `这是第${"一二三四五六"[i]}页上的话。`);
    furnish(page, i + 1);
    return page.build();
  });
  return told(layoutDocument(made));
}

const furniture = (out: readonly (string | string[][])[]) =>
  out
    .filter((item) => typeof item === "string" && item.startsWith("furniture: "))
    .map((item) => String(item).slice(11));

describe("page numbers", () => {
  it.each([
    "1",
    "12",
    "- 3 -",
    "—4—",
    "第5页",
    "第 5 页 共 20 页",
    "第5页，共20页",
    "共 20 页",
    "5/20",
    "iv",
    "·7·",
    "１２",
  ])("%s is one", (text) => expect(isPageNumber(text)).toBe(true));

  it.each(["2024年", "12.50", "1,234", "一、", "第一部分", "公开01表", "合计", ""])("%s is none", (text) =>
    expect(isPageNumber(text)).toBe(false),
  );

  it("are furniture at head or foot, alone at their height, even on a single page", () => {
    expect(furniture(pages(1, (page) => page.centred(297, 810, "7")))).toEqual(["7"]);
    expect(furniture(pages(1, (page) => page.centred(297, 40, "— 7 —")))).toEqual(["—7—"]);
  });

  it("are not furniture in the body, nor beside other text", () => {
    expect(furniture(pages(1, (page) => page.centred(297, 420, "7")))).toEqual([]);
    expect(furniture(pages(1, (page) => page.text(80, 810, "房屋面积").text(300, 810, "7")))).toEqual([]);
  });
});

describe("running heads and feet", () => {
  it("are told by standing in the same place on most pages, numbers in them or not", () => {
    const out = pages(4, (page, number) => {
      page
        .centred(297, 40, "武汉市人力资源和社会保障局2024年度部门决算")
        .right(520, 815, `第${number}页 武汉市财政局监制`);
    });
    expect(furniture(out)).toHaveLength(8);
    expect(out.filter((item) => String(item).startsWith("paragraph"))).toHaveLength(8);
  });

  it("need three pages, and half of them", () => {
    expect(furniture(pages(2, (page) => page.centred(297, 40, "部门决算")))).toEqual([]);
    expect(furniture(pages(6, (page, n) => (n <= 2 ? page.centred(297, 40, "部门决算") : page)))).toEqual([]);
    expect(furniture(pages(6, (page, n) => (n <= 3 ? page.centred(297, 40, "部门决算") : page)))).toHaveLength(3);
  });

  it("are none where the place or the words differ", () => {
    expect(furniture(pages(4, (page, n) => page.centred(297, 30 + 8 * n, "部门决算")))).toEqual([]);
    expect(furniture(pages(4, (page, n) => page.centred(297, 40, "甲乙丙丁"[n - 1] ?? "")))).toEqual([]);
  });

  it("are not the table's own: its unit, form code and entity, and header rows that repeat", () => {
    const out = pages(4, (page) => {
      page.text(80, 60, "部门：武汉市人社局").right(520, 60, "单位：万元").right(520, 45, "公开02表");
      page.table([80, 200, 320, 520], 65, [["科目编码", "科目名称", "合计"]], 20);
    });
    expect(furniture(out)).toEqual([]);
    expect(out.filter((item) => String(item).includes("单位：万元"))).toHaveLength(4);
  });
});

describe("watermarks", () => {
  it("are slanted text, wherever it stands, also over a table", () => {
    const out = pages(1, (page) => {
      page.table([80, 200, 320], 400, [
        ["项目", "金额"],
        ["合计", "1.00"],
      ]);
      [..."征求意见稿"].forEach((text, i) => {
        const at = 200 + 30 * i;
        page.glyphs.push({
          text,
          x0: at,
          x1: at + 40,
          y0: 600 - at,
          y1: 640 - at,
          baseline: 640 - at,
          size: 30,
          font: "",
          angle: 315,
        });
      });
    });
    expect(out).toContainEqual([
      ["项目", "金额"],
      ["合计", "1.00"],
    ]);
    expect(furniture(out).join("")).toBe("征求意见稿");
  });

  it("are large text that repeats in the middle of pages, not a large title", () => {
    expect(furniture(pages(4, (page) => page.text(200, 500, "内部资料", 40)))).toHaveLength(4);
    expect(furniture(pages(4, (page, n) => (n === 1 ? page.text(200, 500, "内部资料", 40) : page)))).toEqual([]);
  });
});

describe("furniture between", () => {
  it("does not part a paragraph over the page's end, nor a table", () => {
    const one = new MadePage(1)
      .text(80, 700, PROSE)
      .text(80, 720, PROSE.slice(0, -1))
      .text(80, 740, `${PROSE.slice(0, -1)}并`);
    const two = new MadePage(2).text(80, 60, "且保持不变。").text(80, 80, PROSE);
    one.centred(297, 815, "1");
    two.centred(297, 815, "2");
    const out = told(layoutDocument([one.build(), two.build()]));
    expect(out.filter((item) => String(item).includes("并且保持不变"))).toHaveLength(1);
  });
});

describe("pages turned the other way", () => {
  it("carry the same running lines and watermarks, measured from head, foot or middle", () => {
    const made = [1, 2, 3, 4].map((number) => {
      const page = number % 2 === 0 ? new MadePage(number, 842, 595) : new MadePage(number);
      page.text(80, 200 + number, PROSE);
      page.centred(page.width / 2, page.height / 2 + 20, "内部资料", 60);
      return page.right(page.width - 60, page.height - 30, `某局财务科编制 ${number}`).build();
    });
    const out = furniture(told(layoutDocument(made)));
    expect(out.filter((text) => text === "内部资料")).toHaveLength(4);
    expect(out.filter((text) => text.startsWith("某局财务科编制"))).toHaveLength(4);
  });
});
