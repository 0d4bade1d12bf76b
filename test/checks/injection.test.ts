import { describe, expect, test } from "vitest";
import { checkDisclosure, evaluate } from "../../src/checks/index.js";
import type { Finding } from "../../src/model/index.js";
import { type CompactTable, inputFrom } from "./compact.js";
import { NINE_FORMS } from "./disclosure.js";

/** Another first digit: what a misreading or a typing error does to an amount. */
const spoil = (value: string): string => `${value.startsWith("9") ? "8" : "9"}${value.slice(1)}`;

function spoiled(form: string, key: string, column: string): CompactTable[] {
  return NINE_FORMS.map((table) =>
    table.id !== form
      ? table
      : {
          ...table,
          rows: table.rows.map(([k, label, values]) => [
            k,
            label,
            k === key ? { ...values, [column]: spoil(values[column] ?? "0") } : values,
          ]),
        },
  );
}

const failures = (tables: readonly CompactTable[]): Finding[] =>
  checkDisclosure(inputFrom({ tables: [...tables] })).filter(({ severity }) => severity !== "info");

const CELLS = NINE_FORMS.flatMap((table) =>
  table.rows.flatMap(([key, , values]) =>
    Object.entries(values).flatMap(([column, value]) =>
      value === null ? [] : [{ form: table.id, page: table.page ?? 0, key, column }],
    ),
  ),
);

describe("one wrong digit", () => {
  test("the forms as made hold every identity exactly", () => {
    const statuses = new Set(evaluate(inputFrom({ tables: [...NINE_FORMS] })).map(({ status }) => status));
    expect([...statuses].sort()).toEqual(["notApplicable", "ok"]);
  });

  test.each(CELLS)("$form $key $column is reported, with its page", ({ form, page, key, column }) => {
    const found = failures(spoiled(form, key, column));
    const naming = found.filter(({ operands }) =>
      operands.some(
        ({ place }) => place.table === form && place.row === key && place.column === column && place.page === page,
      ),
    );
    expect(naming.length).toBeGreaterThan(0);
    for (const finding of naming) expect(finding.message).toMatch(new RegExp(`\\((p|pp)\\. .*\\b${page}\\b`));
  });

  const REPORTED: [string, string, string, string[]][] = [
    ["income-expenditure-summary", "income.otherIncome", "amount", ["F01.1", "X0102.3"]],
    [
      "income-expenditure-summary",
      "income.generalPublicBudgetAppropriation",
      "amount",
      ["F01.1", "X0102.2", "X0104.1"],
    ],
    ["income-expenditure-summary", "income.currentYearIncomeTotal", "amount", ["F01.1", "F01.2", "X0102.1"]],
    ["income-expenditure-summary", "income.grandTotal", "amount", ["F01.2", "F01.5"]],
    ["income-expenditure-summary", "expenditure.function.212", "amount", ["F01.3", "X0103.2"]],
    ["income-expenditure-summary", "expenditure.surplusDistribution", "amount", ["F01.4"]],
    ["income-by-function", "2080102", "otherIncome", ["F02.row", "F02.hier"]],
    ["income-by-function", "208", "total", ["F02.row", "F02.col", "F02.hier"]],
    ["income-by-function", "total", "fiscalAppropriation", ["F02.row", "F02.col", "X0102.2", "X0204.1"]],
    ["expenditure-by-function", "2080101", "basic", ["F03.row", "F03.hier"]],
    ["expenditure-by-function", "total", "total", ["F03.row", "F03.col", "X0103.1"]],
    ["expenditure-by-function", "212", "total", ["F03.row", "F03.col", "F03.hier", "X0103.2"]],
    ["fiscal-appropriation-summary", "income.openingBalance.generalPublicBudget", "amount", ["F04.2", "F04.7"]],
    ["fiscal-appropriation-summary", "income.openingBalance", "amount", ["F04.2", "F04.3", "X0104.3"]],
    [
      "fiscal-appropriation-summary",
      "expenditure.function.208",
      "generalPublicBudget",
      ["F04.4", "F04.row", "X0405.2"],
    ],
    ["fiscal-appropriation-summary", "expenditure.function.212", "total", ["F04.4", "F04.row", "X0104.2"]],
    [
      "fiscal-appropriation-summary",
      "expenditure.currentYearExpenditureTotal",
      "governmentFund",
      ["F04.4", "F04.5", "F04.row", "F04.7", "X0407.1"],
    ],
    ["fiscal-appropriation-summary", "expenditure.grandTotal", "total", ["F04.5", "F04.row", "F04.6"]],
    ["general-budget-expenditure", "2080102", "project", ["F05.row", "F05.hier", "X0305.1"]],
    ["general-budget-expenditure", "total", "total", ["F05.row", "F05.col", "X0305.1", "X0405.1"]],
    ["general-budget-expenditure", "total", "basic", ["F05.row", "F05.col", "X0305.1", "X0506.1"]],
    ["general-budget-basic-expenditure", "30101", "amount", ["F06.cls"]],
    ["general-budget-basic-expenditure", "301", "amount", ["F06.cls", "F06.1"]],
    ["general-budget-basic-expenditure", "310", "amount", ["F06.cls", "F06.2"]],
    ["general-budget-basic-expenditure", "publicTotal", "amount", ["F06.2", "X0506.1"]],
    ["general-budget-basic-expenditure", "30217", "amount", ["F06.cls", "X0609.1"]],
    ["government-fund-budget", "2120801", "expenditureProject", ["F07.row", "F07.hier", "X0305.1"]],
    ["government-fund-budget", "total", "income", ["F07.row", "F07.col", "X0407.1"]],
    ["three-public-expenses", "values", "budget.vehiclePurchase", ["F09.2"]],
    ["three-public-expenses", "values", "final.vehicleSubtotal", ["F09.1", "F09.2"]],
    ["three-public-expenses", "values", "final.abroad", ["F09.1"]],
  ];

  test.each(REPORTED)("%s %s %s is reported by %j", (form, key, column, rules) => {
    expect([...new Set(failures(spoiled(form, key, column)).map(({ rule }) => rule))]).toEqual(rules);
  });
});
