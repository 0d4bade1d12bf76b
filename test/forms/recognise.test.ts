import { describe, expect, it } from "vitest";
import { FAMILIES } from "../../src/forms/index.js";
import { isTitleLike, matchTitle, titleForm } from "../../src/forms/read/title.js";
import { NINE, readWritten } from "./reading.js";

/** Ids of the nine forms that a printed title names, the longest match first. */
function named(printed: string): string[] {
  const matches = NINE.flatMap((form) => {
    const match = matchTitle(printed, form.titles, form.titlePatterns);
    return match ? [{ id: form.id, length: match.length }] : [];
  });
  const longest = Math.max(...matches.map(({ length }) => length));
  return matches.filter(({ length }) => length === longest).map(({ id }) => id);
}

const TITLES = NINE.flatMap((form) => form.titles.map((title) => [title, form.id] as const));

describe("a printed title", () => {
  it.each(TITLES)("%s is %s and no other", (title, id) => {
    expect(named(title)).toEqual([id]);
    expect(isTitleLike(title)).toBe(true);
  });

  const WAYS: readonly [what: string, print: (title: string) => string][] = [
    ["its year", (title) => `2024年度${title}`],
    ["unit and year", (title) => `武汉市人力资源和社会保障局2024年度${title}`],
    ["unit and year over a line break", (title) => `上海市普陀区财政局 2024 年度\n${title}`],
    ["部门", (title) => `部门${title}`],
    ["the unit's name alone", (title) => `上海市普陀区规划和自然资源局${title}`],
    ["an ordinal", (title) => `二、${title}`],
    ["a form code", (title) => `公开02表：${title}`],
    ["a number as an annex", (title) => `附表1：${title}`],
    ["letter spacing", (title) => [...title].join(" ")],
    ["continuation", (title) => `${title}（续）`],
    ["the unit of amount", (title) => `${title}（万元）`],
    ["the unit of amount behind it", (title) => `2024年度${title}（单位：万元）`],
    ["the unit of amount on its line", (title) => `${title}　金额单位：元`],
    ["whose it is behind it", (title) => `2024年度某市教育局${title}（本级）`],
    ["the year behind it", (title) => `${title}（2024年度）`],
    ["its code behind it", (title) => `${title} 财决公开02表`],
    ["its code before it", (title) => `财决公开02表 ${title}`],
    ["a number as an annex in hanzi", (title) => `附件五 ${title}`],
    ["a number as an annex in figures", (title) => `附件5 ${title}`],
    ["the mark of a continuation before it", (title) => `续表：${title}`],
    ["straight quotes", (title) => title.replace(/[“”]/g, '"')],
    ["no quotes", (title) => title.replace(/[“”]/g, "")],
    ["full-width and traditional characters", (title) => title.replaceAll("决", "決")],
  ];

  it.each(WAYS)("is known with %s", (_what, print) => {
    for (const [title, id] of TITLES) expect(named(print(title)), print(title)).toEqual([id]);
  });

  it.each([
    "武汉市经济和信息化局收入决算表",
    "深圳市社会保险基金管理局支出决算表",
    "某县经济开发区管理委员会收入支出决算总表",
    "市财政局项目中心收入决算表",
    "武汉市人力资源和社会保障局（本级）收入决算表",
  ])("with a unit's name that says 经济, 基金, 项目 or 本级 is still one: %s", (title) => {
    expect(named(title)).toHaveLength(1);
  });

  /** As regions call them that do not follow the ministry's sheet to the letter. */
  it.each([
    ["收入支出总体情况表", "income-expenditure-summary"],
    ["部门决算收支总表", "income-expenditure-summary"],
    ["某市教育局收支决算总表", "income-expenditure-summary"],
    ["部门决算收入总表", "income-by-function"],
    ["收入总体情况表", "income-by-function"],
    ["支出总表", "expenditure-by-function"],
    ["财政拨款收支总表", "fiscal-appropriation-summary"],
    ["部门决算财政拨款收支总表", "fiscal-appropriation-summary"],
    ["一般公共预算支出决算表（功能科目）", "general-budget-expenditure"],
    ["一般公共预算财政拨款支出明细表（按功能分类科目）", "general-budget-expenditure"],
    ["一般公共预算基本支出决算表（经济科目）", "general-budget-basic-expenditure"],
    ["一般公共预算财政拨款基本支出明细表（按经济分类科目）", "general-budget-basic-expenditure"],
    ["一般公共预算财政拨款基本支出经济分类决算表", "general-budget-basic-expenditure"],
    ["政府性基金收支决算表", "government-fund-budget"],
    ["政府性基金预算支出情况表", "government-fund-budget"],
    ["国有资本经营预算财政拨款支出情况表", "state-capital-budget"],
    ["财政拨款“三公”经费、会议费、培训费支出决算表", "three-public-expenses"],
    ["“三公”经费、行政参公单位机关运行经费情况表", "three-public-expenses"],
    ["一般公共预算财政拨款安排的“三公”经费支出决算表", "three-public-expenses"],
    ["2023年度“三公”经费财政拨款支出决算表", "three-public-expenses"],
  ])("of a region: %s is %s", (title, id) => {
    expect(named(title)).toEqual([id]);
  });

  it.each([
    "政府性基金预算财政拨款“三公”经费支出决算表",
    "学生食堂收支决算表",
    "24年度收入决算表",
    "算财政拨款收入支出决算表",
    "工会收支决算情况表",
    "工资福利基本支出表",
    "全市一般公共预算基本支出决算表（按经济分类科目）",
    "一般公共预算基本支出表",
    "机关运行经费支出决算表",
    "财政拨款支出决算明细表",
    "收入支出预算执行情况表",
    "政府采购情况表",
    "政府采购支出决算表汇总说明",
    "项目支出决算表",
    "基本支出和项目支出决算表",
    "一般公共预算财政拨款项目支出决算表",
    "财政专户管理资金收入支出决算表",
    "非税收入决算表",
    "财政专户管理资金支出决算表",
    "住房公积金增值收益支出决算表",
    "项目支出绩效自评表",
    "机构运行信息表",
    "国有资产占用情况表",
    "收入支出预算总表",
  ])("of another table is none of the nine: %s", (title) => {
    expect(named(title)).toEqual([]);
  });

  it("is compared without year, unit, ordinal, code and quotes", () => {
    expect(titleForm("公开09表 武汉市人社局2024年度财政拨款“三公”经费支出决算表")).toBe("财政拨款三公经费支出决算表");
    expect(titleForm("七、一般公共预算财政拨款基本支出决算表（续表）")).toBe("一般公共预算财政拨款基本支出决算表");
  });

  it.each(["本表反映部门本年度收入支出总体情况。", "注：本表为空表", "收入决算情况说明", ""])("is not: %s", (text) => {
    expect(isTitleLike(text)).toBe(false);
  });

  it("may be shared by forms of two families, never by two of one", () => {
    for (const { forms } of FAMILIES) {
      const bare = forms.map((form) => new Set(form.titles.map(titleForm)));
      const same = forms.flatMap((a, i) =>
        forms
          .slice(i + 1)
          .flatMap((b, j) => ([...(bare[i] ?? [])].some((t) => bare[i + 1 + j]?.has(t)) ? [`${a.id} ${b.id}`] : [])),
      );
      // 支出预算总表 is a table of codes in Shanghai and a single row in Jiangsu, 收入预算总表 one of sources: the header tells.
      expect(
        same.filter(
          (pair) => !/^(?:income-by-function income-by-source|expenditure-by-function expenditure-summary)$/.test(pair),
        ),
      ).toEqual([]);
    }
  });
});

const EXPENDITURE = `
| 项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
| 功能分类科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ |
| 201 | 一般公共服务支出 | 12.00 | 7.00 | 5.00 | | | |
`;

describe("the header is the second witness", () => {
  it("that agrees with the title", () => {
    const { table, why } = readWritten(`支出决算表\n单位：万元\n${EXPENDITURE}`);
    expect(table.id).toBe("expenditure-by-function");
    expect(why).toBe('title "支出决算表" is expenditure-by-function; 100 % of its columns found');
  });

  it("that disagrees: the table is unrecognised, keeps its grid, and says why", () => {
    const { table, why } = readWritten(`收入决算表\n单位：万元\n${EXPENDITURE}`);
    expect(table.id).toBe("unrecognised-1");
    expect(why).toMatch(/^title "收入决算表" is income-by-function, but its header is not \(\d+ % of the columns\)$/);
    expect(table).toMatchObject({ title: "收入决算表", unit: "万元", columns: [], rows: [] });
    expect(table.grid?.cells.map((cell) => cell.text)).toContain("12.00");
  });

  it("that tells a form without title, where it is complete and no other's", () => {
    expect(readWritten(EXPENDITURE).table).toMatchObject({ id: "expenditure-by-function", title: null });
  });

  it("that holds nothing but amounts is the right part of a sheet, and no form", () => {
    const { table } = readWritten(`
      支出决算表
      | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
      | 12.00 | 7.00 | 5.00 | | | |
    `);
    expect([table.id, table.grid?.rows]).toEqual(["unrecognised-1", 2]);
  });

  it("that is not asked where another title is printed", () => {
    const { table, why } = readWritten(`国有资产收益决算表\n${EXPENDITURE}`);
    expect([table.id, why]).toEqual(["unrecognised-1", 'no form has the title "国有资产收益决算表"']);
  });

  it("takes the longest of the titles: the line above and the two lines joined", () => {
    const { table } = readWritten(`
      一般公共预算财政拨款
      支出决算表
      单位：万元
      | 项目 | < | 本年支出 | < | < |
      | 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
      | 201 | 一般公共服务支出 | 12.00 | 7.00 | 5.00 |
    `);
    expect([table.id, table.title]).toEqual(["general-budget-expenditure", "一般公共预算财政拨款支出决算表"]);
  });

  it("numbers unrecognised tables in order", () => {
    const { tables } = readWritten(`
      | 甲 | 乙 |
      | 一 | 二 |
      机构运行信息表
      | 丙 | 丁 |
      | 三 | 4.00 |
    `);
    expect(tables.map((table) => [table.id, table.title, table.isEmpty])).toEqual([
      ["unrecognised-1", null, true],
      ["unrecognised-2", "机构运行信息表", false],
    ]);
  });
});

describe("what stands around a table", () => {
  const around = (above: string, below = "") => readWritten(`${above}\n${EXPENDITURE}\n${below}`).table;

  it.each([
    ["2024年度支出决算表\n公开03表\n部门：武汉市人社局\n单位：万元", "公开03表", "武汉市人社局", "万元"],
    ["公开03表\n2024年度支出决算表\n部门：武汉市人社局 金额单位：元", "公开03表", "武汉市人社局", "元"],
    ["支出决算表\n编制单位：上海市普陀区财政局 单位：万元", null, "上海市普陀区财政局", "万元"],
    ["三、支出决算表\n单位:万元", null, null, "万元"],
    ["支出决算表\n公开03表 单位:万元", "公开03表", null, "万元"],
    ["支出决算表", null, null, null],
    ["2024年度支出决算表（单位：万元）", null, null, "万元"],
    ["2024年度支出决算表 单位：元", null, null, "元"],
  ])("gives form code, entity and unit: %j", (above, formCode, entity, unit) => {
    expect(around(above)).toMatchObject({ id: "expenditure-by-function", formCode, entity, unit });
  });

  it("inside its frame counts as above it", () => {
    const { table } = readWritten(`
      | 支出决算表 | < | < | < |
      | 部门：武汉市人社局 | < | < | 单位：万元 |
      | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 |
      | 201 | 一般公共服务支出 | 12.00 | 7.00 |
    `);
    expect(table).toMatchObject({ entity: "武汉市人社局", unit: "万元" });
  });

  it.each([
    "| 本部门没有政府性基金预算财政拨款收入，故本表无数据。 | < | < | < | < | < |",
    "| 本部门没有政府性基金预算财政拨款收入，故本表无数据。 | < | | | | |",
    "| | 本部门没有政府性基金预算财政拨款收入，故本表无数据。 | | | | |\n| | | | | | |",
    "| 注：本部门没有政府性基金预算财政拨款收入，故本表无数据。 | < | < | < | < | < |",
    "| 本表反映政府性基金收支情况。 | < | < | < | < | < |\n| 本单位无此项收入，故本表无数据 | < | < | < | < | < |",
  ])("inside its frame says that it is empty, in no row of the form: %s", (row) => {
    const { table, findings } = readWritten(`
      政府性基金预算财政拨款收入支出决算表
      | 科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余 |
      | 合计 | < | | | | |
      ${row}
    `);
    expect(table).toMatchObject({ isEmpty: true, emptyStatement: expect.stringContaining("故本表无数据") });
    expect(table.rows.map(({ key }) => key)).toEqual(["total"]);
    expect(findings.filter(({ rule }) => rule === "form.row-without-code")).toEqual([]);
  });

  it("gives its notes, up to the next title", () => {
    const table = around(
      "支出决算表\n单位：万元",
      "注：本表反映部门本年度各项支出情况。\n2.本套报表可能存在尾数误差。\n政府性基金预算财政拨款收入支出决算表",
    );
    expect(table.notes).toEqual(["注：本表反映部门本年度各项支出情况。", "2.本套报表可能存在尾数误差。"]);
    expect(table.emptyStatement).toBeNull();
  });

  it.each([
    "本部门2024年度无政府性基金预算财政拨款收入支出。",
    "说明：上海市普陀区财政局本年度没有政府性基金收入和支出，故本表无数据。",
    "注:本部门2024年无政府性基金，故本表为空表。",
  ])("gives the statement that it is empty: %s", (below) => {
    const { table } = readWritten(`
      政府性基金预算财政拨款收入支出决算表
      单位：万元
      | 项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余 |
      | 科目编码 | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ |
      | 合计 | < | | | | | | |
      ${below}
    `);
    expect(table).toMatchObject({ id: "government-fund-budget", isEmpty: true, emptyStatement: below });
  });
});
