import { describe, expect, it } from "vitest";
import { editDistance, snapRows } from "../../src/forms/read/snap-rows.js";
import type { TableRow } from "../../src/model/index.js";
import { NINE } from "./reading.js";

const SUMMARY = NINE.find(({ id }) => id === "income-expenditure-summary");

function row(key: string, label: string): TableRow {
  return {
    key,
    code: null,
    level: null,
    label,
    role: "item",
    side: "expenditure",
    page: 2,
    values: { amount: "1.00" },
    evidence: {},
  };
}

function snapped(...rows: TableRow[]): { keys: string[]; told: string[] } {
  if (SUMMARY === undefined) throw new Error("the form is not known");
  const { rows: all, findings } = snapRows({ columns: [], rows, findings: [] }, SUMMARY);
  return { keys: all.map(({ key }) => key), told: findings.map(({ message }) => message) };
}

describe("snapRows", () => {
  it("takes a misread label for the form's nearest row, and says so", () => {
    const { keys, told } = snapped(row("expenditure.unlisted-21", "十九、住房保障支出例"));
    expect(keys).toEqual(["expenditure.function.221"]);
    expect(told).toEqual([
      'income-expenditure-summary: the form has no row "十九、住房保障支出例" (p. 2); on a scan it is taken for "住房保障支出", one character away',
    ]);
  });

  it("takes a label with a stamp's characters behind it for the row", () => {
    expect(snapped(row("expenditure.unlisted-26", "二十四、债务还本支出财务专用")).keys).toEqual([
      "expenditure.function.231",
    ]);
  });

  it("leaves what is far from every row, what is near to two, and a row that is there", () => {
    expect(snapped(row("expenditure.unlisted-3", "三十、太空支出")).keys).toEqual(["expenditure.unlisted-3"]);
    const there = row("expenditure.function.221", "住房保障支出");
    expect(snapped(there, row("expenditure.unlisted-4", "住房保障支出出")).keys).toEqual([
      "expenditure.function.221",
      "expenditure.unlisted-4",
    ]);
  });
});

describe("editDistance", () => {
  it("counts characters inserted, dropped and replaced", () => {
    expect(editDistance("", "支出")).toBe(2);
    expect(editDistance("支茁", "支出")).toBe(1);
    expect(editDistance("其出他", "其他")).toBe(1);
    expect(editDistance("支出", "支出")).toBe(0);
  });
});
