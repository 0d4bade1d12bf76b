import { describe, expect, it } from "vitest";
import { factsCsv, factsRows } from "../../src/output/facts-csv.js";
import { VALUES_COLUMNS, valuesCsv, valuesRows } from "../../src/output/values-csv.js";
import { sampleDisclosure } from "./sample.js";

describe("values.csv", () => {
  const rows = [...valuesRows(sampleDisclosure(), "某局")];

  it("has the contract's columns in the contract's order", () => {
    expect(valuesCsv(sampleDisclosure(), "某局").split("\r\n")[0]).toBe(
      "document,form,side,row_key,code,level,label,role,column,value,unit,page,x0,y0,x1,y1,source,confidence,text",
    );
    expect(Object.keys(rows[0] ?? {})).toEqual([...VALUES_COLUMNS]);
  });

  it("gives every column of every row, of a two-sided form those of the row's side", () => {
    expect(rows.map((row) => [row.form, row.row_key, row.column, row.value])).toEqual([
      ["income-expenditure-summary", "income.a", "amount", "1234.50"],
      ["income-expenditure-summary", "expenditure.a", "total", ""],
      ["income-by-function", "2080101", "total", "0.00"],
      ["income-by-function", "2080101", "other", ""],
      ["income-by-function", "2080101", "total", "0.00"],
      ["income-by-function", "2080101", "other", ""],
    ]);
  });

  it("gives the place, the source and the printed text of a value", () => {
    expect(rows[0]).toMatchObject({ page: "1", x0: "10", y0: "20.5", y1: "40.25", source: "text", text: "1,234.50" });
    expect(rows[2]).toMatchObject({ source: "ocr", confidence: "0.91" });
  });

  it("leaves the place of a blank cell without evidence empty, but for the row's page", () => {
    expect(rows[1]).toMatchObject({ label: "", value: "", page: "1", x0: "", source: "", confidence: "", text: "" });
  });
});

describe("facts.csv", () => {
  it("gives the facts of sections and of sub-sections under their own section", () => {
    const rows = [...factsRows(sampleDisclosure(), "某局")];
    expect(rows.map((row) => [row.section, row.path, row.value, row.page])).toEqual([
      ["general-budget", "total.amount", "1234.50", "3"],
      ["general-budget.detail", "b", "", "4"],
    ]);
    expect(factsCsv(sampleDisclosure(), "某局")).toContain(
      '某局,general-budget,total.amount,1234.50,万元,amount,2024,3,"收入\n1,234.50万元"\r\n',
    );
  });
});
