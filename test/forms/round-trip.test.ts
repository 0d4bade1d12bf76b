import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWritten } from "./reading.js";

/** A 类 with some of its 款, each with some 项: codes as documents print them, parents first. */
const tree = fc
  .uniqueArray(fc.constantFrom("201", "204", "205", "206", "208", "210", "212", "213", "221"), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((classes) =>
    fc.tuple(
      ...[...classes].sort().map((code) =>
        fc
          .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 2 })
          .chain((sections) =>
            fc.tuple(
              ...[...sections]
                .sort((a, b) => a - b)
                .map((section) =>
                  fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 2 }).map((items) => {
                    const parent = code + String(section).padStart(2, "0");
                    return [
                      parent,
                      ...[...items].sort((a, b) => a - b).map((item) => parent + String(item).padStart(2, "0")),
                    ];
                  }),
                ),
            ),
          )
          .map((sections) => [code, ...sections.flat()]),
      ),
    ),
  )
  .map((classes) => classes.flat());

const cents = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 99_999_999_99 }));
const amount = cents.map((n) => (n === null ? null : (n / 100).toFixed(2)));
const grouped = (value: string | null) => (value ?? "").replace(/\B(?=(\d{3})+\.)/g, ",");

const table = tree.chain((codes) =>
  fc.record({
    codes: fc.constant(codes),
    values: fc.array(fc.tuple(amount, amount, amount), { minLength: codes.length, maxLength: codes.length }),
    total: fc.tuple(amount, amount, amount),
    breaks: fc.subarray(codes.map((_, i) => i)),
    repeat: fc.boolean(),
    last: fc.boolean(),
  }),
);

/** Ways to print a code: the cells before the label, and the label. */
const LAYOUTS: Record<string, { columns: number; print: (code: string, label: string) => string[] }> = {
  "in one cell": { columns: 1, print: (code, label) => [code, label] },
  "in three cells": {
    columns: 3,
    print: (code, label) => [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7), label],
  },
  "in three cells, the last part alone": {
    columns: 3,
    print: (code, label) => [
      code.length === 3 ? code : "",
      code.length === 5 ? code.slice(3, 5) : "",
      code.slice(5, 7),
      label,
    ],
  },
  "in one cell over three columns": { columns: 3, print: (code, label) => [code, "<", "<", label] },
  "before the label": { columns: 0, print: (code, label) => [`${code}${label}`] },
};

describe.each(Object.entries(LAYOUTS))("a table of codes printed %s", (_what, { columns, print }) => {
  it("reads back as it was written: every code, label and amount, over any page breaks", () => {
    fc.assert(
      fc.property(table, ({ codes, values, total, breaks, repeat, last }) => {
        const keys = columns === 0 ? ["科目名称"] : ["科目编码", ...new Array(columns - 1).fill("<"), "科目名称"];
        const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
        const header = [row([...keys, "合计", "基本支出", "项目支出"])];
        const totalRow = row(["合计", ...new Array(keys.length - 1).fill("<"), ...total.map(grouped)]);
        const lines = codes.flatMap((code, i) => {
          const printed = row([...print(code, "行政运行"), ...(values[i] ?? []).map(grouped)]);
          if (i === 0 || !breaks.includes(i)) return [printed];
          return ["---", ...(repeat ? header.map((line) => `+${line}`) : []), printed];
        });
        const text = [
          "一般公共预算财政拨款支出决算表",
          ...header,
          ...(last ? [...lines, totalRow] : [totalRow, ...lines]),
        ];
        const { table: read, findings } = readWritten(text.join("\n"));
        const rows = codes.map((code, i) => [code, "行政运行", ...(values[i] ?? [])]);
        const wanted = last ? [...rows, [null, "合计", ...total]] : [[null, "合计", ...total], ...rows];
        expect(read.id).toBe("general-budget-expenditure");
        expect(read.rows.map((r) => [r.code, r.label, r.values.total, r.values.basic, r.values.project])).toEqual(
          wanted,
        );
        expect(findings).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
