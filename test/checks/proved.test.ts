import { describe, expect, test } from "vitest";
import { evaluate, provedCells } from "../../src/checks/index.js";

import { departmentFinalAccounts, readForms } from "../../src/forms/index.js";
import { writtenFlow } from "../helpers/written-flow.js";

/** The proved cells of form 02 with these amounts in its first row. */
function proved(total: string, fiscal: string, other: string): string[] {
  const { tables } = readForms(
    writtenFlow(`
      收入决算表
      | 项目 | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
      | 功能分类科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
      | 201 | 一般公共服务支出 | ${total} | ${fiscal} | 0.00 | | | | ${other} |
    `),
    departmentFinalAccounts.forms,
  );
  const document = { kind: null, scope: null, fiscalYear: null, title: null, entity: null, amountUnit: null };
  return [...provedCells(evaluate({ document, tables: tables.map(({ table }) => table) }))].map((key) =>
    key.replace("income-by-function|201|", ""),
  );
}

describe("cells that a sum proves", () => {
  test("its amounts and its zeros, not its blanks", () => {
    expect(proved("3.00", "1.00", "2.00").sort()).toEqual([
      "fiscalAppropriation",
      "otherIncome",
      "superiorSubsidy",
      "total",
    ]);
  });

  test("none where it fails; of one figure printed twice only the zeros beside it", () => {
    expect(proved("3.00", "1.00", "2.01")).toEqual([]);
    expect(proved("3.00", "3.00", "")).toEqual(["superiorSubsidy"]);
  });
});
