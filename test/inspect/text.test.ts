import { describe, expect, it } from "vitest";
import { type InspectedPage, type InspectedTable, type Inspection, inspectionText } from "../../src/inspect/index.js";

const page = (number: number, changes: Partial<InspectedPage> = {}): InspectedPage => ({
  page: number,
  width: 595,
  height: 842,
  kind: "text",
  glyphs: 1020,
  hiddenGlyphs: 2,
  rules: 40,
  images: 0,
  problems: [],
  unplaced: [],
  tables: [],
  ...changes,
});

const table = (id: string, changes: Partial<InspectedTable> = {}): InspectedTable => ({
  id,
  title: null,
  pages: [1, 1],
  rows: 12,
  columns: 9,
  method: "lattice",
  headerScore: null,
  headerRows: null,
  repeatedHeaderRows: 0,
  keys: [],
  why: "why so",
  ...changes,
});

const inspection = (pages: readonly InspectedPage[], changes: Partial<Inspection> = {}): Inspection => ({
  file: "x.pdf",
  status: "partial",
  document: { kind: null, scope: null, fiscalYear: null, title: null, entity: null, amountUnit: null },
  pageCount: pages.length,
  pages,
  coverage: { glyphs: 10, cells: 4, narrative: 3, headings: 2, furniture: 1, unplaced: 0 },
  missing: [],
  ...changes,
});

describe("the inspection for a terminal", () => {
  it("has one line per page and two per table, columns under each other whatever the script", () => {
    const form = table("income-by-function", {
      title: "收入决算表",
      pages: [1, 2],
      rows: 100,
      headerScore: 1,
      headerRows: 3,
      repeatedHeaderRows: 3,
    });
    const other = table("unrecognised-1", { title: "Notes", method: "alignment" });
    expect(
      inspectionText(inspection([page(1, { tables: [form, other] }), page(2, { tables: [form], kind: "ocr" })])),
    ).toBe(
      `x.pdf: partial, 2 pages read
kind unknown, scope unknown, year unknown, entity unknown, unit unknown

page     size pt  kind    glyphs  hidden  rules  images
   1     595×842  text      1020       2     40       0
      income-by-function  《收入决算表》  100 × 9  lattice    header of 3, 100 %, 3 repeated  pp. 1–2
        why so
      unrecognised-1      《Notes》       12 × 9   alignment                                  p. 1
        why so
   2     595×842  ocr       1020       2     40       0
      income-by-function goes on

coverage  10 glyphs: 4 in cells, 3 in narrative, 2 in headings, 1 in furniture, 0 unplaced
`,
    );
  });

  it("tells problems, amounts without a place, and what is missing", () => {
    const text = inspectionText(
      inspection([page(1, { problems: ["page 1 cannot be read"], unplaced: ["12.50"] })], {
        pageCount: 3,
        missing: [{ id: "three-public-expenses", title: "“三公”经费支出决算表" }],
        document: {
          kind: "final-accounts",
          scope: "department",
          fiscalYear: 2024,
          title: null,
          entity: "某局",
          amountUnit: "万元",
        },
      }),
    );
    expect(text).toContain("x.pdf: partial, 1 of 3 pages read\nfinal-accounts, department, 2024, “某局”, in 万元\n");
    expect(text).toContain("      ! page 1 cannot be read\n      ! in no table and no sentence: “12.50”\n");
    expect(text).toContain("missing   three-public-expenses 《“三公”经费支出决算表》\n");
  });

  it("cuts a long title", () => {
    const title = "一般公共预算财政拨款基本支出决算明细表".repeat(3);
    const text = inspectionText(inspection([page(1, { tables: [table("unrecognised-1", { title })] })]));
    expect(text).toContain("《一般公共预算财政拨款基本支出决算明细表一般公…》");
  });

  it("tells a table in full on the first page that was read of it", () => {
    const text = inspectionText(inspection([page(2, { tables: [table("unrecognised-1", { pages: [1, 2] })] })]));
    expect(text).toContain("unrecognised-1  no title  12 × 9  lattice    pp. 1–2\n        why so\n");
  });
});
