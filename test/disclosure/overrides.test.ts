/** People's decisions: applied where they fit, told where they do not, the print untouched. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rejudge } from "../../src/disclosure/rejudge.js";
import type {
  CellOverride,
  Disclosure,
  Finding,
  LabelOverride,
  Override,
  PerformanceOverride,
  TextOverride,
} from "../../src/model/index.js";
import { validate, validateDisclosure } from "../../src/output/index.js";
import { extract } from "../../src/pipeline.js";
import { misprintedTable } from "../helpers/misprinted-table.js";
import { PERFORMANCE } from "../helpers/performance-table.js";
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

const KEY_WORK = `${TABLE}
---
| 序号 | 重点工作 | 完成情况 |
| 1 | 甲项工作 | 完戍 |
| 2 | 乙项工作 | 完成 |
`;

describe("overrides of 绩效自评表", () => {
  const score: PerformanceOverride = {
    kind: "performance",
    place: { page: 1, table: "performance.project.1", row: "indicators[2]", column: "score" },
    label: "培训人次",
    value: "8",
    previous: "6",
    printed: "6",
    reason: "看过原件",
    ...made,
  };
  const of = (column: string, printed: string, value: string | null, row = "indicators[2]"): PerformanceOverride => ({
    ...score,
    place: { ...score.place, row, column },
    label: row.startsWith("indicators") ? "培训人次" : null,
    value,
    previous: printed || null,
    printed,
  });
  const tableOf = ({ performance }: Disclosure) => performance[0];
  const readOwn = async (overrides?: Override[], text = PERFORMANCE) => {
    const { source: now, document: identity } = await read(text);
    const document = { sha256: now.sha256, entity: identity.entity, fiscalYear: identity.fiscalYear };
    return read(
      text,
      overrides?.map((one) => (one.kind === "withdrawal" ? one : { ...one, document })),
    );
  };

  it("correct scores, measures, names and totals; identities are evaluated with them, the print is kept", async () => {
    const before = await readOwn();
    expect(before.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["P1", "P10"]));
    const after = await readOwn([score, of("target", "2万人次", "≥2万人次"), of("name", "培训人次", "培训总人次")]);
    validateDisclosure(after);
    expect(tableOf(after)?.indicators[1]).toMatchObject({
      name: "培训总人次",
      score: "8",
      target: { raw: "≥2万人次", comparator: ">=", value: "2" },
    });
    expect(tableOf(after)?.overrides).toContainEqual({
      row: "indicators[2]",
      column: "score",
      previous: "6",
      reason: "看过原件",
      ...WHO,
    });
    expect(after.findings.map(({ rule }) => rule).filter((rule) => /^P\d/.test(rule))).toEqual([]);
    expect(told(after).map(({ rule }) => rule)).toEqual(Array(3).fill("override.applied"));
    const total = await readOwn([of("score", "97.84", "95.84", "total"), of("budget", "8188.97", null, "execution")]);
    expect(tableOf(total)).toMatchObject({ totalScore: "95.84", execution: { budget: null } });
  });

  it("of a cell that stands before several indicators change all of them", async () => {
    const after = await readOwn([of("level2", "数量指标", "数量")]);
    expect(tableOf(after)?.indicators.map(({ level2 }) => level2)).toEqual(["数量", "数量", "质量指标"]);
    expect(tableOf(after)?.overrides).toHaveLength(2);
  });

  it("know an indicator by its name, and are told where something else is printed", async () => {
    const row = "| 产出指标（80分） | 数量指标（68分） | 开展次数（60分） | ≥100次 | 150次 | 60 |\n";
    const other = PERFORMANCE.replace(row, "").replace(
      "| ^ | ^ | 培训",
      "| 产出指标（80分） | 数量指标（68分） | 培训",
    );
    const moved = await readOwn([score], other);
    expect(tableOf(moved)?.indicators[0]?.score).toBe("8");
    const changed = await readOwn([score], PERFORMANCE.replace("2.5万人次 | 6", "2.5万人次 | 7"));
    expect(tableOf(changed)?.indicators[1]?.score).toBe("7");
    expect(tableOf(changed)?.overrides).toBeUndefined();
    expect(told(changed)).toMatchObject([
      { rule: "override.stale", place: score.place, message: expect.stringContaining('"6" was printed') },
    ]);
    expect(told(await readOwn([of("height", "", "1")]))[0]?.message).toContain("no such value");
  });

  const LONG = PERFORMANCE.replace("甲中心", "甲中心、乙中心")
    .replace("| 一级指标", "| 年度绩效目标 | 开展样例工伯。 | < | < | < | < |\n| 一级指标")
    .concat(
      "| 偏差大或目标未完成原因分析 | 1.样本偏少。 | < | < | < | < |\n| 改进措施及结果应用方案 | 加强菅理。 | < | < | < | < |\n",
    );
  const words = [
    of("implementingUnits[2]", "乙中心", "丙中心", "head"),
    of("text", "开展样例工伯。", "开展样例工作。", "goals[1]"),
    of("deviationReasons[1]", "1.样本偏少。", null, "remarks"),
    of("improvements[1]", "加强菅理。", "加强管理。", "remarks"),
  ];

  it("correct units, goals, reasons and improvements, each by itself, and are taken back", async () => {
    const before = await readOwn([], LONG);
    const after = await readOwn(words, LONG);
    validateDisclosure(after);
    expect(told(after).map(({ rule, message }) => [rule, message.includes("not applied")])).toEqual(
      Array(4).fill(["override.applied", false]),
    );
    expect(tableOf(after)).toMatchObject({
      implementingUnits: ["甲中心", "丙中心"],
      goals: [{ text: "开展样例工作。" }],
      deviationReasons: [""],
      improvements: ["加强管理。"],
    });
    expect(rejudge(after, [])).toEqual(before);
  });

  it("are taken back and made anew on a written output", async () => {
    const lists = [
      [],
      [score],
      [of("level1", "产出指标", "产出"), of("level1Weight", "80", "78")],
      [of("name", "培训人次", "x")],
    ];
    const outputs = await Promise.all(lists.map((overrides) => readOwn(overrides)));
    const { source: now, document: identity } = outputs[0] ?? (await readOwn());
    const document = { sha256: now.sha256, entity: identity.entity, fiscalYear: identity.fiscalYear };
    for (const one of outputs)
      for (const [index, wanted] of lists.entries())
        expect(
          rejudge(
            one,
            wanted.map((override) => ({ ...override, document })),
          ),
        ).toEqual(outputs[index]);
  });
});

describe("overrides of tables of no known form", () => {
  const gridOf = ({ tables }: Disclosure) => tables.find(({ grid }) => grid)?.grid;

  it("correct the text of a cell, keep the print, and are told where it does not fit", async () => {
    const before = await read(KEY_WORK);
    const cell = gridOf(before)?.cells.find(({ text }) => text === "完戍");
    const table = before.tables.find(({ grid }) => grid);
    if (!cell || !table) throw new Error("no such cell");
    const { page, row, column, box } = cell;
    const text: TextOverride = {
      kind: "text",
      place: { page, table: table.id, row, column, box },
      text: "完成",
      previous: "完戍",
      printed: "完戍",
      reason: "错字",
      ...made,
    };
    const after = await read(KEY_WORK, [text]);
    validateDisclosure(after);
    expect(gridOf(after)?.cells.find((one) => one.row === row && one.column === column)).toEqual({
      ...cell,
      text: "完成",
      override: { printed: "完戍", reason: "错字", ...WHO },
    });
    expect(told(after)).toMatchObject([{ rule: "override.applied", actual: "完戍", expected: "完成" }]);
    expect(rejudge(after, [])).toEqual(before);
    expect(rejudge(before, [text])).toEqual(after);
    expect(told(await read(KEY_WORK.replace("完戍", "未完"), [text]))[0]?.message).toContain('"未完" is printed now');
    expect(told(await read(KEY_WORK, [{ ...text, place: { ...text.place, row: 9 } }]))[0]?.message).toContain(
      "no such cell",
    );
  });
});
