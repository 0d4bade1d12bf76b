import { describe, expect, it } from "vitest";
import { readWritten, told } from "./reading.js";

const values = (text: string) =>
  Object.fromEntries(readWritten(text).table.rows.map((row) => [row.key, Object.values(row.values).join(",")]));

const SUMMARY = `
  收入支出决算总表
  单位：万元
  | 收入 | < | 支出 | < |
  | 项目 | 决算数 | 项目 | 决算数 |
`;

const FISCAL = `
  财政拨款收入支出决算总表
  单位：万元
  | 收入 | < | 支出 | < | < | < | < |
  | 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
`;

describe("收入 beside 支出", () => {
  it("gives two rows for each printed one, by label and side", () => {
    const { table, findings } = readWritten(`${SUMMARY}
      | 一、一般公共预算财政拨款收入 | 2,940.05 | 一、一般公共服务支出 | 2,112.86 |
      | 八、其他收入 | 6.20 | 八、社会保障和就业支出 | |
      | 本年收入合计 | 2,946.25 | 本年支出合计 | 2,946.26 |
      | 使用非财政拨款结余 | | 结余分配 | 0.00 |
      | 年初结转和结余 | 0.01 | 年末结转和结余 | |
      | 总计 | 2,946.26 | 总计 | 2,946.26 |
    `);
    expect(table.rows.map((row) => [row.side, row.key, row.label, row.role, row.values.amount])).toEqual([
      ["income", "income.generalPublicBudgetAppropriation", "一、一般公共预算财政拨款收入", "item", "2940.05"],
      ["income", "income.otherIncome", "八、其他收入", "item", "6.20"],
      ["income", "income.currentYearIncomeTotal", "本年收入合计", "subtotal", "2946.25"],
      ["income", "income.nonFiscalSurplusUsed", "使用非财政拨款结余", "item", null],
      ["income", "income.openingBalance", "年初结转和结余", "item", "0.01"],
      ["income", "income.grandTotal", "总计", "total", "2946.26"],
      ["expenditure", "expenditure.function.201", "一、一般公共服务支出", "item", "2112.86"],
      ["expenditure", "expenditure.function.208", "八、社会保障和就业支出", "item", null],
      ["expenditure", "expenditure.currentYearExpenditureTotal", "本年支出合计", "subtotal", "2946.26"],
      ["expenditure", "expenditure.surplusDistribution", "结余分配", "item", "0.00"],
      ["expenditure", "expenditure.closingBalance", "年末结转和结余", "item", null],
      ["expenditure", "expenditure.grandTotal", "总计", "total", "2946.26"],
    ]);
    expect(findings).toEqual([]);
  });

  it("with 行次 and 栏次 gives line numbers; blank lines give no row", () => {
    const { table } = readWritten(`
      收入支出决算总表
      公开01表
      | 收入 | < | < | 支出 | < | < |
      | 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |
      | 栏次 | | 1 | 栏次 | | 2 |
      | 一、一般公共预算财政拨款收入 | 1 | 12.00 | 一、一般公共服务支出 | 31 | 12.00 |
      | | 9 | | 九、卫生健康支出 | 39 | |
      | 总计 | 30 | 12.00 | 总计 | 60 | 12.00 |
    `);
    expect(table.rows.map((row) => [row.key, row.lineNo, row.values.amount])).toEqual([
      ["income.generalPublicBudgetAppropriation", 1, "12.00"],
      ["income.grandTotal", 30, "12.00"],
      ["expenditure.function.201", 31, "12.00"],
      ["expenditure.function.210", 39, null],
      ["expenditure.grandTotal", 60, "12.00"],
    ]);
  });

  it("keys the functions by name, whatever their ordinals: 26 lines or 24", () => {
    const with26 = values(`${SUMMARY}
      | | | 二十四、债务还本支出 | 1.00 |
      | | | 二十五、债务付息支出 | 2.00 |
      | | | 二十六、抗疫特别国债安排的支出 | 3.00 |
    `);
    const with24 = values(`${SUMMARY} | | | 二十三、其他支出 | 1.00 |\n | | | 二十四、抗疫特别国债安排的支出 | 3.00 |`);
    expect(with26).toEqual({
      "expenditure.function.231": "1.00",
      "expenditure.function.232": "2.00",
      "expenditure.function.234": "3.00",
    });
    expect(with24).toEqual({ "expenditure.function.229": "1.00", "expenditure.function.234": "3.00" });
  });

  it("knows the names of earlier years", () => {
    expect(
      Object.keys(
        values(`${SUMMARY}
          | | | 七、文化体育与传媒支出 | 1.00 |
          | | | 九、医疗卫生与计划生育支出 | 1.00 |
          | | | 十八、国土海洋气象等支出 | 1.00 |
        `),
      ),
    ).toEqual(["expenditure.function.207", "expenditure.function.210", "expenditure.function.220"]);
  });

  it("tells labels apart that mean two things by what stands above them", () => {
    expect(
      values(`${FISCAL}
        | 一、一般公共预算财政拨款 | 10.00 | 一、一般公共服务支出 | 10.00 | 10.00 | | |
        | 二、政府性基金预算财政拨款 | 2.00 | 二、外交支出 | | | | |
        | 三、国有资本经营预算财政拨款 | | | | | | |
        | 本年收入合计 | 12.00 | 本年支出合计 | 10.00 | 10.00 | | |
        | 年初财政拨款结转和结余 | 3.00 | 年末财政拨款结转和结余 | 5.00 | 3.00 | 2.00 | |
        | 一、一般公共预算财政拨款 | 3.00 | | | | | |
        | 二、政府性基金预算财政拨款 | 0.00 | | | | | |
        | 三、国有资本经营预算财政拨款 | | | | | | |
        | 总计 | 15.00 | 总计 | 15.00 | 13.00 | 2.00 | |
      `),
    ).toEqual({
      "income.generalPublicBudget": "10.00",
      "income.governmentFund": "2.00",
      "income.stateCapital": "",
      "income.currentYearIncomeTotal": "12.00",
      "income.openingBalance": "3.00",
      "income.openingBalance.generalPublicBudget": "3.00",
      "income.openingBalance.governmentFund": "0.00",
      "income.openingBalance.stateCapital": "",
      "income.grandTotal": "15.00",
      "expenditure.function.201": "10.00,10.00,,",
      "expenditure.function.202": ",,,",
      "expenditure.currentYearExpenditureTotal": "10.00,10.00,,",
      "expenditure.closingBalance": "5.00,3.00,2.00,",
      "expenditure.grandTotal": "15.00,13.00,2.00,",
    });
  });

  it("and so where the parts are told by 其中 or without ordinals", () => {
    expect(
      Object.keys(
        values(`${FISCAL}
          | 一、一般公共预算财政拨款 | 10.00 | | | | | |
          | 年初财政拨款结转和结余 | 3.00 | | | | | |
          | 其中：一般公共预算财政拨款 | 3.00 | | | | | |
          | 政府性基金预算财政拨款 | | | | | | |
        `),
      ),
    ).toEqual([
      "income.generalPublicBudget",
      "income.openingBalance",
      "income.openingBalance.generalPublicBudget",
      "income.openingBalance.governmentFund",
    ]);
  });

  it("keeps a row that it does not know, with a finding", () => {
    const { table, findings } = readWritten(`${SUMMARY} | 九、彩票公益金收入 | 1.00 | 三十、太空支出 | 2.00 |`);
    expect(table.rows.map((row) => [row.key, row.values.amount])).toEqual([
      ["income.unlisted-2", "1.00"],
      ["expenditure.unlisted-2", "2.00"],
    ]);
    expect(told(findings)).toEqual([
      "form.unknown-row warning income.unlisted-2 九、彩票公益金收入",
      "form.unknown-row warning expenditure.unlisted-2 三十、太空支出",
    ]);
  });

  it("keeps an amount without a label, with a finding", () => {
    const { table, findings } = readWritten(`${SUMMARY} | | 1.00 | 一、一般公共服务支出 | 2.00 |`);
    expect(table.rows.map((row) => row.values.amount)).toEqual(["1.00", "2.00"]);
    expect(told(findings)).toEqual(["form.unknown-row warning income.unlisted-2"]);
  });

  it("puts a label together that the page's end cut", () => {
    const { table, findings } = readWritten(`${SUMMARY}
      | 三、国有资本经营预算 | | 七、文化旅游体育与 | 1.00 |
      ---
      | 财政拨款收入 | 5.00 | 传媒支出 | |
      | 四、上级补助收入 | | 八、社会保障和就业支出 | |
    `);
    expect(table.rows.map((row) => [row.key, row.label, row.values.amount])).toEqual([
      ["income.stateCapitalAppropriation", "三、国有资本经营预算财政拨款收入", "5.00"],
      ["income.superiorSubsidy", "四、上级补助收入", null],
      ["expenditure.function.207", "七、文化旅游体育与传媒支出", "1.00"],
      ["expenditure.function.208", "八、社会保障和就业支出", null],
    ]);
    expect(findings).toEqual([]);
  });

  it("leaves findings of no earlier half behind, and no number is lost when the halves both print", () => {
    const { table } = readWritten(`${SUMMARY}
      | 三、国有资本经营预算 | 1.00 | | |
      ---
      | 财政拨款收入 | 5.00 | | |
    `);
    expect(table.rows.map((row) => row.values.amount)).toEqual(["1.00", "5.00"]);
  });
});
