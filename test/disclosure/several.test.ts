import { describe, expect, test } from "vitest";
import { rejudge } from "../../src/disclosure/rejudge.js";
import type { Finding, Override } from "../../src/model/index.js";
import { extract } from "../../src/pipeline.js";
import { printedPdf } from "../helpers/printed-pages.js";

const INCOME = (amount: string, entity: string) => `
                        2024年度收入决算表
${entity}                                            单位：万元
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
| 合计 | | ${amount} | ${amount} | | | | | |`;
const EXPENDITURE = (amount: string, entity: string) => `
                        2024年度支出决算表
${entity}                                            单位：万元
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
| 合计 | | ${amount} | ${amount} | |`;
const SAID = (amount: string) => `
                        第三部分 2024年度部门决算情况说明
二、收入决算情况说明
        本年收入合计${amount}万元，其中：财政拨款收入${amount}万元，占100%。`;
const cover = (name: string) => `
                        ${name}2024年度部门决算`;

const document = (amount: string, { name = "", entity = "" } = {}) => [
  ...(name ? [cover(name)] : []),
  INCOME(amount, entity),
  EXPENDITURE(amount, entity),
  SAID(amount),
];
const read = async (...pages: readonly string[][]) => extract(printedPdf(pages.flat().join("\n---")));
const several = (findings: readonly { rule: string; message: string }[]) =>
  findings.flatMap(({ rule, message }) => (rule === "pdf.several" ? [message] : []));

describe("a PDF of several documents", () => {
  test("begins a document where the forms come again behind another cover, and checks each by itself", async () => {
    const {
      tables,
      findings,
      sections,
      coverage,
      document: first,
      documents,
    } = await read(
      document("12.34", { name: "甲城市财政局" }),
      document("56.78", { name: "乙城市教育局" }),
      document("90.12", { name: "丙城市卫生局" }),
    );
    expect(several(findings)).toEqual([
      "the PDF holds 3 documents: pp. 1-4 甲城市财政局2024年度部门决算; pp. 5-8 乙城市教育局2024年度部门决算; pp. 9-12 丙城市卫生局2024年度部门决算. Each was checked by itself; --pages 9-12 reads the last alone",
    ]);
    expect(findings.filter(({ severity, rule }) => severity === "error" && rule !== "form.missing")).toEqual([]);
    expect(tables.map(({ id, pageStart }) => [id, pageStart])).toEqual([
      ["income-by-function", 2],
      ["expenditure-by-function", 3],
      ["income-by-function", 6],
      ["expenditure-by-function", 7],
      ["income-by-function", 10],
      ["expenditure-by-function", 11],
    ]);
    expect(first.entity).toBe("甲城市财政局");
    expect(documents?.map(({ pageStart, pageEnd, document: { entity } }) => [pageStart, pageEnd, entity])).toEqual([
      [1, 4, "甲城市财政局"],
      [5, 8, "乙城市教育局"],
      [9, 12, "丙城市卫生局"],
    ]);
    const ids = sections.flatMap(({ id, sections: inner }) => [id, ...inner.map((one) => one.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("income-document-3");
    const { glyphs, ...places } = coverage;
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
  });

  test("without covers, where the forms come again of another entity", async () => {
    const { findings } = await read(
      document("12.34", { entity: "部门：甲城市财政局" }),
      document("56.78", { entity: "部门：乙城市教育局" }),
    );
    expect(several(findings)[0]).toContain("pp. 1-3 甲城市财政局; pp. 4-6 乙城市教育局.");
  });

  test("a name that is cut off, and a form printed twice, make no other document", async () => {
    const own = document("12.34", { name: "甲城市财政局", entity: "部门：甲城市财政局" });
    const { findings } = await read(own, [EXPENDITURE("12.34", "部门：甲城市财政")], [INCOME("12.34", "")]);
    expect(several(findings)).toEqual([]);
  });

  test("a page of its own for the explanations makes none either", async () => {
    const [front = "", income = "", expenditure = "", said = ""] = document("12.34", { name: "甲城市财政局" });
    const { findings } = await read([front, income, cover("甲城市财政局"), expenditure, said]);
    expect(several(findings)).toEqual([]);
  });

  test("is judged anew as it was, each document by itself", async () => {
    const disclosure = await read(
      document("12.34", { name: "甲城市财政局" }),
      document("56.78", { name: "乙城市教育局" }),
    );
    const page = disclosure.tables[2]?.pageStart ?? 0;
    const cell = { page, table: "income-by-function", row: "total", column: "total" };
    const { sha256 } = disclosure.source;
    const override: Override = {
      kind: "value",
      place: cell,
      value: "57.00",
      previous: "56.78",
      printed: "56.78",
      document: { sha256, entity: null, fiscalYear: null },
      author: "李四",
      time: "2025-03-01T08:00:00Z",
      reason: "看过原件",
    };
    const bytes = printedPdf(
      [...document("12.34", { name: "甲城市财政局" }), ...document("56.78", { name: "乙城市教育局" })].join("\n---"),
    );
    const after = await extract(bytes, { overrides: { schemaVersion: "1.0", overrides: [override] } });
    const again = rejudge(disclosure, [override]);
    const sorted = (findings: readonly Finding[]) => findings.map((one) => JSON.stringify(one)).sort();
    expect(again.tables).toEqual(after.tables);
    expect(again.sections).toEqual(after.sections);
    expect(sorted(again.findings)).toEqual(sorted(after.findings));
    expect(after.findings.filter(({ rule }) => /^override|^N2/.test(rule)).map(({ place }) => place.page)).toContain(
      page,
    );
    expect(rejudge(disclosure, []).sections).toEqual(disclosure.sections);
  });

  test("says once which pages were left out, also when it is judged anew", async () => {
    const bytes = printedPdf(
      [...document("12.34", { name: "甲城市财政局" }), ...document("56.78", { name: "乙城市教育局" })].join("\n---"),
    );
    const disclosure = await extract(bytes, { pages: [[2, 7]] });
    expect(disclosure.tables.map(({ id, pageStart }) => [id, pageStart])).toEqual([
      ["income-by-function", 2],
      ["expenditure-by-function", 3],
      ["income-by-function", 6],
      ["expenditure-by-function", 7],
    ]);
    expect(disclosure.missing).toEqual([]);
    expect(disclosure.findings.map(({ rule }) => rule)).toEqual(["pdf.several", "pdf.pages-left-out"]);
    expect(rejudge(disclosure, [])).toEqual(disclosure);
  });
});
