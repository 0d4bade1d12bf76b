import { existsSync, readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { disclose } from "../../src/pipeline.js";
import { readSpreadsheet } from "../helpers/spreadsheet.js";
import { CORPUS, readCorpus } from "./read-forms.js";

interface Truth {
  tables: {
    id: string;
    title: string;
    pageStart: number;
    pageEnd: number;
    columns: string[];
    rows: { page: number; cells: string[] }[];
  }[];
}

const bare = (text: string | null | undefined) => (text ?? "").replace(/\s/g, "");
/** Printed cell → value as the contract has it. */
const value = (cell: string) => (/^[-—]?$/.test(cell) ? null : cell.replace(/[,%％]/g, ""));

const FILES = ["gov-hebei-2021", "gov-ningxia-2023"];

describe.skipIf(!existsSync(CORPUS))("财政总决算 of the corpus", () => {
  test.each(FILES)("%s: complete, and its true tables cell for cell", async (name) => {
    const { tables, document, status } = await readCorpus(`government/${name}.pdf`);
    expect({ kind: document.kind, status }).toEqual({ kind: "government-final-accounts", status: "complete" });
    const truth: Truth = JSON.parse(readFileSync(new URL(`government/${name}.truth.json`, CORPUS), "utf8"));
    for (const wanted of truth.tables) {
      const table = tables.find((t) => t.pageStart === wanted.pageStart && t.pageEnd === wanted.pageEnd);
      const coded = /编码|功能分类/.test(wanted.columns[0] ?? "");
      // Each value under the header that the truth names, not only in its order.
      const headers = table?.columns.map(({ header }) => bare(header.join("/")));
      expect(headers, wanted.id).toEqual(wanted.columns.slice(coded ? 2 : 1).map(bare));
      const keys = table?.columns.map(({ key }) => key) ?? [];
      const read = table?.rows.map((row) => ({
        page: row.page,
        code: coded ? (row.code ?? "") : null,
        label: bare(row.label),
        values: keys.map((key) => row.values[key] ?? null),
        texts: keys.map((key) => bare(row.evidence[key]?.text)),
      }));
      const printed = wanted.rows.map(({ page, cells }) => {
        const own = coded ? cells.slice(1) : cells;
        const [label, ...rest] = own.map(bare);
        return { page, code: coded ? (cells[0] ?? "") : null, label, values: rest.map(value), texts: rest };
      });
      expect(read, wanted.id).toEqual(printed);
    }
  });

  // Looked at on the pages: rows of secret items left out, a sum and the percentages of one table that the publisher got wrong.
  test.each([
    [
      "gov-hebei-2021",
      {
        "D.children general-public-budget-expenditure-by-function": 4,
        "D.children government-fund-expenditure": 1,
        "D.ratio social-insurance-balance": 15,
      },
    ],
    [
      "gov-ningxia-2023",
      { "D.children general-public-budget-expenditure": 19, "D.children general-public-budget-transfers": 1 },
    ],
  ])("%s: no findings but those of its print", async (name, expected) => {
    const { findings } = disclose(await readCorpus(`government/${name}.pdf`));
    const counts: Record<string, number> = {};
    for (const { severity, rule, place } of findings) {
      const kind = `${rule} ${place.table}`;
      if (severity !== "info") counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual(expected);
  });

  test("indent and ordinals make the tree; percentages have a column of their own kind", async () => {
    const { tables } = await readCorpus("government/gov-ningxia-2023.pdf");
    const table = tables.find((t) => t.id === "government-fund-expenditure");
    expect(table?.columns.map(({ key, kind }) => [key, kind])).toEqual([
      ["budget", undefined],
      ["final", undefined],
      ["percentOfBudget", "percent"],
      ["percentOfPrior", "percent"],
    ]);
    const fund = "文化旅游体育与传媒支出/国家电影事业发展专项资金安排的支出";
    expect(table?.rows.slice(0, 4).map(({ key, parent, depth }) => [key, parent, depth])).toEqual([
      ["文化旅游体育与传媒支出", null, 0],
      [fund, "文化旅游体育与传媒支出", 1],
      [`${fund}/资助国产影片放映`, fund, 2],
      [`${fund}/资助影院建设`, fund, 2],
    ]);
  });
});

const PAIRS = [
  ["pairs/重庆_2021_57772.pdf", "pairs/重庆_2021_57772.xlsx"],
  // Named .xls by its publisher; inside it is the newer format.
  ["pairs/北京_2021_57687_预决算公开表.pdf", "pairs/北京_2021_57687_预决算公开表.xls"],
] as const;

describe.skipIf(!existsSync(CORPUS))("debt tables against their spreadsheets", () => {
  test.each(PAIRS)("%s: every label and figure, rounded to the printed decimals", async (pdf, spreadsheet) => {
    const { tables } = await readCorpus(pdf);
    const sheets = readSpreadsheet(new URL(spreadsheet, CORPUS));
    expect(tables.map(({ id, unit, rows }) => [id, unit, rows.length])).toEqual([
      ["general-debt", "亿元", 9],
      ["special-debt", "亿元", 7],
    ]);
    for (const [at, table] of tables.entries()) {
      // Hidden columns before the label mark the rows of data.
      const stored = (sheets[at] ?? []).filter(([mark]) => mark === "VALID#").map((row) => row.slice(2));
      expect(table.rows.map((row) => [bare(row.label), row.values.budget, row.values.final])).toEqual(
        stored.map(([label, budget, final]) => [bare(label), rounded(budget), rounded(final)]),
      );
    }
  });
});

/** Half up from the stored decimals; null for an empty cell. */
function rounded(cell: string | undefined): string | null {
  return cell?.trim() ? new Decimal(cell).toFixed(2) : null;
}
