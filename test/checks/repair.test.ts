import { describe, expect, test } from "vitest";
import { type CheckInput, evaluate, proposeRepairs, type Repair } from "../../src/checks/index.js";
import { oneSlipApart } from "../../src/checks/repair-evidence.js";
import type { Evidence } from "../../src/model/index.js";
import { inputFrom } from "./compact.js";
import { NINE_FORMS } from "./disclosure.js";
import { inputOf, readTruth } from "./truth.js";

const repairs = (input: CheckInput): Repair[] => proposeRepairs(evaluate(input), input.tables);

interface Change {
  table: string;
  row: string;
  column: string;
  value: string | null;
  /** What is printed in the cell instead. */
  text?: string;
  label?: string | null;
  source?: Evidence["source"];
  confidence?: number;
  readings?: string[];
}

/** The input with one cell printed otherwise. */
function changed(
  input: CheckInput,
  { table, row, column, value, text, label, source = "text", confidence = 1, readings = [] }: Change,
): CheckInput {
  const evidence: Evidence = {
    text: text ?? value ?? "",
    page: 1,
    box: [0, 0, 1, 1],
    source,
    confidence,
    readings: readings.map((reading, i) => ({ engine: `engine ${i}`, text: reading, confidence: 0.9 })),
  };
  const tables = input.tables.map((form) =>
    form.id !== table
      ? form
      : {
          ...form,
          rows: form.rows.map((one) =>
            one.key !== row
              ? one
              : {
                  ...one,
                  label: label === undefined ? one.label : label,
                  values: { ...one.values, [column]: value },
                  evidence: { ...one.evidence, [column]: evidence },
                },
          ),
        },
  );
  return { ...input, tables };
}

const made = inputFrom({ tables: [...NINE_FORMS] });
const originalOf = ({ table, row, column }: Repair | Change): string | null | undefined =>
  made.tables.find(({ id }) => id === table)?.rows.find(({ key }) => key === row)?.values[column];

const CELLS = made.tables.flatMap((table) =>
  table.rows.flatMap(({ key, values }) =>
    Object.entries(values).flatMap(([column, value]) =>
      value === null ? [] : [{ table: table.id, row: key, column, value }],
    ),
  ),
);

describe("one wrong digit in a text layer", () => {
  const outcomes = CELLS.map((cell) => {
    const wrong = `${cell.value.startsWith("9") ? "8" : "9"}${cell.value.slice(1)}`;
    return { cell, proposed: repairs(changed(made, { ...cell, value: wrong })) };
  });

  test("what is proposed is what was there, in the cell that is wrong", () => {
    for (const { cell, proposed } of outcomes) {
      for (const repair of proposed)
        expect({ ...repair, proposal: repair.proposal.value }).toMatchObject({
          table: cell.table,
          row: cell.row,
          column: cell.column,
          proposal: cell.value,
        });
    }
  });

  test("most cells take part in enough identities to be found", () => {
    expect(outcomes.filter(({ proposed }) => proposed.length > 0).length / outcomes.length).toBeGreaterThan(0.6);
  });
});

describe("one cell that could not be read", () => {
  test.each(CELLS)("$table $row $column", (cell) => {
    const proposed = repairs(changed(made, { ...cell, value: null, text: "4?8.57" }));
    for (const repair of proposed) expect(repair.proposal.value).toBe(originalOf(repair));
    expect(proposed.map(({ table, row, column }) => ({ table, row, column }))).toEqual([
      { table: cell.table, row: cell.row, column: cell.column },
    ]);
  });
});

describe("what the print says decides between cells that mend one identity alike", () => {
  const cell = { table: "general-budget-basic-expenditure", row: "30101", column: "amount" };

  test("a single identity and no trace: nothing is proposed", () => {
    expect(repairs(changed(made, { ...cell, value: "260.00" }))).toEqual([]);
    expect(repairs(changed(made, { ...cell, value: null, text: "" }))).toEqual([]);
  });

  test("a doubtful OCR reading one digit away; a sure one is left alone", () => {
    const proposal = { value: "250.00", because: ["F06.cls"], kind: "misread" };
    const misread: Change = { ...cell, value: "260.00", source: "ocr" };
    expect(repairs(changed(made, { ...misread, confidence: 0.6 }))).toEqual([{ ...cell, proposal }]);
    expect(repairs(changed(made, misread))).toEqual([]);
    expect(repairs(changed(made, { ...misread, confidence: 0.6, readings: ["260.00", "260.00"] }))).toEqual([]);
  });

  test("an unreadable scanned cell, when a part of the value was seen", () => {
    const unreadable: Change = { ...cell, value: null, source: "ocr", confidence: 0.4, text: "2画0.00" };
    expect(repairs(changed(made, unreadable))).toEqual([
      { ...cell, proposal: { value: "250.00", because: ["F06.cls"], kind: "unreadable" } },
    ]);
    expect(repairs(changed(made, { ...unreadable, text: "测9.7例" }))).toEqual([]);
    // Two cells' figures, whose rule was lost.
    expect(repairs(changed(made, { ...unreadable, text: "250.0 ★ 0.88" }))).toEqual([]);
  });

  test("no blank of a scanned row", () => {
    const total = { table: "income-by-function", row: "2120801", column: "total" };
    const wrong = changed(made, { ...total, value: "1.00", source: "ocr" });
    expect(repairs(wrong).filter(({ column }) => column !== "total")).toEqual([]);
  });

  test("no scanned cell by an identity in which another is doubtful", () => {
    const other: Change = { ...cell, row: "30102", value: "61.00", source: "ocr", confidence: 0.5, text: "61.00" };
    const input = changed(made, { ...cell, value: "260.00", source: "ocr", confidence: 0.6 });
    expect(repairs(changed(input, other))).toEqual([]);
  });

  test("a cell that lost its label and its amount", () => {
    const proposal = { value: "250.00", because: ["F06.cls"], kind: "lost" };
    expect(repairs(changed(made, { ...cell, value: null, text: "", label: null }))).toEqual([{ ...cell, proposal }]);
  });

  test("another engine's reading", () => {
    const proposal = { value: "250.00", because: ["F06.cls"], kind: "other-reading" };
    expect(repairs(changed(made, { ...cell, value: "137.42", readings: ["250.00"] }))).toEqual([{ ...cell, proposal }]);
  });

  test("printed values are not touched", () => {
    const input = changed(made, { ...cell, value: null, text: "?" });
    const before = JSON.stringify(input);
    repairs(input);
    expect(JSON.stringify(input)).toBe(before);
  });
});

test("what the text says does not fill a form", () => {
  const tables = NINE_FORMS.map((table) =>
    table.id !== "three-public-expenses"
      ? table
      : {
          ...table,
          rows: table.rows.map(([key, label, values]): (typeof table.rows)[number] => [
            key,
            label,
            Object.fromEntries(Object.keys(values).map((column) => [column, null])),
          ]),
        },
  );
  expect(repairs(inputFrom({ tables, facts: [["threePublic.overall.budget", "18.00", "万元"]] }))).toEqual([]);
});

describe("Wuhan 2024, as its OCR text has it (SPEC §7)", () => {
  const truth = readTruth("spec/wuhan-2024.truth.json");

  test.skipIf(truth === null)("nothing is proposed for what is printed", () => {
    if (truth !== null) expect(repairs(inputOf(truth))).toEqual([]);
  });

  test.skipIf(truth === null)("奖金 is found from its class", () => {
    if (truth === null) return;
    const cell = { table: "general-budget-basic-expenditure", row: "30103", column: "amount" };
    expect(repairs(changed(inputOf(truth), { ...cell, value: null, label: null }))).toEqual([
      { ...cell, proposal: { value: "7167.25", because: ["F06.cls"], kind: "lost" } },
    ]);
  });

  test.skipIf(truth === null)("three rows of form 05 whose cells ran into each other", () => {
    if (truth === null) return;
    const form = "general-budget-expenditure";
    const lost: Change[] = [
      { table: form, row: "2080501", column: "total", value: null, text: "478.57 478.57" },
      { table: form, row: "2080501", column: "basic", value: null, text: "478.57 478.57" },
      { table: form, row: "2080505", column: "basic", value: null, text: "2,817.88 102.40" },
      { table: form, row: "2080506", column: "basic", value: null, text: "" },
    ];
    const found = repairs(lost.reduce(changed, inputOf(truth)));
    expect(found.map(({ row, column, proposal }) => `${row} ${column} ${proposal.value}`).sort()).toEqual([
      "2080501 basic 478.57",
      "2080501 total 478.57",
      "2080505 basic 2817.88",
      "2080506 basic 102.40",
    ]);
  });

  test.skipIf(truth === null)("the missing score of project 2", () => {
    if (truth === null) return;
    const input = inputOf(truth);
    const performance = (input.performance ?? []).map((table) =>
      table.id === "performance.project.2" && table.execution !== null
        ? { ...table, execution: { ...table.execution, score: null } }
        : table,
    );
    const proposal = { value: "13.79", because: ["P1", "P4"], kind: "identities" };
    expect(repairs({ ...input, performance })).toEqual([
      { table: "performance.project.2", row: "execution", column: "score", proposal },
    ]);
  });
});

describe.each([
  "department/sh-putuo-finance-2024",
  "department/sh-putuo-finance-2024-tampered",
  "department/sh-putuo-planning-2024",
])("published: %s", (name) => {
  const truth = readTruth(`corpus/${name}.truth.json`);
  test.skipIf(truth === null)("errors of the text are no repairs of the forms", () => {
    if (truth !== null) expect(repairs(inputOf(truth))).toEqual([]);
  });
});

test("one slip apart", () => {
  expect(oneSlipApart("1,066.51", "10661.51")).toBe(true);
  expect(oneSlipApart("326.71", "326.77")).toBe(true);
  expect(oneSlipApart("362.71", "326.71")).toBe(true);
  expect(oneSlipApart("32671", "326.71")).toBe(true);
  expect(oneSlipApart("326.71", "418.71")).toBe(false);
});
