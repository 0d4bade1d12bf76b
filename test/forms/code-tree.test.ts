import { describe, expect, it } from "vitest";
import { readWritten, rowsOf, told } from "./reading.js";

const codes = (text: string) => readWritten(text).table.rows.map((row) => [row.code, row.label, row.values.total]);

/** 支出决算表 with three code cells, the 合计 row inside the header block (Wuhan). */
const WUHAN = `
  支出决算表
  公开03表 单位：万元
  | 项目 | < | < | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
  | 功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ |
  | 类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 |
  | ^ | ^ | ^ | 合计 | 2,946.25 | 1,511.89 | 1,434.36 | | | |
`;

describe("the rows of a table of codes", () => {
  it("have their code in one cell", () => {
    const { table, findings } = readWritten(`
      支出决算表
      单位：万元
      | 项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
      | 功能分类科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ |
      | 合计 | < | 12.00 | 7.00 | 5.00 | | | |
      | 201 | 一般公共服务支出 | 12.00 | 7.00 | 5.00 | | | |
      | 20106 | 财政事务 | 12.00 | 7.00 | 5.00 | | | |
      | 2010601 | 行政运行 | 7.00 | 7.00 | | | | |
      | 2010650 | 事业运行 | 5.00 | | 5.00 | 0.00 | - | |
    `);
    expect(table.rows.map((row) => [row.key, row.code, row.level, row.label, row.role])).toEqual([
      ["total", null, null, "合计", "total"],
      ["201", "201", "类", "一般公共服务支出", "item"],
      ["20106", "20106", "款", "财政事务", "item"],
      ["2010601", "2010601", "项", "行政运行", "item"],
      ["2010650", "2010650", "项", "事业运行", "item"],
    ]);
    expect(table.rows.at(-1)?.values).toEqual({
      total: "5.00",
      basic: null,
      project: "5.00",
      remittanceToSuperior: "0.00",
      operating: null,
      subsidyToAffiliates: null,
    });
    expect(table.columns.map(({ key, header }) => [key, header])).toContainEqual(["total", ["本年支出合计"]]);
    expect(findings).toEqual([]);
  });

  it("have their code in three cells, whole or in parts", () => {
    expect(
      codes(`${WUHAN}
        | 201 | | | 一般公共服务支出 | 2,112.86 | | | | | |
        | 201 | 06 | | 财政事务 | 2,112.86 | | | | | |
        | 201 | 06 | 01 | 行政运行 | 1,511.89 | | | | | |
        | 208 | 20805 | 2080505 | 机关事业单位基本养老保险缴费支出 | 326.72 | | | | | |
      `),
    ).toEqual([
      [null, "合计", "2946.25"],
      ["201", "一般公共服务支出", "2112.86"],
      ["20106", "财政事务", "2112.86"],
      ["2010601", "行政运行", "1511.89"],
      ["2080505", "机关事业单位基本养老保险缴费支出", "326.72"],
    ]);
  });

  it("inherit the parts of the code that are printed above only", () => {
    expect(
      codes(`${WUHAN}
        | 201 | | | 一般公共服务支出 | 2,112.86 | | | | | |
        | | 06 | | 财政事务 | 2,112.86 | | | | | |
        | | | 01 | 行政运行 | 1,511.89 | | | | | |
        | | | 50 | 事业运行 | 600.97 | | | | | |
        | | 07 | | 税收事务 | 1.00 | | | | | |
      `).slice(1),
    ).toEqual([
      ["201", "一般公共服务支出", "2112.86"],
      ["20106", "财政事务", "2112.86"],
      ["2010601", "行政运行", "1511.89"],
      ["2010650", "事业运行", "600.97"],
      ["20107", "税收事务", "1.00"],
    ]);
  });

  it("have a code that was printed over three cells by one merged cell, or torn between them", () => {
    expect(
      codes(`${WUHAN}
        | 2010601 | < | < | 行政运行 | 1,511.89 | | | | | |
        | 2080 | 505 | | 机关事业单位基本养老保险缴费支出 | 326.72 | | | | | |
        | 2101 | 1103 | | 公务员医疗补助 | 3.00 | | | | | |
      `).slice(1),
    ).toEqual([
      ["2010601", "行政运行", "1511.89"],
      ["2080505", "机关事业单位基本养老保险缴费支出", "326.72"],
      ["2101103", "公务员医疗补助", "3.00"],
    ]);
  });

  it("have a code printed before the name in its cell", () => {
    expect(
      codes(`
        支出决算表
        | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
        | 合计 | 12.00 | 7.00 | 5.00 |
        | 201一般公共服务支出 | 12.00 | 7.00 | 5.00 |
        | 20106 财政事务 | 12.00 | 7.00 | 5.00 |
        | ２０１０６０１行政运行 | 12.00 | 7.00 | 5.00 |
      `),
    ).toEqual([
      [null, "合计", "12.00"],
      ["201", "一般公共服务支出", "12.00"],
      ["20106", "财政事务", "12.00"],
      ["2010601", "行政运行", "12.00"],
    ]);
  });

  it("keep a 款 whose parent is not printed, and a code that no list knows", () => {
    expect(
      codes(
        `${WUHAN} | 2999999 | < | < | 其他支出 | 1.00 | | | | | |\n | 20499 | < | < | 其他 | 1.00 | | | | | |`,
      ).slice(1),
    ).toEqual([
      ["2999999", "其他支出", "1.00"],
      ["20499", "其他", "1.00"],
    ]);
  });

  it("have keys of their own where a code is printed twice", () => {
    const { table } = readWritten(`${WUHAN}
      | 2010601 | < | < | 行政运行 | 1.00 | | | | | |
      | 2010601 | < | < | 行政运行 | 2.00 | | | | | |
    `);
    expect(table.rows.map((row) => row.key)).toEqual(["total", "2010601", "2010601#2"]);
  });

  it("without code or total are kept, with a finding", () => {
    const { table, findings } = readWritten(`${WUHAN} | | | | 行政运行 | 1.00 | | | | | |`);
    expect(rowsOf(table).at(-1)).toEqual(["unlisted-4", "行政运行", "1.00", null, null, null, null, null]);
    expect(told(findings)).toEqual(["form.row-without-code warning unlisted-4 ||"]);
  });

  it("of a template are placeholders, not amounts", () => {
    const { table } = readWritten(`${WUHAN}
      | 205 | < | < | 教育支出 | | | | | | |
      | …… | < | < | …… | | | | | | |
    `);
    expect(table.rows.slice(1).map((row) => [row.key, row.role])).toEqual([
      ["205", "item"],
      ["placeholder-1", "placeholder"],
    ]);
  });

  it("that are blank give nothing", () => {
    expect(codes(`${WUHAN} | | | | | | | | | | |\n| 201 | < | < | 一般公共服务支出 | 1.00 | | | | | |`)).toHaveLength(
      2,
    );
  });
});

describe("the header of a table of codes", () => {
  it("may carry its leaves in the row of the total", () => {
    const { table } = readWritten(`
      一般公共预算财政拨款支出决算表
      单位：万元
      | 项目 | < | < | < | 本年支出 | < | < |
      | 支出功能分类科目编码 | < | < | 科目名称 | 小计 | 基本支出 | 项目支出 |
      | 类 | 款 | 项 | 合计 | 2,940.05 | 1,511.89 | 1,428.16 |
      | 201 | | | 一般公共服务支出 | 2,106.66 | 1,511.89 | 594.77 |
    `);
    expect(rowsOf(table)).toEqual([
      ["total", "合计", "2940.05", "1511.89", "1428.16"],
      ["201", "一般公共服务支出", "2106.66", "1511.89", "594.77"],
    ]);
  });

  it("is read without 栏次 and in letter-spaced, wrapped or bracketed print", () => {
    const { table, findings } = readWritten(`
      收入决算表
      | 科目编码 | 科 目 名 称 | 本年收/入合计 | 财政拨款/收入 | 上级补助收入（万元） | 事业收入 | 经营收入 | 附属单位/上缴收入 | 其他收入 |
      | 201 | 一般公共服务支出 | 2.00 | 1.00 | | | | | 1.00 |
    `);
    expect(table.columns.map((column) => column.key)).toEqual([
      "total",
      "fiscalAppropriation",
      "superiorSubsidy",
      "businessIncome",
      "operatingIncome",
      "affiliateRemittance",
      "otherIncome",
    ]);
    expect(findings).toEqual([]);
  });

  it("may print six columns or three of expenditure alone (国有资本经营)", () => {
    const { table } = readWritten(`
      国有资本经营预算财政拨款支出决算表
      | 项目 | < | 本年支出 | < | < |
      | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
      | 合计 | < | 5.00 | | 5.00 |
      | 223 | 国有资本经营预算支出 | 5.00 | | 5.00 |
    `);
    expect(table.id).toBe("state-capital-budget");
    expect(rowsOf(table)).toEqual([
      ["total", "合计", "5.00", null, "5.00"],
      ["223", "国有资本经营预算支出", "5.00", null, "5.00"],
    ]);
    expect(Object.keys(table.rows[0]?.values ?? {})).toEqual([
      "expenditureTotal",
      "expenditureBasic",
      "expenditureProject",
    ]);
  });

  it("with a column that the form does not know keeps its figures, with a finding", () => {
    const { table, findings } = readWritten(`
      一般公共预算财政拨款支出决算表
      | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 结转下年 |
      | 201 | 一般公共服务支出 | 3.00 | 1.00 | 2.00 | 9.00 |
    `);
    expect(table.rows[0]?.values).toEqual({ total: "3.00", basic: "1.00", project: "2.00", "unlisted-1": "9.00" });
    expect(told(findings)).toEqual(["form.unknown-column warning unlisted-1 结转下年"]);
  });

  it("that garbles one column's name leaves it its place, with a finding", () => {
    const { table, findings } = readWritten(`
      一般公共预算财政拨款支出决算表
      | 科目编码 | 科目名称 | 合计 | 基夲支岀 | 项目支出 |
      | 201 | 一般公共服务支出 | 3.00 | 1.00 | 2.00 |
    `);
    expect([table.rows[0]?.values.basic, table.rows[0]?.values.project]).toContain("1.00");
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe("a row whose amounts cannot be read", () => {
  it("is no header: they are told", () => {
    const { table, findings } = readWritten(`
      支出决算表
      | 科目 | 本年支出合计 | 基本支出 | 项目支出 |
      | | 1 3 3.6 3 | 7.6 5 | |
    `);
    expect(table.rows).toHaveLength(1);
    expect(told(findings).filter((one) => one.startsWith("number."))).toHaveLength(2);
  });
});

describe("小计, 基本支出 and 项目支出 under several headers", () => {
  const PARTS = "合计 | 基本支出 | 项目支出";

  it.each([
    ["一般公共预算财政拨款支出决算表", "年初预算数", "决算数"],
    ["一般公共预算财政拨款支出决算表", "2024年度预算数", "2024年度决算数"],
    ["2024年度一般公共预算财政拨款支出决算表", "2023年决算数", "2024年决算数"],
    ["一般公共预算财政拨款收入支出决算表", "本年收入", "本年支出"],
    ["支出决算表", "年初预算数", "本年支出"],
  ])("%s: not those of %s but of %s", (title, other, own) => {
    const { table, findings } = readWritten(`
      ${title}
      | 功能分类科目 | < | ${other} | < | < | ${own} | < | < |
      | 科目编码 | 科目名称 | ${PARTS} | ${PARTS} |
      | 201 | 一般公共服务支出 | 3.00 | 1.00 | 2.00 | 9.00 | 4.00 | 5.00 |
    `);
    expect(table.rows[0]).toMatchObject({
      key: "201",
      label: "一般公共服务支出",
      values: { total: "9.00", basic: "4.00", project: "5.00", "unlisted-1": "3.00", "unlisted-2": "1.00" },
    });
    expect(told(findings)).toHaveLength(3);
  });

  it("of funds: 年初, 本年收入, 本年支出 and 年末 each in parts", () => {
    const { table } = readWritten(`
      政府性基金预算财政拨款收入支出决算表
      | 项目 | < | 年初结转和结余 | < | < | 本年收入 | < | < | 本年支出 | < | < | 年末结转和结余 | < | < |
      | 科目编码 | 科目名称 | 合计 | 基本支出结转 | 项目支出结转和结余 | ${PARTS} | ${PARTS} | 合计 | 基本支出结转 | 项目支出结转和结余 |
      | 212 | 城乡社区支出 | 1.00 | | 1.00 | 5.00 | 2.00 | 3.00 | 4.00 | 1.50 | 2.50 | 2.00 | 0.50 | 1.50 |
    `);
    expect(table.rows[0]?.values).toMatchObject({
      openingBalance: "1.00",
      income: "5.00",
      expenditureTotal: "4.00",
      expenditureBasic: "1.50",
      expenditureProject: "2.50",
      closingBalance: "2.00",
    });
  });
});

describe("a table of codes over several pages", () => {
  it("leaves out the header repeated on each, the total in it included", () => {
    const { table } = readWritten(`
      一般公共预算财政拨款支出决算表
      | 项目 | < | 本年支出 | < | < |
      | 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
      | 合计 | < | 3.00 | 1.00 | 2.00 |
      | 201 | 一般公共服务支出 | 3.00 | 1.00 | 2.00 |
      ---
      +| 项目 | < | 本年支出 | < | < |
      +| 科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 |
      +| 合计 | < | 3.00 | 1.00 | 2.00 |
      | 20101 | 人大事务 | 3.00 | 1.00 | 2.00 |
    `);
    expect(table.rows.map((row) => [row.key, row.page])).toEqual([
      ["total", 1],
      ["201", 1],
      ["20101", 2],
    ]);
    expect([table.pageStart, table.pageEnd]).toEqual([1, 2]);
  });

  it("puts a row together that the page's end cut: label after, label before, amounts after", () => {
    expect(
      codes(`${WUHAN}
        | 2080505 | < | < | 机关事业单位基本 | 326.72 | | | | | |
        ---
        | | | | 养老保险缴费支出 | | | | | | |
        | 2010601 | < | < | 行政运行 | 1.00 | | | | | |
      `).slice(1),
    ).toEqual([
      ["2080505", "机关事业单位基本养老保险缴费支出", "326.72"],
      ["2010601", "行政运行", "1.00"],
    ]);
    expect(
      codes(`${WUHAN}
        | | | | 机关事业单位基本 | | | | | | |
        ---
        | 2080505 | < | < | 养老保险缴费支出 | 326.72 | | | | | |
      `).slice(1),
    ).toEqual([["2080505", "机关事业单位基本养老保险缴费支出", "326.72"]]);
  });

  it("takes header texts for no rest of a label, in whatever cells they stand on the next page", () => {
    expect(
      codes(`${WUHAN}
        | 2010601 | < | < | 行政运行 | 1.00 | | | | | |
        ---
        | | | | 项目功能分类科目编码科目名称 | 本年支出合计 | | | | | |
        | 2010602 | < | < | 一般行政管理事务 | 2.00 | | | | | |
      `).slice(1),
    ).toEqual([
      ["2010601", "行政运行", "1.00"],
      ["2010602", "一般行政管理事务", "2.00"],
    ]);
  });

  it("puts a code together that the page's end tore", () => {
    const { table, findings } = readWritten(`${WUHAN}
      | 21011 | < | < | 事业单位医疗 | 1.00 | | | | | |
      ---
      | 02 | < | < | | | | | | | |
      | 208 | 20801 | 208015 | 事业 | 2.00 | | | | | |
      ---
      | | | 0 | 运行 | | | | | | |
      | 210 | 21011 | 21011 | 公务员医疗补助 | 3.00 | | | | | |
      ---
      | | | 03 | | | | | | | |
    `);
    expect(table.rows.slice(1).map((row) => [row.key, row.level, row.label, row.values.total])).toEqual([
      ["2101102", "项", "事业单位医疗", "1.00"],
      ["2080150", "项", "事业运行", "2.00"],
      ["2101103", "项", "公务员医疗补助", "3.00"],
    ]);
    expect(findings).toEqual([]);
  });

  it("and leaves no finding behind that a piece is no row, but every one about its cells", () => {
    const { table, findings } = readWritten(`${WUHAN}
      | | | | 机关事业单位基本 | | | | | | |
      ---
      | 2080505 | < | < | 养老保险缴费支出 | 326.72 | | | | | |
      | 2080506 | < | < | 职业年金 | 1.00 | | | | | |
      ---
      | | | | 缴费支出 | | 12,34.5 | | | | |
    `);
    expect(table.rows.map((row) => row.key)).toEqual(["total", "2080505", "2080506"]);
    expect(told(findings)).toEqual(["number.bad-grouping warning 2080506 12,34.5"]);
  });

  it("does not run two rows together that both print an amount", () => {
    const { table } = readWritten(`${WUHAN}
      | 2080505 | < | < | 养老保险 | 326.72 | | | | | |
      ---
      | | | | 行政运行 | 1.00 | | | | | |
    `);
    expect(table.rows.map((row) => row.values.total)).toEqual(["2946.25", "326.72", "1.00"]);
  });

  it("gives each row the page on which its amounts stand", () => {
    const { table } = readWritten(
      `${WUHAN} | 2080505 | < | < | 养老保险 | 326.72 | | | | | |\n---\n| 2010601 | < | < | 行政运行 | 1.00 | | | | | |`,
    );
    expect(table.rows.map((row) => [row.page, row.evidence.total?.page])).toEqual([
      [1, 1],
      [1, 1],
      [2, 2],
    ]);
  });
});

describe("the total", () => {
  it.each(["合计", "合 计", "总计", "本年支出合计"])("may be called %s, first or last", (label) => {
    for (const rows of [
      [0, 1],
      [1, 0],
    ]) {
      const printed = [`| ${label} | < | 3.00 | 1.00 | 2.00 |`, "| 201 | 一般公共服务支出 | 3.00 | 1.00 | 2.00 |"];
      const { table } = readWritten(`
        一般公共预算财政拨款支出决算表
        | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        ${rows.map((i) => printed[i]).join("\n")}
      `);
      expect(table.rows.map((row) => row.key).sort()).toEqual(["201", "total"]);
    }
  });
});
