import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queryCollection } from "../../src/batch/query/query.js";
import { VIEWS } from "../../src/batch/query/views.js";
import { COMPILING, Installed } from "../cli/installed.js";
import { printedPdf } from "../helpers/printed-pages.js";

const SAMPLE = fileURLToPath(new URL("../../samples/wuhan-2024/", import.meta.url));
type Values = Readonly<Record<string, string | null>>;
const TABLES: readonly {
  readonly id: string;
  readonly rows: readonly { key: string; code: string | null; label: string | null; values: Values }[];
}[] = JSON.parse(readFileSync(join(SAMPLE, "expected/tables.json"), "utf8"));

/** 万元 as printed → 元 as DECIMAL(38,6) prints it; null for a blank. */
function yuan(printed: string | null | undefined): string | null {
  if (printed === null || printed === undefined) return null;
  const [whole = "0", decimals = ""] = printed.split(".");
  const digits = `${whole}${decimals.padEnd(4, "0")}`;
  return `${BigInt(digits)}`;
}

/** Cover, form 03 and form 01 of one disclosure, in 万元. */
const printed = (entity: string, year: number, total: string) => [
  `
                        ${entity}${year}年度部门决算`,
  `
                        ${year}年度支出决算表
                                            单位：万元
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
| 合计 | | ${total} | ${total} | |`,
  `
                        ${year}年度一般公共预算财政拨款支出决算表
                                            单位：万元
| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| 合计 | | ${total} | ${total} | |`,
];

describe("the ready-made views, on the sample", () => {
  let juesuan: Installed;
  beforeAll(() => {
    juesuan = new Installed();
    juesuan.shell(`juesuan batch ${SAMPLE}wuhan-2024.pdf -o out`);
    const several = [
      printed("甲城市财政局", 2023, "12.34"),
      printed("甲城市财政局", 2024, "56.78"),
      printed("乙城市教育局", 2024, "9.10"),
    ];
    writeFileSync(join(juesuan.folder, "several.pdf"), printedPdf(several.flat().join("\n---")));
    juesuan.shell("juesuan batch several.pdf -o out-several");
  }, COMPILING);
  afterAll(() => juesuan.remove());

  /** Rows as objects, amounts without trailing zeros. */
  async function rowsOf(sql: string, folder = "out"): Promise<Record<string, string | null>[]> {
    const { columns, rows } = await queryCollection(join(juesuan.folder, folder), sql);
    return rows.map((row) =>
      Object.fromEntries(
        row.map((value, i) => [columns[i] ?? "", value === null ? null : String(value).replace(/\.0+$/, "")]),
      ),
    );
  }
  const cell = (form: string, row: string, column: string) =>
    yuan(TABLES.find(({ id }) => id === form)?.rows.find(({ key }) => key === row)?.values[column]);

  it("by_year: the figures of forms 01, 03, 04 and 05, in 元", async () => {
    const [row, ...more] = await rowsOf("SELECT * FROM by_year");
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      document: "wuhan-2024",
      fiscal_year: "2024",
      income: cell("income-expenditure-summary", "income.currentYearIncomeTotal", "amount"),
      expenditure: cell("income-expenditure-summary", "expenditure.currentYearExpenditureTotal", "amount"),
      basic: cell("expenditure-by-function", "total", "basic"),
      project: cell("expenditure-by-function", "total", "project"),
      closing_balance: cell("income-expenditure-summary", "expenditure.closingBalance", "amount"),
      grand_total: cell("income-expenditure-summary", "expenditure.grandTotal", "amount"),
      fiscal_appropriation: cell("fiscal-appropriation-summary", "income.currentYearIncomeTotal", "amount"),
      general_budget_expenditure: cell("general-budget-expenditure", "total", "total"),
    });
    for (const figure of ["income", "expenditure", "basic", "project", "grand_total"])
      expect(row?.[figure]).not.toBeNull();
  });

  it("by_year: a row for each document of a PDF that holds several, by entity and year", async () => {
    const rows = await rowsOf("SELECT * FROM by_year", "out-several");
    expect(rows.map(({ entity, fiscal_year, basic }) => [entity, fiscal_year, basic])).toEqual([
      ["乙城市教育局", "2024", "91000"],
      ["甲城市财政局", "2023", "123400"],
      ["甲城市财政局", "2024", "567800"],
    ]);
  });

  it("by_class: each 类 once, its sum that of form 01, its name without ordinal", async () => {
    const rows = await rowsOf("SELECT * FROM by_class WHERE yuan IS NOT NULL");
    const printed = (TABLES.find(({ id }) => id === "income-expenditure-summary")?.rows ?? []).filter(
      ({ key, values }) => key.startsWith("expenditure.function.") && values.amount,
    );
    expect(rows.map((row) => [row.class, row.yuan])).toEqual(
      printed.map(({ key, values }) => [key.slice(-3), yuan(values.amount)]),
    );
    expect(rows.map((row) => row.class_name)).toEqual(printed.map(({ label }) => label?.replace(/^[^、]*、/, "")));
    const [sum] = await rowsOf("SELECT sum(yuan) AS yuan FROM by_class");
    expect(sum?.yuan).toBe(cell("income-expenditure-summary", "expenditure.currentYearExpenditureTotal", "amount"));
  });

  it("three_public: budget and final, with the budget's phase", async () => {
    const [row] = await rowsOf("SELECT * FROM three_public");
    const values = TABLES.find(({ id }) => id === "three-public-expenses")?.rows[0]?.values ?? {};
    expect(row).toMatchObject({
      total_budget: yuan(values["budget.total"]),
      total_final: yuan(values["final.total"]),
      vehicle_operation_final: yuan(values["final.vehicleOperation"]),
      reception_final: yuan(values["final.reception"]),
    });
    expect(row?.total_final).not.toBeNull();
    expect(["approved", "adjusted", "budget"]).toContain(row?.budget_phase);
  });

  it("forms_side_by_side: one figure in the forms that print it, and how far apart they are", async () => {
    const rows = await rowsOf("SELECT * FROM forms_side_by_side");
    const income = rows.find(({ figure }) => figure === "income");
    expect(income).toMatchObject({
      f01: cell("income-expenditure-summary", "income.currentYearIncomeTotal", "amount"),
      f02: cell("income-by-function", "total", "total"),
      f03: null,
    });
    for (const row of rows) {
      const printed = Object.entries(row).flatMap(([name, value]) =>
        /^f0\d$/.test(name) && value !== null ? [Number(value)] : [],
      );
      expect(Number(row.apart)).toBeCloseTo(Math.max(...printed) - Math.min(...printed), 2);
    }
    expect(rows.map(({ figure }) => figure)).toContain("general budget basic expenditure");
  });

  it("only reads: nothing is written into the collection, or read beside it", async () => {
    const inside = join(juesuan.folder, "out");
    const writing = [`COPY (SELECT 1) TO '${inside}/x.csv'`, `ATTACH '${inside}/x.db'`, "CREATE TABLE t AS SELECT 1"];
    for (const sql of writing) await expect(rowsOf(sql)).rejects.toThrow(/is refused: a query only reads/);
    const beside = join(juesuan.folder, "out-several/values.parquet");
    await expect(rowsOf(`SELECT * FROM read_parquet('${beside}')`)).rejects.toThrow(/Cannot access file/);
  });

  it("is found in a folder whose name looks like a pattern", async () => {
    cpSync(join(juesuan.folder, "out-several"), join(juesuan.folder, "out[2024]"), { recursive: true });
    expect(await rowsOf("SELECT count(*) AS n FROM documents", "out[2024]")).toEqual([{ n: "1" }]);
  });

  it("docs/batch.md names every view", () => {
    const docs = readFileSync(new URL("../../docs/batch.md", import.meta.url), "utf8");
    for (const view of Object.keys(VIEWS)) expect(docs).toContain(`| \`${view}\` |`);
  });
});
