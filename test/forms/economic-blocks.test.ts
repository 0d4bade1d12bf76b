import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/checks/index.js";
import { readWritten, told } from "./reading.js";

const document = {
  kind: "final-accounts" as const,
  scope: null,
  fiscalYear: null,
  title: null,
  entity: null,
  amountUnit: null,
};

const rows = (text: string) =>
  readWritten(text).table.rows.map((row) => [row.key, row.block, row.level, row.label, row.values.amount]);

/** Two blocks, code in one cell (Shanghai). */
const TWO = `
  一般公共预算财政拨款基本支出决算表
  单位：万元
  | 人员经费 | < | < | 公用经费 | < | < |
  | 经济分类科目编码 | 科目名称 | 决算数 | 经济分类科目编码 | 科目名称 | 决算数 |
`;

describe("blocks of economic codes beside each other", () => {
  it("give one row for each code, block by block, and the footers", () => {
    expect(
      rows(`${TWO}
        | 301 | 工资福利支出 | 1,400.00 | 302 | 商品和服务支出 | 100.00 |
        | 30101 | 基本工资 | 400.00 | 30201 | 办公费 | 0.00 |
        | 303 | 对个人和家庭的补助 | 11.89 | 310 | 资本性支出 | |
        | 30309 | 奖励金 | 0.31 | 31002 | 办公设备购置 | - |
        | 人员经费合计 | < | 1,411.89 | 公用经费合计 | < | 100.00 |
      `),
    ).toEqual([
      ["301", "personnel", "类", "工资福利支出", "1400.00"],
      ["30101", "personnel", "款", "基本工资", "400.00"],
      ["303", "personnel", "类", "对个人和家庭的补助", "11.89"],
      ["30309", "personnel", "款", "奖励金", "0.31"],
      ["302", "public", "类", "商品和服务支出", "100.00"],
      ["30201", "public", "款", "办公费", "0.00"],
      ["310", "public", "类", "资本性支出", null],
      ["31002", "public", "款", "办公设备购置", null],
      ["personnelTotal", "personnel", null, "人员经费合计", "1411.89"],
      ["publicTotal", "public", null, "公用经费合计", "100.00"],
    ]);
  });

  it("take 款 alone for a row of the 类 above, also over a page's end", () => {
    expect(
      rows(`
        一般公共预算财政拨款基本支出决算表
        单位：万元
        | 人员经费 | < | < | < | 公用经费 | < | < | < |
        | 科目编码 | < | 科目名称 | 决算数 | 科目编码 | < | 科目名称 | 决算数 |
        | 类 | 款 | ^ | ^ | 类 | 款 | ^ | ^ |
        | 301 | 01 | 基本工资 | 60.00 | 302 | 01 | 办公费 | 15.00 |
        | 303 | | 对个人和家庭的补助 | 8.00 | 310 | | 资本性支出 | 3.00 |
        ---
        | | 01 | 离休费 | | | 02 | 办公设备购置 | |
        | | 02 | 退休费 | 8.00 | | 03 | 专用设备购置 | 3.00 |
      `),
    ).toEqual([
      ["30101", "personnel", "款", "基本工资", "60.00"],
      ["303", "personnel", "类", "对个人和家庭的补助", "8.00"],
      ["30301", "personnel", "款", "离休费", null],
      ["30302", "personnel", "款", "退休费", "8.00"],
      ["30201", "public", "款", "办公费", "15.00"],
      ["310", "public", "类", "资本性支出", "3.00"],
      ["31002", "public", "款", "办公设备购置", null],
      ["31003", "public", "款", "专用设备购置", "3.00"],
    ]);
  });

  it("may be three (Wuhan), of different length", () => {
    expect(
      rows(`
        一般公共预算财政拨款基本支出决算明细表
        公开06表
        | 人员经费 | < | < | 公用经费 | < | < | < | < | < |
        | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
        | 301 | 工资福利支出 | 9.00 | 302 | 商品和服务支出 | 5.00 | 310 | 资本性支出 | 1.00 |
        | 30101 | 基本工资 | 9.00 | 30201 | 办公费 | 5.00 | | | |
        | 人员经费合计 | < | 9.00 | 公用经费合计 | < | < | < | < | 6.00 |
      `),
    ).toEqual([
      ["301", "personnel", "类", "工资福利支出", "9.00"],
      ["30101", "personnel", "款", "基本工资", "9.00"],
      ["302", "public", "类", "商品和服务支出", "5.00"],
      ["30201", "public", "款", "办公费", "5.00"],
      ["310", "public", "类", "资本性支出", "1.00"],
      ["personnelTotal", "personnel", null, "人员经费合计", "9.00"],
      ["publicTotal", "public", null, "公用经费合计", "6.00"],
    ]);
  });

  it("may have their code in two cells, 类 and 款", () => {
    expect(
      rows(`
        一般公共预算财政拨款基本支出决算表
        | 人员经费 | < | < | < | 公用经费 | < | < | < |
        | 经济分类科目编码 | < | 科目名称 | 决算数 | 经济分类科目编码 | < | 科目名称 | 决算数 |
        | 类 | 款 | ^ | ^ | 类 | 款 | ^ | ^ |
        | 301 | | 工资福利支出 | 9.00 | 302 | | 商品和服务支出 | 5.00 |
        | 301 | 01 | 基本工资 | 9.00 | 302 | 01 | 办公费 | 5.00 |
        | 人员经费合计 | < | < | 9.00 | 公用经费合计 | < | < | 5.00 |
      `).map(([key, , , label, amount]) => [key, label, amount]),
    ).toEqual([
      ["301", "工资福利支出", "9.00"],
      ["30101", "基本工资", "9.00"],
      ["302", "商品和服务支出", "5.00"],
      ["30201", "办公费", "5.00"],
      ["personnelTotal", "人员经费合计", "9.00"],
      ["publicTotal", "公用经费合计", "5.00"],
    ]);
  });

  it("without a footer have none", () => {
    expect(rows(`${TWO} | 301 | 工资福利支出 | 9.00 | 302 | 商品和服务支出 | 5.00 |`)).toHaveLength(2);
  });

  it("keep a row without a code, with a finding", () => {
    const { table, findings } = readWritten(`${TWO} | | 离休人员经费 | 9.00 | 302 | 商品和服务支出 | 5.00 |`);
    expect(table.rows.map((row) => [row.key, row.values.amount])).toEqual([
      ["unlisted-2", "9.00"],
      ["302", "5.00"],
    ]);
    expect(told(findings)).toEqual(["form.row-without-code warning unlisted-2 离休人员经费"]);
  });

  it("have a code that stands before the name in its cell", () => {
    expect(
      rows(`
        一般公共预算财政拨款基本支出决算表
        | 人员经费 | < | 公用经费 | < |
        | 科目名称 | 决算数 | 科目名称 | 决算数 |
        | 301工资福利支出 | 9.00 | 302 商品和服务支出 | 5.00 |
      `).map(([key, , , label, amount]) => [key, label, amount]),
    ).toEqual([
      ["301", "工资福利支出", "9.00"],
      ["302", "商品和服务支出", "5.00"],
    ]);
  });

  it("go on over pages: repeated header left out, cut labels put together block by block", () => {
    const { table, findings } = readWritten(`${TWO}
      | 301 | 工资福利支出 | 9.00 | 302 | 商品和 | 5.00 |
      ---
      +| 人员经费 | < | < | 公用经费 | < | < |
      +| 经济分类科目编码 | 科目名称 | 决算数 | 经济分类科目编码 | 科目名称 | 决算数 |
      | 30101 | 基本工资 | 9.00 | | 服务支出 | |
      | | | | 30201 | 办公费 | 5.00 |
    `);
    expect(table.rows.map((row) => [row.key, row.label, row.page])).toEqual([
      ["301", "工资福利支出", 1],
      ["30101", "基本工资", 2],
      ["302", "商品和服务支出", 1],
      ["30201", "办公费", 2],
    ]);
    expect(findings).toEqual([]);
  });

  it("leave nothing of a label behind whose code stands on the next page", () => {
    const { table, findings } = readWritten(`${TWO}
      | 301 | 工资福利支出 | 9.00 | | 商品和 | |
      ---
      | 30101 | 基本工资 | 9.00 | 302 | 服务支出 | 5.00 |
    `);
    expect(table.rows.map((row) => [row.key, row.label])).toEqual([
      ["301", "工资福利支出"],
      ["30101", "基本工资"],
      ["302", "商品和服务支出"],
    ]);
    expect(findings).toEqual([]);
  });

  it("may be one, with 人员经费 and 公用经费 beside 合计", () => {
    const { table } = readWritten(`
      一般公共预算财政拨款基本支出决算表
      | 经济分类科目 | < | 本年支出 | < | < |
      | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
      | 301 | 工资福利支出 | 5.00 | 5.00 | |
      | 302 | 商品和服务支出 | 4.00 | | 4.00 |
      | 合计 | < | 9.00 | 5.00 | 4.00 |
    `);
    expect(table.columns.map(({ key }) => key)).toEqual(["amount", "personnel", "public"]);
    expect(table.rows.map((row) => [row.key, row.role, ...Object.values(row.values)])).toEqual([
      ["301", "subtotal", "5.00", "5.00", null],
      ["302", "subtotal", "4.00", null, "4.00"],
      ["total", "total", "9.00", "5.00", "4.00"],
    ]);
  });

  it("that are one have their sums held: over the columns, and over the classes", () => {
    const told = (text: string) =>
      evaluate({ document, tables: [readWritten(text).table] })
        .filter(({ status }) => status === "fail")
        .map(({ rule, instance }) => `${rule} ${instance}`);
    const form = (total: string, salaries: string) => `
      一般公共预算财政拨款基本支出决算表
      | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
      | 合计 | < | ${total} | 5.00 | 4.00 |
      | 301 | 工资福利支出 | 5.00 | ${salaries} | |
      | 302 | 商品和服务支出 | 4.00 | | 4.00 |`;
    expect(told(form("9.00", "5.00"))).toEqual([]);
    expect(told(form("9.20", "5.00"))).toEqual(["D.columns total amount", "D.total amount"]);
    expect(told(form("9.00", "5.10"))).toEqual(["D.columns 301 amount", "D.total personnel"]);
  });

  it("keep a block's own 合计 beside the rows of another", () => {
    const { table } = readWritten(`${TWO}
      | 301 | 工资福利支出 | 1,400.00 | 302 | 商品和服务支出 | 100.00 |
      | 合计 | < | 1,400.00 | 310 | 资本性支出 | 5.00 |
      | | | | 31002 | 办公设备购置 | 5.00 |
    `);
    expect(table.rows.map((row) => [row.label, row.values.amount])).toEqual([
      ["工资福利支出", "1400.00"],
      ["合计", "1400.00"],
      ["商品和服务支出", "100.00"],
      ["资本性支出", "5.00"],
      ["办公设备购置", "5.00"],
    ]);
  });

  it("are not added up over a column that the form does not know, nor without the classes that are printed", () => {
    const failed = (text: string) =>
      evaluate({ document, tables: [readWritten(text).table] }).filter(({ status }) => status === "fail");
    expect(
      failed(`
        一般公共预算财政拨款基本支出决算表
        | 科目编码 | 科目名称 | 合计 | 人员经费 | 日常公用经费 | 项目公用经费 |
        | 合计 | < | 160.00 | 100.00 | 50.00 | 10.00 |
        | 301 | 工资福利支出 | 100.00 | 100.00 | | |
        | 302 | 商品和服务支出 | 60.00 | | 50.00 | 10.00 |`),
    ).toEqual([]);
    expect(
      failed(`
        一般公共预算财政拨款基本支出决算表
        | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
        | 合计 | < | 160.00 | 100.00 | 60.00 |
        | 301 | 工资福利支出 | 100.00 | 100.00 | |
        | 30201 | 办公费 | 50.00 | | 50.00 |
        | 304 | 对企事业单位的补贴 | 10.00 | | 10.00 |`),
    ).toEqual([]);
  });

  it("take the name from the code's cell where its own is empty", () => {
    expect(
      rows(`${TWO}
        | 301 工资福利支出 | | 60.00 | 302 | 商品和服务支出 | 15.00 |
        | 30101基本工资 | | 60.00 | 30201 | 办公费 | 15.00 |
      `),
    ).toEqual([
      ["301", "personnel", "类", "工资福利支出", "60.00"],
      ["30101", "personnel", "款", "基本工资", "60.00"],
      ["302", "public", "类", "商品和服务支出", "15.00"],
      ["30201", "public", "款", "办公费", "15.00"],
    ]);
  });

  it("put a code together that the page's end tore", () => {
    const { table, findings } = readWritten(`${TWO}
      | 3030 | 离休费 | 47.76 | 3021 | 培训费 | |
      ---
      | 1 | | | 6 | | |
      | 30302 | 退休费 | 1.00 | 30217 | 公务接待费 | 3.66 |
    `);
    expect(table.rows.map((row) => [row.key, row.label, row.block, row.values.amount])).toEqual([
      ["30301", "离休费", "personnel", "47.76"],
      ["30302", "退休费", "personnel", "1.00"],
      ["30216", "培训费", "public", null],
      ["30217", "公务接待费", "public", "3.66"],
    ]);
    expect(findings).toEqual([]);
  });

  it("with budget and final accounts in each block keep both", () => {
    const { table } = readWritten(`
      一般公共预算财政拨款基本支出决算表
      | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 |
      | 30101 | 基本工资 | 9.00 | 30201 | 办公费 | 5.00 |
    `);
    expect(table.rows.map((row) => row.values.amount)).toEqual(["9.00", "5.00"]);
  });
});
