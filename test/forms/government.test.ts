import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
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

/** What the spreadsheets of `pairs` hold (预算数, 执行数 as stored, read with LibreOffice), rounded to the printed decimals. */
const PAIRS: Record<string, [id: string, rows: [string | null, string | null][]][]> = {
  "pairs/重庆_2021_57772.pdf": [
    [
      "general-debt",
      [
        [null, "2678.67998293"],
        ["3215.6", null],
        [null, "777.4478406514"],
        [null, "3.1978406514"],
        [null, "774.25"],
        [null, "390.1403812237"],
        // Printed "3 ,0 6 4 .9 1": several numbers to the grammar, kept as text with a finding.
        [null, null],
        ["110", null],
        ["3325.6", null],
      ],
    ],
  ],
  "pairs/北京_2021_57687_预决算公开表.pdf": [
    [
      "general-debt",
      [
        [null, "2261.4101134133"],
        ["3149.3", null],
        [null, "462.3568"],
        [null, "0.0476"],
        [null, "462.3092"],
        [null, "270.3382610019"],
        [null, "2453.3335367786"],
        ["145", null],
        ["3294.3", null],
      ],
    ],
  ],
};

describe.skipIf(!existsSync(CORPUS))("debt tables against their spreadsheets", () => {
  test.each(Object.entries(PAIRS))("%s", async (file, wanted) => {
    const { tables } = await readCorpus(file);
    for (const [id, rows] of wanted) {
      const table = tables.find((t) => t.id === id);
      const rounded = rows.map((row) => row.map((cell) => (cell === null ? null : Number(cell).toFixed(2))));
      expect(table?.rows.map(({ values }) => [values.budget, values.final])).toEqual(rounded);
      expect(table?.unit).toBe("亿元");
    }
  });
});
