import { describe, expect, it } from "vitest";
import { extract } from "../../src/pipeline.js";
import { printedPdf } from "../helpers/printed-pages.js";

/** Form 02 with the amounts of the column 财政拨款收入 as given. */
const printed = (amounts: readonly string[]) => `
                        2024年度收入决算表
                                                        单位：万元
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
${amounts.map((amount, i) => `| 20801${10 + i} | 行政运行 | 12.34 | ${amount} | | | | | |`).join("\n")}
| 合计 | | 12.34 | ${amounts[0]} | | | | | |
`;

const unread = async (amounts: readonly string[]) => {
  const { findings, status } = await extract(printedPdf(printed(amounts)), { fileName: "x.pdf" });
  return { status, columns: findings.filter(({ rule }) => rule === "form.unread-column") };
};

describe("a column whose figures are refused", () => {
  it("is told as a whole, with how many there are and the first of them", async () => {
    const { columns, status } = await unread(["12.34万元", "0.50万元", "7.00万元"]);
    expect(columns).toMatchObject([
      { severity: "error", place: { table: "income-by-function", column: "fiscalAppropriation" }, actual: "12.34万元" },
    ]);
    expect(columns[0]?.message).toContain("4 of 4 printed figures");
    expect(status).toBe("partial");
  });

  it("is not told of one misprint, nor of words in a column of amounts", async () => {
    expect((await unread(["12.34", "1,2345.00", "7.00"])).columns).toEqual([]);
    expect((await unread(["不适用", "无数据", "见注"])).columns).toEqual([]);
  });

  it("is not told of blanks", async () => {
    expect((await unread(["-", "—", ""])).columns).toEqual([]);
  });
});
