import { describe, expect, test } from "vitest";
import { checkDisclosure, evaluate, identitiesByPlace, RULES } from "../../src/checks/index.js";
import { inputFrom } from "./compact.js";
import { NINE_FORMS } from "./disclosure.js";

const made = inputFrom({ tables: [...NINE_FORMS], facts: [["overview.total", "802", "万元"]] });

describe("evaluate", () => {
  const evaluations = evaluate(made);

  test("every identity says something, if only why it does not apply", () => {
    expect([...new Set(evaluations.map(({ rule }) => rule))]).toEqual(RULES.map(({ id }) => id));
    for (const { status, note } of evaluations) if (status === "notApplicable") expect(note).toBeTruthy();
  });

  test("every operand of a comparison has its place", () => {
    for (const { operands, status } of evaluations)
      if (status === "ok") for (const { place } of operands) expect(place.page).toBeGreaterThan(0);
  });

  test("what each cell and each statement takes part in", () => {
    const places = identitiesByPlace(evaluations);
    expect(places.get("general-budget-expenditure|total|basic")).toEqual([
      { rule: "F05.row", instance: "total", status: "ok" },
      { rule: "F05.col", instance: "basic", status: "ok" },
      { rule: "X0305.1", instance: "total basic", status: "ok" },
      { rule: "X0506.1", instance: "", status: "ok" },
    ]);
    expect(places.get("overview.total")).toEqual([{ rule: "N1.1", instance: "", status: "ok" }]);
  });
});

describe("findings", () => {
  test("have the contract's fields and no other", () => {
    const [finding] = checkDisclosure({
      ...made,
      tables: made.tables.filter(({ id }) => id !== "income-by-function"),
      sections: inputFrom({ facts: [["overview.total", "820", "万元"]] }).sections ?? [],
    });
    expect(finding).toEqual({
      rule: "N1.1",
      severity: "error",
      message: "narrative overview.total 820 differs from form 01 总计 802.00 by 18.00 (p. 1 and p. 20)",
      place: { page: 20, section: "narrative", path: "overview.total" },
      actual: "820",
      expected: "802.00",
      tolerance: "0.005",
      operands: [
        { place: { page: 20, section: "narrative", path: "overview.total" }, value: "820" },
        {
          place: { page: 1, table: "income-expenditure-summary", row: "income.grandTotal", column: "amount" },
          value: "802.00",
        },
      ],
      note: null,
    });
  });

  test("a document of no known form and no text has none", () => {
    expect(checkDisclosure(inputFrom({}))).toEqual([]);
  });

  test("a cell that could not be read is named in the failure that it leaves", () => {
    const tables = made.tables.map((table) =>
      table.id !== "three-public-expenses"
        ? table
        : {
            ...table,
            rows: table.rows.map((row) => ({
              ...row,
              values: { ...row.values, "final.reception": null },
              evidence: {
                "final.reception": {
                  text: "2.O0",
                  page: 9,
                  box: [0, 0, 1, 1] as [number, number, number, number],
                  source: "text" as const,
                },
              },
            })),
          },
    );
    const found = checkDisclosure({ ...made, tables }).find(({ rule }) => rule === "F09.1");
    expect(found?.note).toBe("could not be read, counted as 0: final.reception “2.O0”");
  });
});
