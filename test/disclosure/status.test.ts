import { describe, expect, it } from "vitest";
import { countCoverage, strayAmounts } from "../../src/disclosure/coverage.js";
import { documentIdentity } from "../../src/disclosure/identity.js";
import { layoutFindings, pageFindings } from "../../src/disclosure/reading-findings.js";
import {
  familyOf,
  finding,
  missingFindings,
  missingForms,
  promisedForms,
  statusOf,
} from "../../src/disclosure/status.js";
import { departmentFinalAccounts, FAMILIES, type TableReading } from "../../src/forms/index.js";
import type { Block, Coverage, DocumentIdentity, FormTable, Glyph } from "../../src/model/index.js";
import { blankTable } from "../helpers/blank-table.js";
import { MadePage } from "../helpers/made-page.js";
import { writtenFlow, writtenGrid } from "../helpers/written-flow.js";

const IDS = departmentFinalAccounts.forms.map((form) => form.id);
const NOTHING: DocumentIdentity = {
  kind: null,
  scope: null,
  fiscalYear: null,
  title: null,
  entity: null,
  amountUnit: null,
};
const COVERAGE: Coverage = { glyphs: 9, cells: 9, narrative: 0, headings: 0, furniture: 0, unplaced: 0 };

function reading(id: string, changes: Partial<FormTable> = {}): TableReading {
  const forms = FAMILIES.flatMap((family) => family.forms);
  return {
    table: blankTable(id, changes),
    grid: writtenGrid("| a |"),
    form: forms.find((f) => f.id === id) ?? null,
    recognition: null,
    why: "",
  };
}

const toc = (...texts: string[]) => texts.map((text) => ({ text, level: 1, page: 2 }));

describe("missing forms", () => {
  it("are the prescribed ones that were not found, in the family's order", () => {
    expect(missingForms(departmentFinalAccounts, [])).toEqual(IDS);
    expect(
      missingForms(
        departmentFinalAccounts,
        IDS.filter((id) => !/income-by|three/.test(id)).map((id) => blankTable(id)),
      ),
    ).toEqual(["income-by-function", "three-public-expenses"]);
  });

  it("give one finding when none was found", () => {
    expect(missingFindings(IDS, [], departmentFinalAccounts)).toMatchObject([
      { rule: "form.none-found", severity: "error" },
    ]);
  });

  it("that the contents promise, or that nothing speaks of, are errors; others are told", () => {
    const promising = toc("三、支出决算表", "九、财政拨款“三公”经费支出决算表");
    const findings = missingFindings(
      ["expenditure-by-function", "state-capital-budget"],
      promising,
      departmentFinalAccounts,
    );
    expect(findings.map((f) => [f.rule, f.severity, f.place])).toEqual([
      ["form.missing", "error", { page: 2, table: "expenditure-by-function" }],
      ["form.missing", "info", { table: "state-capital-budget" }],
    ]);
    expect(missingFindings(["state-capital-budget"], [], departmentFinalAccounts)).toMatchObject([
      { severity: "error" },
    ]);
  });

  it("are promised by titles with ordinal, year, 部门 and any quotes", () => {
    const entries = toc(
      "一、2024年度收入支出决算总表",
      "2.收入决算表",
      '七、一般公共预算财政拨款"三公"经费支出决算表',
      "第三部分情况说明",
    );
    expect([...promisedForms(entries, departmentFinalAccounts.forms).keys()]).toEqual([
      "income-expenditure-summary",
      "income-by-function",
      "three-public-expenses",
    ]);
  });
});

describe("the status", () => {
  const page = new MadePage().text(80, 100, "合计").build();
  const whole = {
    family: departmentFinalAccounts,
    pages: [page],
    tables: IDS.map((id) => blankTable(id)),
    missing: [],
    promised: new Map<string, number>(),
    coverage: COVERAGE,
    unread: [],
  };

  it("is complete when all forms are there and nothing is left over", () => {
    expect(statusOf(whole)).toBe("complete");
  });

  it("is failed when nothing at all was read", () => {
    expect(statusOf({ ...whole, coverage: { ...COVERAGE, glyphs: 0, cells: 0 } })).toBe("failed");
  });

  it.each([
    ["a form is missing", { missing: ["income-by-function"] }],
    ["an amount is unplaced", { coverage: { ...COVERAGE, unplaced: 4 } }],
    ["a page has a problem", { pages: [{ ...page, problems: [{ rule: "pdf.page-unreadable", message: "x" }] }] }],
    ["the figures of a column were refused", { unread: [finding("form.unread-column", "error", "x", {})] }],
    ["no table is of a known form", { tables: [blankTable("unrecognised-1")] }],
  ])("is partial when %s", (_what, change) => {
    expect(statusOf({ ...whole, ...change })).toBe("partial");
  });

  it("asks only for the forms that the contents promise, where they promise any", () => {
    const promised = new Map([["income-expenditure-summary", 2]]);
    expect(statusOf({ ...whole, missing: ["state-capital-budget"], promised })).toBe("complete");
    expect(statusOf({ ...whole, missing: ["income-expenditure-summary"], promised })).toBe("partial");
  });
});

describe("what the document is", () => {
  it("says its cover, and where that is silent its tables", () => {
    const readings = [
      reading("income-by-function", { title: "2023年度收入决算表", entity: "甲局", unit: "万元" }),
      reading("expenditure-by-function", { title: "2023年度支出决算表", entity: "甲局", unit: "万元" }),
      reading("three-public-expenses", { title: "2022年度“三公”经费支出决算表", entity: "乙局", unit: "元" }),
    ];
    expect(documentIdentity(null, readings)).toMatchObject({
      kind: "final-accounts",
      fiscalYear: 2023,
      entity: "甲局",
      amountUnit: "万元",
    });
    const read = { ...NOTHING, kind: "final-accounts" as const, fiscalYear: 2024, entity: "丙局" };
    expect(documentIdentity(read, readings)).toMatchObject({ fiscalYear: 2024, entity: "丙局" });
  });

  it("is nothing where nothing tells", () => {
    expect(documentIdentity(null, [])).toEqual(NOTHING);
    expect(familyOf(NOTHING, [])).toBe(departmentFinalAccounts);
  });

  it("belongs to the family of most of its tables", () => {
    const budget = FAMILIES.find((family) => family.kind === "budget");
    expect(familyOf({ ...NOTHING, kind: "budget" }, []).id).toBe(budget?.id);
    expect(familyOf({ ...NOTHING, kind: "budget" }, [reading("income-by-function")]).id).toBe(
      "department-final-accounts",
    );
  });
});

describe("coverage", () => {
  const glyph = (text: string): Glyph => new MadePage().text(0, 10, text).glyphs[0] ?? fail();
  const fail = (): never => {
    throw new Error("no glyph");
  };
  const block = (text: string, kind: Block["kind"] = "paragraph", page = 1): Block => ({
    kind,
    page,
    text,
    lines: [{ page, box: [0, 0, 1, 1], text, size: 10, glyphs: [...text.replaceAll(" ", "")].map(glyph) }],
  });
  const item = (b: Block) => ({ type: "block" as const, block: b });

  it("counts every glyph in its one place", () => {
    const heading = block("一、收入");
    const flow = [block("总体情况如下"), heading, block("12", "furniture"), block("1,234.50 0.00")].map(item);
    const glyphs = flow.flatMap(({ block: b }) => b.lines.flatMap((line) => line.glyphs));
    const page = { ...new MadePage().build(), glyphs };
    const counted = countCoverage([page], flow, { headings: new Set([heading]) });
    expect(counted).toEqual({ glyphs: 24, cells: 0, narrative: 6, headings: 4, furniture: 2, unplaced: 12 });
    expect(layoutFindings(flow, counted)).toMatchObject([{ rule: "layout.unplaced-amount", actual: "1,234.50 0.00" }]);
    const lost = layoutFindings([], { ...counted, glyphs: 25, unplaced: 12 });
    expect(lost).toMatchObject([{ rule: "layout.glyphs-lost", severity: "error", actual: "24" }]);
  });

  it("calls only bare amounts stray: no words, page numbers, years, percentages, nor the labels of a captioned chart", () => {
    const flow = writtenFlow("1,234.50\n收入合计 1,234.50\n12\n2024\n98.8%\n");
    expect([...strayAmounts(flow)].map((b) => b.text)).toEqual(["1,234.50"]);
    expect([...strayAmounts(writtenFlow("图1：收入构成\n1,234.50\n---\n99.00"))].map((b) => b.text)).toEqual(["99.00"]);
  });
});

describe("findings about pages", () => {
  it("tell a text layer that is nonsense", () => {
    const garbled = new MadePage(4).text(50, 100, "ĵĶZ´µh1fķĸnJÜĹ[¬ĺb´µhńŅŎĸÙfŊŋJÜ®LĽĉ").build();
    const readable = new MadePage(5).text(50, 100, "一般公共预算财政拨款支出决算情况说明和部门整体绩效").build();
    expect(pageFindings([garbled, readable], "x.pdf")).toMatchObject([
      { rule: "pdf.garbled-text", severity: "error", place: { page: 4 } },
    ]);
  });

  it("name the page, and tell a picture without text", () => {
    const picture = { ...new MadePage(3).build(), images: [{ box: [0, 0, 595, 842] as const, width: 10, height: 10 }] };
    const broken = {
      ...new MadePage(4).build(),
      problems: [{ rule: "pdf.page-unreadable", message: "x.pdf, page 4: y" }],
    };
    expect(pageFindings([new MadePage(2).build(), picture, broken], "x.pdf")).toMatchObject([
      {
        rule: "pdf.image-page",
        severity: "error",
        place: { page: 3 },
        message: expect.stringMatching(/^x\.pdf, page 3: /),
      },
      { rule: "pdf.page-unreadable", severity: "error", place: { page: 4 } },
    ]);
  });
});
