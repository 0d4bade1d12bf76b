import { afterEach, describe, expect, it, vi } from "vitest";
import { defineForm, FAMILIES, type FormDefinition, readForms } from "../../src/forms/index.js";
import { writtenFlow } from "../helpers/written-flow.js";

const MADE: FormDefinition = {
  id: "meeting-expenses",
  family: "made",
  titles: ["会议费培训费决算表"],
  layout: "code-tree",
  unit: "万元",
  columns: [
    { key: "meetings", path: [["会议费"]] },
    { key: "training", path: [["培训费"]] },
  ],
};

const PRINTED = `
  2024年度会议费培训费决算表
  单位：万元
  | 科目编码 | 科目名称 | 会议费 | 培训费 |
  | 合计 | < | 3.00 | 4.00 |
  | 201 | 一般公共服务支出 | 3.00 | 4.00 |
`;

describe("a form's definition", () => {
  it("that is sound is handed on", () => {
    expect(defineForm(MADE)).toBe(MADE);
  });

  it.each<[string, Partial<FormDefinition>, RegExp]>([
    ["an id in other than kebab-case", { id: "Meeting Expenses" }, /id must be kebab-case/],
    ["no id", { id: "" }, /without id/],
    ["no title", { titles: [] }, /title/],
    ["a pattern that is none", { titlePatterns: ["("] }, /\( is no pattern/],
    ["no column", { columns: [] }, /columns/],
    ["two columns of one key", { columns: [...MADE.columns, { key: "training", path: [["培训"]] }] }, /different keys/],
    ["a column without header texts", { columns: [{ key: "a", path: [] }] }, /path/],
    ["a column with an empty group", { columns: [{ key: "a", path: [["会议费"], []] }] }, /path/],
    ["a header pattern that is none", { columns: [{ key: "a", path: [["/[/"]] }] }, /is no pattern/],
    [
      "an identity of a column that is none",
      { identities: [{ kind: "columns", total: "meetings", parts: ["column-3"] }] },
      /an identity names the column "column-3"/,
    ],
    [
      "two rows of one key",
      {
        rows: [
          { key: "a", labels: ["甲"] },
          { key: "a", labels: ["乙"] },
        ],
      },
      /rows must have different keys/,
    ],
  ])("is refused for %s", (_what, change, message) => {
    const define = () => defineForm({ ...MADE, ...change });
    expect(define).toThrow(TypeError);
    expect(define).toThrow(message);
  });

  it("may have one key on two sides", () => {
    const sides = [
      { key: "amount", side: "income", path: [["金额"]] },
      { key: "amount", side: "expenditure", path: [["金额"]] },
    ] as const;
    expect(() => defineForm({ ...MADE, layout: "two-sided", columns: sides })).not.toThrow();
  });

  it("is sound in every built-in family, with an id of its own there", () => {
    for (const { id, forms } of FAMILIES) {
      for (const form of forms) expect(() => defineForm(form), `${id}/${form.id}`).not.toThrow();
      expect(new Set(forms.map((form) => form.id)).size).toBe(forms.length);
    }
  });
});

describe("a form that somebody adds", () => {
  afterEach(() => vi.resetModules());

  it("is read without any change of the engine", () => {
    const { tables, findings } = readForms(writtenFlow(PRINTED), [MADE]);
    expect(tables[0]?.table).toMatchObject({
      id: "meeting-expenses",
      title: "2024年度会议费培训费决算表",
      rows: [
        { key: "total", values: { meetings: "3.00", training: "4.00" } },
        { key: "201", values: { meetings: "3.00", training: "4.00" } },
      ],
    });
    expect(findings).toEqual([]);
  });

  it("is known for all later calls once registered, and goes before a built-in one", async () => {
    vi.resetModules();
    const fresh = await import("../../src/forms/index.js");
    const before = fresh.knownForms().length;
    const own: FormDefinition = { ...MADE, id: "own-summary", titles: ["收入支出决算总表"] };
    fresh.registerForms([MADE, own]);
    expect(fresh.knownForms()).toHaveLength(before + 2);
    const read = fresh.readForms(
      writtenFlow(PRINTED.replace("会议费培训费决算表", "收入支出决算总表")),
      fresh.knownForms(),
    );
    expect(read.tables[0]?.table.id).toBe("own-summary");
  });

  it("is refused whole when one of several is not sound", async () => {
    vi.resetModules();
    const fresh = await import("../../src/forms/index.js");
    const before = fresh.knownForms().length;
    expect(() => fresh.registerForms([MADE, { ...MADE, id: "" }])).toThrow(TypeError);
    expect(fresh.knownForms()).toHaveLength(before);
  });
});
