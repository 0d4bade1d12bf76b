import { describe, expect, it } from "vitest";
import { readValue } from "../../src/forms/read/value.js";
import { writtenGrid } from "../helpers/written-flow.js";
import { readWritten, told } from "./reading.js";

const table = (cell: string) => `
  一般公共预算财政拨款支出决算表
  | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
  | 201 | 一般公共服务支出 | ${cell} | 1.00 | 2.00 |
`;

describe("a cell", () => {
  it.each([
    ["1,234.50", "1234.50"],
    ["0.00", "0.00"],
    ["0", "0"],
    ["10.00", "10.00"],
    ["-8.10", "-8.10"],
    ["（3.20）", "-3.20"],
    ["１，２３４．５０", "1234.50"],
    ["15,777,/676.24", "15777676.24"],
    ["", null],
    ["-", null],
    ["——", null],
    ["…", null],
  ])("%j is %j", (printed, value) => {
    const { table: read, findings } = readWritten(table(printed));
    expect(read.rows[0]?.values.total).toBe(value);
    expect(findings).toEqual([]);
  });

  it.each([
    ["478.57/478.57", "two-numbers", "478.57 478.57"],
    ["12,34.5", "bad-grouping", "12,34.5"],
    ["1.2.3", "two-dots", "1.2.3"],
    ["l2.50", "letters", "l2.50"],
    ["12.50万元", "unit", "12.50万元"],
    ["12.5%", "percent", "12.5%"],
    ["见附表", "not-a-number", "见附表"],
  ])("%j is no amount: its text is kept, and a finding says why", (printed, reason, text) => {
    const { table: read, findings } = readWritten(table(printed));
    expect(read.rows[0]?.values.total).toBeNull();
    expect(read.rows[0]?.evidence.total?.text).toBe(text);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: `number.${reason}`,
        severity: "warning",
        actual: text,
        place: { page: 1, table: "general-budget-expenditure", row: "201", column: "total" },
      }),
    ]);
    expect(findings[0]?.message).toContain(`"${text}"`);
  });

  it("of a template is a placeholder: an info", () => {
    expect(told(readWritten(table("XXX")).findings)).toEqual(["number.placeholder info 201 XXX"]);
  });
});

describe("evidence", () => {
  it("is the printed text, the page and the box round it, to a hundredth of a pt", () => {
    const grid = writtenGrid("| 1,234.50 | |");
    expect(readValue(grid.cells, grid)).toEqual({
      value: "1234.50",
      refused: null,
      evidence: { text: "1,234.50", page: 1, box: [2, 5, 58, 15], source: "text" },
    });
  });

  it("is none for a blank cell, but for one that prints a dash", () => {
    const blank = writtenGrid("| | |");
    const dash = writtenGrid("| - | |");
    expect(readValue(blank.cells, blank).evidence).toBeNull();
    expect(readValue(dash.cells, dash)).toMatchObject({ value: null, evidence: { text: "-" } });
  });

  it("from OCR names the engine and the least confidence", () => {
    const grid = writtenGrid("| 12.50 | |");
    const [cell] = grid.cells;
    const glyphs = [0.98, 0.91, 0.99].map((confidence) => ({
      text: "1",
      x0: 0,
      x1: 5,
      y0: 0,
      y1: 10,
      baseline: 8,
      size: 10,
      font: "ocr",
      angle: 0,
      confidence,
    }));
    const read =
      cell &&
      readValue([{ ...cell, lines: cell.lines.map((line) => ({ ...line, glyphs })) }], {
        ...grid,
        source: "ocr",
        engine: "ppocr",
      });
    expect(read?.evidence).toMatchObject({ source: "ocr", confidence: 0.91, engine: "ppocr" });
  });
});
