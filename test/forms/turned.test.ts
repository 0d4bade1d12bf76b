import { expect, test } from "vitest";
import { extract } from "../../src/pipeline.js";
import { printedPdf } from "../helpers/printed-pages.js";

const PAGES = `                        2024年度收入决算表
部门：甲城市财政局                     单位：万元
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
| 合计 | | 12.34 | 12.00 | | | | | 0.34 |
| 201 | 一般公共服务支出 | 12.34 | 12.00 | | | | | 0.34 |
| 2010101 | 行政运行 | 12.34 | 12.00 | | | | | 0.34 |
---
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
| 2010199 | 其他人大事务支出 | 12.34 | 12.00 | | | | | 0.34 |
        注：本表反映部门本年度取得的各项收入情况。
---
                        2024年度支出决算表
部门：甲城市财政局                     单位：万元
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
| 合计 | | 12.34 | 12.00 | 0.34 |`;

test.each([90, 180, 270] as const)("pages whose content is turned by %i degrees read as upright ones", async (turn) => {
  const read = async (bytes: Uint8Array) => {
    const { tables, status, coverage, findings } = await extract(bytes);
    const known = tables.map(({ id, title, unit, entity, rows, notes }) => ({
      ...{ id, title, unit, entity, notes },
      rows: rows.map(({ code, label, values }) => ({ code, label, values })),
    }));
    return { known, status, coverage, rules: findings.map(({ rule }) => rule) };
  };
  const upright = await read(printedPdf(PAGES));
  expect(upright.known.map(({ id, rows }) => [id, rows.length])).toEqual([
    ["income-by-function", 4],
    ["expenditure-by-function", 1],
  ]);
  expect(await read(printedPdf(PAGES, turn))).toEqual(upright);
});
