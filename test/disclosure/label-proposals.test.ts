import { describe, expect, it } from "vitest";
import { withLabelProposals } from "../../src/disclosure/label-proposals.js";
import type { Evidence, FormTable, TableRow } from "../../src/model/index.js";

const evidence = (source: Evidence["source"]): Evidence => ({ text: "1.00", page: 3, box: [0, 0, 1, 1], source });

function row(key: string, label: string, source: Evidence["source"], rest: Partial<TableRow> = {}): TableRow {
  const code = /^\d+$/.test(key) ? key : null;
  const plain = { key, code, level: null, label, role: "item" as const, page: 3, values: { amount: "1.00" } };
  return { ...plain, evidence: { amount: evidence(source) }, ...rest };
}

function table(id: string, rows: TableRow[]): FormTable {
  const captions = { formCode: null, title: null, entity: null, unit: null, emptyStatement: null };
  return { id, ...captions, pageStart: 3, pageEnd: 3, isEmpty: false, columns: [], rows, notes: [] };
}

function proposed(id: string, rows: TableRow[]): (string | null)[] {
  const { tables } = withLabelProposals([table(id, rows)], false);
  return tables.flatMap((one) => one.rows.map(({ labelProposal }) => labelProposal?.value ?? null));
}

describe("a scanned row's misread label", () => {
  it.each([
    ["2080505", "机关事业单位基本养老保险缴费文出", "机关事业单位基本养老保险缴费支出"],
    ["2200199", "其他白然资源事务支出", "其他自然资源事务支出"],
    ["2120101", "行政运行E9L", "行政运行"],
  ])("of code %s, %s, is taken for %s", (code, label, name) => {
    expect(proposed("income-by-function", [row(code, label, "ocr")])).toEqual([name]);
  });

  it.each([
    ["a name as it is", "2080505", "机关事业单位基本养老保险缴费支出"],
    ["another code's name: the code may be the misread one", "2080506", "机关事业单位基本养老保险缴费支出"],
    ["words of its own", "2080199", "其他人力资源事务支出"],
    ["nothing like the name", "2080505", "公用经费"],
  ])("is left when it is %s", (_, code, label) => {
    expect(proposed("income-by-function", [row(code, label, "ocr")])).toEqual([null]);
  });

  it("is left in a document with a text layer", () => {
    expect(proposed("income-by-function", [row("2200199", "其他白然资源事务支出", "text")])).toEqual([null]);
  });

  it("takes its ordinal from the rows above and below", () => {
    const rows = [
      ["201", "二、一般公共服务支出"],
      ["202", "二、外交支出"],
      ["203", "三、国防支出"],
      ["204", "、公共安全支出"],
      ["205", "五、教育支出"],
    ] as const;
    const side = { side: "expenditure" as const };
    const list = rows.map(([code, label]) => row(`expenditure.function.${code}`, label, "ocr", side));
    expect(proposed("income-expenditure-summary", list)).toEqual([
      "一、一般公共服务支出",
      null,
      null,
      "四、公共安全支出",
      null,
    ]);
  });

  it("is left where the ordinals beside it may be misread themselves", () => {
    const rows = [
      ["210", "九、卫生健康支出"],
      ["211", "节能环保支出"],
      ["212", "十·、城乡社区支出"],
      ["213", "二、农林水支出"],
    ] as const;
    const side = { side: "expenditure" as const };
    const list = rows.map(([code, label]) => row(`expenditure.function.${code}`, label, "ocr", side));
    expect(proposed("fiscal-appropriation-summary", list)[2]).toBeNull();
  });

  it("stays as read, with the name and its distance beside it and in a finding, unless proposals are applied", () => {
    const tables = [table("general-budget-basic-expenditure", [row("30207", "邮目日费", "ocr")])];
    const { tables: beside, findings } = withLabelProposals(tables, false);
    const proposal = { value: "邮电费", distance: 2, because: "classification" };
    expect(beside[0]?.rows[0]).toMatchObject({ label: "邮目日费", labelProposal: proposal });
    expect(findings).toMatchObject([{ rule: "ocr.misread-label", actual: "邮目日费", expected: "邮电费" }]);
    expect(withLabelProposals(tables, true).tables[0]?.rows[0]).toMatchObject({
      label: "邮电费",
      labelProposal: { ...proposal, printed: "邮目日费" },
    });
  });
});
