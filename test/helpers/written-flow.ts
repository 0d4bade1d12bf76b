/**
 * A document's flow written as text, for tests of the forms:
 *
 *     支出决算表
 *     单位：万元
 *     | 项目 | < | 合计 |
 *     | 科目编码 | 科目名称 | ^ |
 *     | 201 | 一般公共服务支出 | 12.00 |
 *     ---
 *     | 202 | 外交支出 | |
 *     注：本表反映支出情况。
 *
 * Lines of `|` are a table's rows; `<` goes on with the cell to its left, `^` with the one above it, `/` in a cell begins a
 * new line. `---` begins the next page; rows on both sides of it are one table. `+` before a row marks a repeated header.
 */
import type { Block, Box, Cell, FlowItem, Grid, TextLine } from "../../src/model/index.js";
import { joinLines } from "../../src/text/index.js";

const WIDTH = 60;
const HEIGHT = 20;

export function writtenFlow(text: string): FlowItem[] {
  const flow: FlowItem[] = [];
  let rows: WrittenRow[] = [];
  let page = 1;
  const flush = () => {
    if (rows.length > 0) flow.push({ type: "grid", grid: gridOf(rows) });
    rows = [];
  };
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    const repeated = line.startsWith("+|");
    if (line === "") continue;
    if (line === "---") page++;
    else if (line.startsWith("|") || repeated) rows.push({ page, repeated, texts: cellTexts(line.replace(/^\+/, "")) });
    else {
      flush();
      flow.push({ type: "block", block: blockOf(line, page) });
    }
  }
  flush();
  return flow;
}

/** The flow's only table. */
export function writtenGrid(text: string): Grid {
  const grids = writtenFlow(text).flatMap((item) => (item.type === "grid" ? [item.grid] : []));
  const [grid] = grids;
  if (!grid || grids.length > 1) throw new Error(`one table was expected, ${grids.length} are written`);
  return grid;
}

interface WrittenRow {
  readonly page: number;
  readonly repeated: boolean;
  readonly texts: readonly string[];
}

function cellTexts(line: string): string[] {
  return line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((text) => text.trim());
}

function gridOf(rows: readonly WrittenRow[]): Grid {
  const columns = Math.max(...rows.map((row) => row.texts.length));
  const at = (row: number, column: number) => rows[row]?.texts[column] ?? "";
  const cells: Cell[] = [];
  rows.forEach(({ page }, row) => {
    for (let column = 0; column < columns; column++) {
      const text = at(row, column);
      if (text === "<" || text === "^") continue;
      let columnSpan = 1;
      while (at(row, column + columnSpan) === "<") columnSpan++;
      let rowSpan = 1;
      while (at(row + rowSpan, column) === "^") rowSpan++;
      const box: Box = [column * WIDTH, row * HEIGHT, (column + columnSpan) * WIDTH, (row + rowSpan) * HEIGHT];
      const lines = text === "" ? [] : text.split("/").map((part) => lineOf(part.trim(), page, box));
      cells.push({ row, column, rowSpan, columnSpan, page, box, text: joinLines(lines.map((l) => l.text)), lines });
    }
  });
  const pages = [...new Set(rows.map((row) => row.page))];
  return {
    pageStart: pages[0] ?? 1,
    pageEnd: pages.at(-1) ?? 1,
    rows: rows.length,
    columns,
    cells,
    parts: pages.map((page) => ({ page, box: [0, 0, columns * WIDTH, rows.length * HEIGHT] })),
    method: "lattice",
    repeatedHeaderRows: rows.flatMap((row, i) => (row.repeated ? [i] : [])),
    source: "text",
  };
}

function lineOf(text: string, page: number, box: Box): TextLine {
  return { page, box: [box[0] + 2, box[1] + 5, box[2] - 2, box[3] - 5], text, size: 10, glyphs: [] };
}

function blockOf(text: string, page: number): Block {
  return { kind: "paragraph", page, lines: [lineOf(text, page, [0, 0, 500, 20])], text };
}
