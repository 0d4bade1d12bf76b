import { describe, expect, test } from "vitest";
import { extract } from "../../src/pipeline.js";
import { printedPdf } from "../helpers/printed-pages.js";

const LEFT = `                        2024年度收入决算表
部门：甲城市财政局                     单位：万元
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 |
| 合计 | | 12.34 | 10.00 |
| 201 | 一般公共服务支出 | 12.34 | 10.00 |
| 20101 | 人大事务 | 12.34 | 10.00 |
| 2010101 | 行政运行 | 12.34 | 10.00 |`;

const RIGHT = `

| 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
| 1.00 | 0.50 | 0.50 | | 0.34 |
| 1.00 | 0.50 | 0.50 | | 0.34 |
| 1.00 | 0.50 | 0.50 | | 0.34 |
| 1.00 | 0.50 | 0.50 | | 0.34 |`;

const LABELS = ["科目编码 | 科目名称", "合计 |", "201 | 一般公共服务支出", "20101 | 人大事务", "2010101 | 行政运行"];
const withLabels = (half: string) => {
  let row = 0;
  return half.replace(/^\|/gm, () => `| ${LABELS[row++]} |`);
};

const VALUES = ["12.34", "10.00", "1.00", "0.50", "0.50", null, "0.34"];

describe("a form whose columns are cut over two pages", () => {
  test.each([
    ["no labels on the second page", RIGHT],
    ["the columns of labels again", withLabels(RIGHT)],
    ["its unit again", withLabels(RIGHT.replace("\n\n", "\n                                  单位：万元\n"))],
  ])("%s", async (_, right) => {
    const { tables, findings, coverage } = await extract(printedPdf(`${LEFT}\n---\n${right}`));
    expect(tables.map(({ id, pageStart, pageEnd }) => [id, pageStart, pageEnd])).toEqual([
      ["income-by-function", 1, 2],
    ]);
    expect(tables[0]?.rows.map(({ code, label, page }) => [code, label, page])).toEqual([
      [null, "合计", 1],
      ["201", "一般公共服务支出", 1],
      ["20101", "人大事务", 1],
      ["2010101", "行政运行", 1],
    ]);
    for (const { values } of tables[0]?.rows ?? []) expect(Object.values(values)).toEqual(VALUES);
    expect(Object.values(tables[0]?.rows[0]?.evidence ?? {}).map(({ page }) => page)).toEqual([1, 1, 2, 2, 2, 2]);
    expect(findings.filter(({ rule }) => rule !== "form.missing")).toEqual([]);
    const { glyphs, ...places } = coverage;
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
  });

  test("and its title torn on the cut: the unit and code over the right half are the sheet's, and a note stays beneath", async () => {
    const begun = "                                                2024年度收入决";
    const left = [
      begun,
      ...LEFT.replace(/ {5,}单位：万元/, "")
        .split("\n")
        .slice(1),
    ].join("\n");
    const right = RIGHT.replace("\n\n", "算表\n                                                  单位：万元\n");
    const { tables } = await extract(printedPdf(`${left}\n注：本表反映各项收入情况。\n---\n${right}`));
    expect(tables.map(({ id, title, unit }) => [id, title, unit])).toEqual([
      ["income-by-function", "2024年度收入决算表", "万元"],
    ]);
    for (const { values } of tables[0]?.rows ?? []) expect(Object.values(values)).toEqual(VALUES);
  });

  test("and its rows over more: over, then down, with the header again", async () => {
    const more = (half: string, rows: readonly string[]) => {
      const lines = half.split("\n").filter((line) => line.startsWith("|"));
      return ["", "", ...lines.slice(0, 1), ...rows].join("\n");
    };
    const left = [
      "| 2010102 | 一般行政管理事务 | 3.00 | 2.00 |",
      "| 20103 | 政府办公厅 | 3.00 | 2.00 |",
      "| 2010301 | 机关服务 | 2.00 | 2.00 |",
      "| 2010399 | 其他支出 | 1.00 | |",
    ];
    const right = ["| 1.00 | | | | |", "| 1.00 | | | | |", "| | | | | |", "| 1.00 | | | | |"];
    const pages = [LEFT, RIGHT, more(LEFT, left), more(RIGHT, right)];
    const { tables } = await extract(printedPdf(pages.join("\n---\n")));
    expect(tables.map(({ id, pageStart, pageEnd }) => [id, pageStart, pageEnd])).toEqual([
      ["income-by-function", 1, 4],
    ]);
    expect(tables[0]?.rows.map(({ code }) => code)).toEqual([
      null,
      "201",
      "20101",
      "2010101",
      "2010102",
      "20103",
      "2010301",
      "2010399",
    ]);
    expect(Object.values(tables[0]?.rows[4]?.values ?? {})).toEqual(["3.00", "2.00", "1.00", null, null, null, null]);
    expect(tables[0]?.rows[7]?.evidence.superiorSubsidy?.page).toBe(4);
  });

  test("two forms of one geometry stay two, and so does a form that is printed twice", async () => {
    const blank = (title: string, more = "") => `                        ${title}
                                                单位：万元
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
| 合计 | | ${more} | | |
| | | | | |
| | | | | |
| | | | | |`;
    const two = await extract(
      printedPdf(`${blank("2024年度国有资本经营预算财政拨款支出决算表")}\n---\n${blank("2024年度支出决算表", "1.00")}`),
    );
    expect(two.tables.map(({ id }) => id)).toEqual(["state-capital-budget", "expenditure-by-function"]);
    const twice = await extract(printedPdf(`${LEFT}\n---\n${LEFT.split("\n").slice(2).join("\n")}`));
    expect(twice.tables.map(({ grid }) => grid?.columns)).toEqual([4]);
  });
});
