import { describe, expect, it } from "vitest";
import { readForms } from "../../src/forms/index.js";
import type { FlowItem } from "../../src/model/index.js";
import { writtenFlow } from "../helpers/written-flow.js";
import { NINE } from "./reading.js";

/** A written document as a scan's. */
function scanned(text: string): FlowItem[] {
  return writtenFlow(text).map((item) =>
    item.type === "grid" ? { ...item, grid: { ...item.grid, source: "ocr" } } : item,
  );
}

function read(text: string): { ids: string[]; told: string[] } {
  const { tables, findings } = readForms(scanned(text), NINE);
  return {
    ids: tables.map(({ table }) => table.id),
    told: findings
      .filter(({ rule }) => rule !== "form.row-without-code")
      .map(({ rule, actual, expected }) => `${rule} ${actual} → ${expected}`),
  };
}

const INCOME = `
  收入决算表
  | 项目 | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
  | 功能分类科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
  | 201 | 一般公共服务支出 | 1.00 | 1.00 | | | | | |
`;
const SPENT = `
  | 项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出 |
  | 功能分类科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ |
  | 201 | 一般公共服务支出 | 1.00 | 1.00 | | | | |
`;
const THREE = `
  | 项目 | < | 本年支出合计 | 基本支出 | 项目支出 |
  | 功能分类科目编码 | 科目名称 | ^ | ^ | ^ |
  | 201 | 一般公共服务支出 | 1.00 | 1.00 | |
`;

const BASIC = `
  | 经济分类科目编码 | 科目名称 | 决算数 | 经济分类科目编码 | 科目名称 | 决算数 |
  | 301 | 工资福利支出 | 1.00 | 302 | 商品和服务支出 | 1.00 |
  | 30101 | 基本工资 | 1.00 | 30201 | 办公费 | 1.00 |
`;

describe("a scanned table", () => {
  it("with a misread or cut title is the form whose title is nearest, and that is told", () => {
    for (const title of ["出决算表", "支出决算农", "支出央算表", "某局2024年度文出决算表"]) {
      expect(read(`${INCOME}\n${title}\n${SPENT}`), title).toEqual({
        ids: ["income-by-function", "expenditure-by-function"],
        told: [`form.misread-title ${title} → 支出决算表`],
      });
    }
  });

  it("keeps the title that was read", () => {
    const { tables } = readForms(scanned(`${INCOME}\n出决算表\n${SPENT}`), NINE);
    expect(tables[1]?.table.title).toBe("出决算表");
  });

  it("with the end of a long title is not the form of the short one that another table is by its whole header", () => {
    expect(read(`${INCOME}\n支出决算表\n${SPENT}\n---\n支出决算表\n${THREE}`)).toEqual({
      ids: ["income-by-function", "expenditure-by-function", "general-budget-expenditure"],
      told: ["form.misread-title 支出决算表 → 一般公共预算支出决算表"],
    });
  });

  it("without a title is the one form whose header and rows it has", () => {
    expect(read(`${INCOME}\n川人本朴\n${BASIC}`)).toEqual({
      ids: ["income-by-function", "general-budget-basic-expenditure"],
      told: ["form.misread-title null → null"],
    });
  });

  it("is none when its few columns may be any form's, or its title is another table's, or the form is there already", () => {
    expect(read(`${INCOME}\n川人本朴\n${THREE}`).ids[1]).toBe("unrecognised-1");
    expect(read(`${INCOME}\n国有资产占用情况表\n${BASIC}`).ids[1]).toBe("unrecognised-1");
    expect(read(`支出决算表\n${SPENT}\n---\n出决算表\n${SPENT}`).ids[1]).toBe("unrecognised-1");
    expect(read(`${INCOME}\n出决算表\n${SPENT}\n---\n文出决算表\n${SPENT}`).ids.slice(1)).toEqual([
      "unrecognised-1",
      "unrecognised-2",
    ]);
  });

  it("of a text layer is taken at its word", () => {
    const { tables } = readForms(writtenFlow(`${INCOME}\n出决算表\n${SPENT}`), NINE);
    expect(tables[1]?.table.id).toBe("unrecognised-1");
  });

  it("keeps the header as read where a text of it was misread", () => {
    const { tables } = readForms(scanned(`支出决算表\n${SPENT.replace("| 基本支出", "| ★据基本支出")}`), NINE);
    expect(tables[0]?.table.columns.map(({ key, header }) => `${key} ${header.join("/")}`).slice(0, 2)).toEqual([
      "total 本年支出合计",
      "basic ★据基本支出",
    ]);
  });

  it("takes the one column of a side that it does not know for the one that it lacks", () => {
    const { tables, findings } = readForms(
      scanned(`
        收入支出决算总表
        | 收入 | < | 支出 | < |
        | 项目 | 决算数 | 项目 | 决弹 |
        | 一、一般公共预算财政拨款收入 | 2,940.05 | 一、一般公共服务支出 | 2,112.86 |
        | 总计 | 2,940.05 | 总计 | 2,112.86 |
      `),
      NINE,
    );
    expect(tables[0]?.table.rows.map(({ values }) => values)).toEqual(
      ["2940.05", "2940.05", "2112.86", "2112.86"].map((amount) => ({ amount })),
    );
    expect(findings.map(({ rule, actual, expected }) => `${rule} ${actual} → ${expected}`)).toEqual([
      "form.unknown-column 决弹 → 决算数",
    ]);
  });
});
