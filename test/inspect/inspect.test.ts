import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/index.js";
import { madeDocument } from "./made.js";

const sample = fileURLToPath(new URL("../../samples/wuhan-2024/wuhan-2024.pdf", import.meta.url));

describe("what a page was taken for", () => {
  it("is text, picture or blank, with its counts", async () => {
    const { pages, pageCount } = await inspect(madeDocument());
    expect(pages.map((page) => page.kind)).toEqual(["text", "text", "text", "image", "blank"]);
    expect(pageCount).toBe(5);
    expect(pages[3]).toMatchObject({ page: 4, width: 595, height: 842, glyphs: 0, images: 1, tables: [] });
    expect(pages[0]?.rules).toBe(34);
  });

  it("tells amounts that found no place", async () => {
    const { pages, coverage } = await inspect(madeDocument());
    expect(pages.map((page) => page.unplaced)).toEqual([[], [], ["1,234.56"], [], []]);
    expect(coverage.unplaced).toBe("1,234.56".length);
  });

  it("holds a table on each of its pages, with the header that repeats", async () => {
    const { pages } = await inspect(madeDocument());
    const [table] = pages[0]?.tables ?? [];
    expect(table).toMatchObject({
      id: "unrecognised-1",
      pages: [1, 2],
      rows: 34,
      columns: 3,
      method: "lattice",
      headerScore: null,
      headerRows: null,
      repeatedHeaderRows: 1,
      keys: [],
    });
    expect(table?.why).toMatch(/^no form has the title/);
    expect(pages[1]?.tables).toEqual([table]);
  });
});

describe("the forms of the sample", { timeout: 120_000 }, () => {
  it("are told with why, the header's score, and the key of each column", async () => {
    const { pages, document, missing, status } = await inspect(sample);
    const tables = new Map(pages.flatMap((page) => page.tables.map((table) => [table.id, table])));
    expect(tables.get("income-by-function")).toMatchObject({
      title: "2024年度收入决算表",
      pages: [6, 7],
      method: "lattice",
      headerScore: 1,
      headerRows: 3,
      why: 'title "2024年度收入决算表" is income-by-function; 100 % of its columns found',
    });
    // Both sides of a form, and blocks beside each other, in the order of print.
    const keys = (id: string) => tables.get(id)?.keys.map(({ key, columns }) => `${key} ${columns.join("–")}`);
    expect(keys("income-expenditure-summary")).toEqual(["amount 2–3", "amount 5–6"]);
    expect(keys("general-budget-basic-expenditure")).toEqual(["amount 2–3", "amount 5–6", "amount 8–9"]);
    expect(keys("state-capital-budget")).toEqual([
      "expenditureTotal 4–5",
      "expenditureBasic 5–6",
      "expenditureProject 6–7",
    ]);
    expect(tables.get("performance.department")).toMatchObject({ pages: [29, 31], keys: [] });
    expect(document).toMatchObject({ kind: "final-accounts", fiscalYear: 2024, amountUnit: "万元" });
    expect({ missing, status }).toEqual({ missing: [], status: "complete" });
  });

  it("are not called missing where only some pages are read", async () => {
    const { pages, missing, pageCount } = await inspect(sample, { pages: [[12, 12]] });
    expect([pages.length, pageCount]).toEqual([1, 49]);
    expect(pages[0]?.tables.map((table) => table.id)).toEqual(["general-budget-expenditure"]);
    expect(missing).toEqual([]);
  });
});
