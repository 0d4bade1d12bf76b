/** Headers that have some rules and lack others, and empty forms that print neither amounts nor column numbers. */
import { describe, expect, it } from "vitest";
import { layoutDocument } from "../../src/layout/index.js";
import { gridsOf, MadePage, rowsOf, told } from "../helpers/made-page.js";

const rows = (page: MadePage) => gridsOf(layoutDocument([page.build()])).map(rowsOf);

describe("a header of which only some texts have rules", () => {
  it("is parted under the others too, and its column numbers stay one row", () => {
    const page = new MadePage().h(100, 50, 490);
    page.centred(140, 112, "预算数").centred(380, 112, "决算数");
    // 运行维护费 has a rule below it; the rule of the first column stops beside it, lower.
    for (const at of [0, 240]) {
      page
        .centred(at + 80, 136, "合计")
        .centred(at + 178, 130, "运行维护费")
        .h(136, at + 120, at + 240);
      page
        .centred(at + 150, 144, "小计")
        .centred(at + 210, 144, "购置费")
        .h(152, at + 50, at + 110);
    }
    [80, 150, 210, 320, 390, 450].forEach((x, i) => {
      page.centred(x, 164, `${i + 1}`).centred(x, 184, `${i + 1}0.50`);
    });
    page.h(194, 50, 490);
    expect(rows(page)).toEqual([
      [
        ["预算数", "决算数"],
        ["合计", "运行维护费", "合计", "运行维护费"],
        ["小计", "购置费", "小计", "购置费"],
        ["1", "2", "3", "4", "5", "6"],
        ["10.50", "20.50", "30.50", "40.50", "50.50", "60.50"],
      ].map((row) => expect.arrayContaining(row)),
    ]);
  });
});

describe("an empty form without column numbers", () => {
  const form = () => {
    const page = new MadePage().centred(300, 70, "国有资本经营预算财政拨款支出决算表", 14).right(520, 92, "单位：万元");
    page.text(80, 112, "科目编码").centred(200, 112, "科目名称");
    return page.centred(300, 112, "合计").centred(380, 112, "基本支出").centred(460, 112, "项目支出");
  };

  it("is a table without any rule: below the unit line a header and a total", () => {
    const page = form().centred(200, 132, "合计").text(50, 160, "注：本部门无此项支出。");
    expect(rows(page)).toEqual([
      [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["", "合计", "", "", ""],
      ],
    ]);
  });

  it("is none where no total stands below", () => {
    const page = form().text(50, 160, "注：本部门无此项支出。");
    expect(rows(page)).toEqual([]);
    expect(told(layoutDocument([page.build()])).join("")).toContain("项目支出");
  });
});

describe("headers of several lines that stand near each other over blank columns", () => {
  it("are parted where the white goes through the lines", () => {
    const page = new MadePage().h(100, 50, 480).text(60, 118, "项目").centred(200, 118, "小计");
    page
      .text(250, 113, "一般公共预算财")
      .text(250 + 7 * 10 + 6, 113, "政府性基金预算")
      .text(250, 125, "政拨款收入支出");
    page.text(250 + 7 * 10 + 6, 125, "财政拨款").h(132, 50, 480);
    page
      .text(60, 145, "教育支出")
      .right(215, 145, "7.06")
      .text(60, 163, "其他支出")
      .right(215, 163, "8.06")
      .h(170, 50, 480);
    expect(rows(page)[0]?.[0]).toEqual(["项目", "小计", "一般公共预算财政拨款收入支出", "政府性基金预算财政拨款"]);
  });
});
