import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { departmentFinalAccounts, FAMILIES } from "../../src/forms/index.js";
import { matchTitle } from "../../src/forms/read/title.js";
import { disclose } from "../../src/pipeline.js";
import { CORPUS, readCorpus } from "./read-forms.js";

const budget = FAMILIES.find(({ id }) => id === "department-budget");

test("no title of a budget is one of final accounts, nor the other way round", () => {
  const neutral = (title: string) => !/预算|决算/.test(title);
  for (const form of budget?.forms ?? []) {
    for (const title of form.titles.filter((t) => !neutral(t))) {
      for (const other of departmentFinalAccounts.forms) {
        const same = matchTitle(title, other.titles);
        expect(same, `${title}: ${other.id}`).toBeNull();
      }
    }
  }
});

describe.skipIf(!existsSync(CORPUS))("部门预算 of the corpus", () => {
  test.each([
    ["budget/sh-putuo-commerce-budget-2025.pdf", 9, "元"],
    ["budget/js-high-court-budget-2019.pdf", 12, "万元"],
    ["budget/js-cppcc-budget-tables-2017.pdf", 12, "万元"],
  ])("%s: every form, every identity holds", async (file, count, unit) => {
    const reading = await readCorpus(file);
    const { document, status, missing, tables, findings } = disclose(reading);
    expect(document).toMatchObject({ kind: "budget", amountUnit: unit });
    expect({ status, missing }).toEqual({ status: "complete", missing: [] });
    expect(new Set(tables.filter(({ id }) => !id.startsWith("unrecognised")).map(({ id }) => id)).size).toBe(count);
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  test("a form that says it is empty and is not is reported", async () => {
    const { status, findings } = disclose(await readCorpus("budget/sh-putuo-wanli-budget-2024.pdf"));
    expect(status).toBe("complete");
    expect(findings.map(({ rule }) => rule)).toEqual(["E09"]);
  });

  test("cells of the three-code-cell forms, of the one-row form and of the tree of purchases", async () => {
    const wanli = await readCorpus("budget/sh-putuo-wanli-budget-2024.pdf");
    const row = (id: string, key: string) => wanli.tables.find((t) => t.id === id)?.rows.find((r) => r.key === key);
    expect(row("general-budget-basic-expenditure", "30102")).toMatchObject({
      label: "津贴补贴",
      values: { total: "16623810", personnel: "16623810", public: "0" },
    });
    expect(row("three-public-expenses", "values")?.values).toMatchObject({
      "budget.total": "47.91",
      "budget.vehicleSubtotal": "46.56",
      "budget.vehicleOperation": "21.56",
      agencyOperation: "443.18",
    });
    const court = await readCorpus("budget/js-high-court-budget-2019.pdf");
    const bought = court.tables.find((t) => t.id === "procurement")?.rows ?? [];
    expect(bought.find((r) => r.label === "PC服务器")).toMatchObject({
      depth: 2,
      parent: "货物A/信息网络建设费",
      values: { amount: "68.00" },
      evidence: { organisation: { text: "政府集中采购" } },
    });
  });
});
