import { describe, expect, test } from "vitest";
import { checkDisclosure, type Evaluation, evaluate } from "../../src/checks/index.js";
import { type CompactInput, type CompactTable, inputFrom } from "./compact.js";
import { NINE_FORMS } from "./disclosure.js";

const of = (rule: string, input: CompactInput): Evaluation[] =>
  evaluate(inputFrom(input)).filter((evaluation) => evaluation.rule === rule);
const change = (form: string, how: (table: CompactTable) => CompactTable): CompactTable[] =>
  NINE_FORMS.map((table) => (table.id === form ? how(table) : table));
const without =
  (...keys: string[]) =>
  (table: CompactTable): CompactTable => ({ ...table, rows: table.rows.filter(([key]) => !keys.includes(key)) });
const only =
  (test: (key: string) => boolean) =>
  (table: CompactTable): CompactTable => ({ ...table, rows: table.rows.filter(([key]) => test(key)) });
const failed = (tables: CompactTable[]): string[] =>
  checkDisclosure(inputFrom({ tables })).map(({ rule, message }) => `${rule}: ${message}`);

describe("layouts that print less", () => {
  test("only 项 rows: 合计 is their sum, nothing is invented above them", () => {
    const tables = change(
      "income-by-function",
      only((key) => key === "total" || key.length === 7),
    );
    expect(failed(tables)).toEqual([]);
    expect(of("F02.col", { tables })[0]?.operands).toHaveLength(4);
    expect(of("F02.hier", { tables })).toMatchObject([{ status: "notApplicable" }]);
  });

  test("only 项 rows in 03, all levels in 05: parents are not missing from 03", () => {
    expect(
      failed(
        change(
          "expenditure-by-function",
          only((key) => key === "total" || key.length === 7),
        ),
      ),
    ).toEqual([]);
  });

  test("no 合计 row: other forms are compared with the top rows", () => {
    const tables = change("expenditure-by-function", without("total"));
    expect(failed(tables)).toEqual([]);
    expect(of("X0103.1", { tables })).toMatchObject([{ status: "ok", policy: { kind: "perOperand" } }]);
    expect(of("F03.col", { tables })).toMatchObject([{ status: "notApplicable" }]);
  });

  test("form 06 without its footers is summed from its classes", () => {
    const tables = change("general-budget-basic-expenditure", without("personnelTotal", "publicTotal"));
    expect(failed(tables)).toEqual([]);
    expect(of("X0506.1", { tables })[0]?.operands.map(({ place }) => place.row)).toEqual([
      "total",
      "301",
      "303",
      "302",
      "310",
    ]);
  });

  test("expenditure-only form of a fund: no balance to close, nothing but spending is compared with 04", () => {
    const tables = change("government-fund-budget", (table) => ({
      ...table,
      rows: table.rows.map(
        ([key, label, { expenditureTotal = null, expenditureBasic = null, expenditureProject = null }]) => [
          key,
          label,
          { expenditureTotal, expenditureBasic, expenditureProject },
        ],
      ),
    }));
    expect(failed(tables)).toEqual([]);
    expect(of("X0407.1", { tables }).map(({ instance }) => instance)).toEqual(["expenditureTotal"]);
    expect(of("F07.row", { tables }).every(({ instance }) => instance.endsWith("expenditure"))).toBe(true);
  });

  test("a form that is missing makes its identities not applicable, and says so", () => {
    const tables = NINE_FORMS.filter(({ id }) => id !== "expenditure-by-function");
    expect(failed(tables)).toEqual([]);
    for (const rule of ["F03.row", "X0103.1", "X0103.2", "X0305.1", "X0305.2"]) {
      expect(of(rule, { tables })).toMatchObject([
        { status: "notApplicable", note: "not in the document: form 03 expenditure-by-function" },
      ]);
    }
  });
});

describe("rows that are no operands", () => {
  test("placeholders of a template", () => {
    const input = inputFrom({
      tables: change("income-by-function", (table) => ({
        ...table,
        rows: [...table.rows, ["205", "教育支出", { total: "99.00" }]],
      })),
    });
    const sample = input.tables[1]?.rows.at(-1);
    if (sample !== undefined) sample.role = "placeholder";
    expect(checkDisclosure(input)).toEqual([]);
  });

  test("an all-blank document fails nothing", () => {
    const tables = NINE_FORMS.map((table) => ({
      ...table,
      rows: table.rows.map(([key, label, values]): CompactTable["rows"][number] => [
        key,
        label,
        Object.fromEntries(Object.keys(values).map((column) => [column, null])),
      ]),
    }));
    expect(checkDisclosure(inputFrom({ tables }))).toEqual([]);
  });
});

describe("units differ within one document", () => {
  const inYuan = (table: CompactTable): CompactTable => ({
    ...table,
    unit: "元",
    rows: table.rows.map(([key, label, values]) => [
      key,
      label,
      Object.fromEntries(
        Object.entries(values).map(([column, value]) => [
          column,
          value === null ? null : `${value.replace(".", "")}00.00`,
        ]),
      ),
    ]),
  });

  test("a 元 document with its 三公 form in 万元", () => {
    const tables = NINE_FORMS.map((table) => (table.id === "three-public-expenses" ? table : inYuan(table)));
    expect(failed(tables)).toEqual([]);
    expect(of("X0609.1", { amountUnit: "元", tables })).toMatchObject([{ instance: "reception", status: "ok" }]);
  });

  test("one 分 is an error in 元", () => {
    const tables = NINE_FORMS.map(inYuan).map((table) =>
      table.id !== "three-public-expenses"
        ? table
        : {
            ...table,
            rows: table.rows.map(([key, label, values]): CompactTable["rows"][number] => [
              key,
              label,
              { ...values, "final.total": "140000.01" },
            ]),
          },
    );
    expect(checkDisclosure(inputFrom({ tables }))).toMatchObject([
      { rule: "F09.1", severity: "error", tolerance: "0" },
    ]);
  });
});

describe("forms that may be empty", () => {
  const blank = (table: CompactTable): CompactTable => ({
    ...table,
    rows: table.rows
      .filter(([key]) => key === "total" || key === "values")
      .map(([key, label, values]) => [
        key,
        label,
        Object.fromEntries(Object.keys(values).map((column) => [column, null])),
      ]),
  });

  test("a blank fund form while 04 has the money", () => {
    const found = checkDisclosure(inputFrom({ tables: change("government-fund-budget", blank) }));
    expect(found.filter(({ rule }) => rule === "E07")).toMatchObject([
      { severity: "error", message: "form 07 is all blank, while form 04 prints 50.00 万元 (p. 4 and p. 7)" },
    ]);
  });

  test("a statement that the form is empty above figures", () => {
    const found = checkDisclosure(
      inputFrom({
        tables: change("government-fund-budget", (table) => ({ ...table, emptyStatement: "本表无数据。" })),
      }),
    );
    expect(found).toMatchObject([
      { rule: "E07", message: "form 07 says that it is empty, but prints 50.00 万元 (p. 7)" },
    ]);
  });

  test("a narrative that says 无 of a form with figures", () => {
    const found = checkDisclosure(inputFrom({ tables: [...NINE_FORMS], facts: [["governmentFund.isEmpty", "true"]] }));
    expect(found).toMatchObject([
      { rule: "E07", message: "the narrative says 无, but form 07 prints 50.00 万元 (p. 7)" },
    ]);
  });

  test("a blank 三公 form without a word, while the narrative has figures", () => {
    const tables = change("three-public-expenses", blank);
    expect(of("E09", { tables })).toMatchObject([{ status: "notApplicable" }]);
    const facts: CompactInput["facts"] = [["threePublic.overall.budget", "0.95", "万元"]];
    expect(of("E09", { tables, facts })).toMatchObject([
      {
        status: "fail",
        message: "form 09 is all blank and does not say why, while the narrative gives 0.95 万元 (p. 9 and p. 20)",
      },
    ]);
    const saying = change("three-public-expenses", (table) => ({
      ...blank(table),
      emptyStatement: "本部门无“三公”经费支出，故本表无数据。",
    }));
    expect(of("E09", { tables: saying })).toMatchObject([{ status: "ok" }]);
  });

  test("无支出 beside a budget is no contradiction", () => {
    const tables = change("three-public-expenses", (table) => ({
      ...table,
      rows: [
        [
          "values",
          null,
          { "budget.total": "0.95", "budget.reception": "0.95", "final.total": null, "final.reception": null },
        ],
      ],
    }));
    expect(of("E09", { tables, facts: [["threePublic.isEmpty", "true"]] })).toMatchObject([{ status: "ok" }]);
  });
});

describe("codes", () => {
  test("a code printed twice", () => {
    const tables = change("income-by-function", (table) => ({
      ...table,
      rows: [...table.rows, ["2120801", "征地和拆迁补偿支出", { total: null }]],
    }));
    expect(checkDisclosure(inputFrom({ tables }))).toMatchObject([
      { rule: "F02.dup", severity: "error", message: "code 2120801 is printed 2 times (p. 2)" },
    ]);
  });

  test("a code of 05 that 03 does not list", () => {
    const tables = change("expenditure-by-function", (table) => ({
      ...table,
      rows: table.rows.map(([key, label, values]) => [key === "2080102" ? "2080103" : key, label, values]),
    }));
    expect(of("X0305.2", { tables })).toMatchObject([
      { status: "fail", instance: "2080102", place: { table: "general-budget-expenditure", page: 5 } },
    ]);
  });
});
