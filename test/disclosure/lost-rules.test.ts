import { describe, expect, it } from "vitest";
import { withLostRules } from "../../src/disclosure/lost-rules.js";
import type { Cell, Grid } from "../../src/model/index.js";

function cell(
  row: number,
  column: number,
  rowSpan: number,
  lines: readonly (readonly [text: string, y: number])[],
): Cell {
  return {
    row,
    column,
    rowSpan,
    columnSpan: 1,
    page: 1,
    box: [50 * column, 20 * row, 50 * column + 50, 20 * (row + rowSpan)],
    text: lines.map(([text]) => text).join(" "),
    lines: lines.map(([text, y]) => ({ page: 1, box: [0, y, 40, y + 10], text, size: 9, glyphs: [] })),
  };
}

/** Two rows of three columns, the last of which has lost the rule between them. */
function cut(lost: Cell, source: Grid["source"] = "ocr"): string[] {
  const cells = [cell(0, 0, 1, []), cell(0, 1, 1, []), lost, cell(1, 0, 1, []), cell(1, 1, 1, [])];
  const grid: Grid = {
    pageStart: 1,
    pageEnd: 1,
    rows: 2,
    columns: 3,
    cells,
    parts: [],
    method: "lattice",
    repeatedHeaderRows: [],
    source,
  };
  return withLostRules(grid).cells.flatMap(({ row, column, rowSpan, text }) =>
    column === 2 ? `${row}+${rowSpan} ${text}` : [],
  );
}

describe("withLostRules", () => {
  it("cuts a cell of figures where the other columns' rows end", () => {
    expect(
      cut(
        cell(0, 2, 2, [
          ["0.00", 5],
          ["8.00", 25],
        ]),
      ),
    ).toEqual(["0+1 0.00", "1+1 8.00"]);
    expect(cut(cell(0, 2, 2, [["0.00", 5]]))).toEqual(["0+1 0.00", "1+1 "]);
    // A stamp's star over the rule.
    expect(
      cut(
        cell(0, 2, 2, [
          ["0.00", 5],
          ["★", 16],
          ["8.00", 25],
        ]),
      ),
    ).toEqual(["0+1 0.00", "1+1 ★ 8.00"]);
  });

  it("leaves one with a line over both rows, with words, or of a text layer", () => {
    expect(cut(cell(0, 2, 2, [["0.00", 15]]))).toEqual(["0+2 0.00"]);
    expect(
      cut(
        cell(0, 2, 2, [
          ["本年", 5],
          ["支出", 25],
        ]),
      ),
    ).toEqual(["0+2 本年 支出"]);
    expect(
      cut(
        cell(0, 2, 2, [
          ["0.00", 5],
          ["8.00", 25],
        ]),
        "text",
      ),
    ).toEqual(["0+2 0.00 8.00"]);
  });
});
