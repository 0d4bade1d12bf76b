/** People's decisions: applied where they fit, told where they do not, the print untouched. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rejudge } from "../../src/disclosure/rejudge.js";
import type { CellOverride, Disclosure, Finding, LabelOverride, Override } from "../../src/model/index.js";
import { validate, validateDisclosure } from "../../src/output/index.js";
import { extract } from "../../src/pipeline.js";
import { misprintedTable } from "../helpers/misprinted-table.js";
import { printedPdf } from "../helpers/printed-pages.js";

const TABLE = misprintedTable("行政远行");
const WHO = { author: "李四", time: "2025-03-01T08:00:00Z" };

function read(printed = TABLE, overrides?: Override[], options = {}): Promise<Disclosure> {
  if (overrides) validate("overrides", { schemaVersion: "1.0", overrides });
  const given = overrides && { overrides: { schemaVersion: "1.0" as const, overrides } };
  return extract(printedPdf(printed), { fileName: "x.pdf", ...given, ...options });
}

const rowOf = ({ tables }: Disclosure) => tables[0]?.rows.find(({ key }) => key === "2080101");
const told = ({ findings }: Disclosure) => findings.filter(({ rule }) => rule.startsWith("override."));
const shown = (findings: readonly Finding[]) =>
  findings.map(({ severity, message, place, actual, expected }) => ({ severity, message, place, actual, expected }));
const shownIn = (rule: string): unknown =>
  JSON.parse(
    /```json findings\n([\s\S]*?)\n```/.exec(
      readFileSync(new URL(`../../docs/rules/${rule}.md`, import.meta.url), "utf8"),
    )?.[1] ?? "null",
  );

const { source, document } = await read();
const made = { document: { sha256: source.sha256, entity: document.entity, fiscalYear: document.fiscalYear }, ...WHO };
const place = { page: 1, table: "income-by-function", row: "2080101", column: "total" };
const accepted: CellOverride = {
  kind: "proposal",
  place,
  value: "112.34",
  previous: null,
  printed: "1l2.34",
  because: ["F02.row", "F02.hier"],
  reason: "F02.row, F02.hier",
  ...made,
};
const corrected = (value: string | null): CellOverride => ({
  kind: "value",
  place,
  value,
  previous: null,
  printed: "1l2.34",
  reason: "看过原件",
  ...made,
});
const label: LabelOverride = {
  kind: "label",
  place: { page: 1, table: "income-by-function", row: "2080101" },
  label: "行政运行",
  previous: "行政远行",
  printed: "行政远行",
  reason: "错字",
  ...made,
};

describe("overrides", () => {
  it("stand in the value's place, the print and the person in the evidence; identities are evaluated with them", async () => {
    const before = await read();
    expect(before.findings.map(({ rule }) => rule)).toContain("repair.proposal");
    const after = await read(TABLE, [accepted]);
    validateDisclosure(after);
    expect(rowOf(after)?.values.total).toBe("112.34");
    expect(rowOf(after)?.evidence.total).toMatchObject({
      text: "1l2.34",
      override: { kind: "proposal", previous: null, because: ["F02.row", "F02.hier"], ...WHO },
    });
    expect(after.findings.filter(({ rule }) => /^F02.(?!name)|repair/.test(rule))).toEqual([]);
    expect(shown(told(after))).toEqual(shownIn("override.applied"));
  });

  it("correct labels, statements and blank cells", async () => {
    const blank: Override = {
      ...corrected("0.00"),
      place: { ...place, column: "superiorSubsidy" },
      printed: "",
    };
    const text = `${TABLE}\n---\n一、收入支出决算总体情况说明\n2024年度收入总计112.34万元。\n`;
    const facts = ({ sections }: Disclosure) => sections.flatMap((section) => section.facts);
    const [fact] = facts(await read(text));
    expect(fact?.value).toBe("112.34");
    const statement: Override = {
      kind: "statement",
      place: { page: fact?.page ?? 0, path: fact?.path ?? "" },
      value: "112.35",
      previous: "112.34",
      printed: fact?.quote ?? "",
      reason: "看过原件",
      ...made,
    };
    const after = await read(text, [label, blank, statement]);
    validateDisclosure(after);
    expect(rowOf(after)).toMatchObject({
      label: "行政运行",
      labelOverride: { printed: "行政远行", reason: "错字" },
      values: { superiorSubsidy: "0.00" },
      evidence: { superiorSubsidy: { text: "", override: { previous: null } } },
    });
    expect(facts(after)[0]).toMatchObject({ value: "112.35", quote: fact?.quote, override: { previous: "112.34" } });
    expect(after.findings.map(({ rule }) => rule)).not.toContain("F02.name");
    expect(told(after).map(({ rule }) => rule)).toEqual(Array(3).fill("override.applied"));
  });

  it("count until a later one on the same thing; a withdrawn one lets the earlier count again", async () => {
    const withdrawal: Override = { kind: "withdrawal", of: 2, reason: "看错了", ...WHO };
    const later = await read(TABLE, [accepted, corrected("99.00")]);
    expect(rowOf(later)?.values.total).toBe("99.00");
    expect(told(later)).toHaveLength(1);
    expect(later.findings.some(({ rule }) => rule === "F02.row")).toBe(true);
    expect(rowOf(await read(TABLE, [accepted, corrected("99.00"), withdrawal]))?.values.total).toBe("112.34");
    const idle = await read(TABLE, [{ ...withdrawal, of: 7 }]);
    expect(told(idle)).toMatchObject([{ rule: "override.stale", place: {} }]);
  });

  it("decide even that a text is nothing, and stand against --apply-proposals", async () => {
    const after = await read(TABLE, [corrected(null)], { applyProposals: true });
    expect(rowOf(after)?.values.total).toBe(null);
    expect(rowOf(after)?.evidence.total?.proposal?.applied).toBeUndefined();
    expect(after.findings.some(({ note }) => note?.includes("could not be read"))).toBe(false);
  });

  it("of a file that prints otherwise are told, and change nothing", async () => {
    const printed = TABLE.replace("1l2.34", "112.84");
    const other = await read(printed, [accepted, { ...label, place: { ...label.place, row: "999" } }]);
    expect({ ...other, findings: other.findings.filter((one) => !told(other).includes(one)) }).toEqual(
      await read(printed),
    );
    expect(shown(told(other).slice(0, 1))).toEqual(shownIn("override.stale"));
    expect(told(other)[1]?.message).toContain("no such row is on that page");
    // Another file of the same entity and year that prints the same there.
    const again = await read(`${TABLE}\n---\n附件\n`, [accepted]);
    expect(again.source.sha256).not.toBe(source.sha256);
    expect(rowOf(again)?.values.total).toBe("112.34");
    const foreign = await read(TABLE.replaceAll("某局", "另局"), [accepted]);
    expect(told(foreign)[0]?.message).toContain("another document");
    expect(rowOf(foreign)?.values.total).toBe(null);
  });

  it("are taken back and made anew on a written output as if the document were read again", async () => {
    const lists = [[], [accepted], [corrected("99.00"), label], [accepted, corrected(null)]];
    const outputs = await Promise.all(lists.map((overrides) => read(TABLE, overrides)));
    for (const one of outputs)
      for (const [index, wanted] of lists.entries()) expect(rejudge(one, wanted)).toEqual(outputs[index]);
  });

  it("confirm a finding as long as it says the same", async () => {
    const wrong = TABLE.replace("1l2.34", "200.00");
    const first = await read(wrong);
    const found = first.findings.find(({ rule }) => rule === "F02.row");
    const { sha256 } = first.source;
    const confirmation: Override = {
      kind: "finding",
      rule: "F02.row",
      place: found?.place ?? {},
      actual: found?.actual ?? null,
      expected: found?.expected ?? null,
      reason: "原件如此",
      ...made,
      document: { ...made.document, sha256 },
    };
    const after = await read(wrong, [confirmation]);
    validateDisclosure(after);
    expect(after.findings.find(({ rule }) => rule === "F02.row")).toEqual({
      ...found,
      confirmed: { reason: "原件如此", ...WHO },
    });
    expect(told(after)).toMatchObject([{ rule: "override.applied", severity: "info" }]);
    expect(told(await read(TABLE, [confirmation]))).toMatchObject([{ rule: "override.stale", severity: "warning" }]);
  });
});
