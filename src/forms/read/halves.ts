/**
 * A table too wide for its page: the sheet is cut, and its right half stands on the page behind the left one. Rows of both
 * halves lie equally high; the right one has no title of its own, and repeats the columns of labels or has none.
 */
import type { Block, Cell, FlowItem, Grid } from "../../model/index.js";
import { squash } from "../../text/index.js";
import { isTitleLike } from "./title.js";

/** Rows of both halves begin within this of each other, pt (safe 1–6; the sheet's rows are 12 to 40 pt high). */
const SAME_ROW = 3;
/** Fewer rows than this may lie equally high by chance. */
const FEWEST_ROWS = 4;

/** The flow with halves put together, and the sheets that they make; columns of labels that the right half repeats become page furniture. */
export function joinHalves(flow: readonly FlowItem[]): { flow: FlowItem[]; sheets: Set<Grid> } {
  const joined: FlowItem[] = [];
  const sheets = new Set<Grid>();
  for (const item of flow) {
    const left = lastGrid(joined);
    if (item.type !== "grid" || left === null || !isRightHalf(left.grid, item.grid, left.between)) {
      joined.push(item);
      continue;
    }
    const { grid, repeated } = besides(left.grid, item.grid);
    joined[left.at] = { type: "grid", grid };
    sheets.add(grid);
    if (repeated.length > 0) joined.push({ type: "block", block: repeatedLabels(repeated) });
  }
  return { flow: joined, sheets };
}

function lastGrid(flow: readonly FlowItem[]): { at: number; grid: Grid; between: Block[] } | null {
  const at = flow.findLastIndex((item) => item.type === "grid");
  const item = flow[at];
  if (item?.type !== "grid") return null;
  const between = flow.slice(at + 1).flatMap((other) => (other.type === "block" ? [other.block] : []));
  return { at, grid: item.grid, between: between.filter(({ kind }) => kind !== "furniture") };
}

function isRightHalf(left: Grid, right: Grid, between: readonly Block[]): boolean {
  const pages = right.pageEnd - right.pageStart;
  if (right.pageStart !== left.pageEnd + 1 || pages !== left.pageEnd - left.pageStart) return false;
  if (left.rows !== right.rows || left.rows < FEWEST_ROWS || left.method !== right.method) return false;
  // What is printed over the right half belongs to the sheet (单位：万元), but a title opens a table.
  if (between.some((block) => isTitleLike(squash(block.text)) || block.page !== right.pageStart)) return false;
  if (right.cells.some((cell) => cell.row < TITLE_ROWS && isTitleLike(squash(cell.text)))) return false;
  return sameRows(left, right) && !samePrint(left, right);
}

/** A title may stand inside its table's frame, in one of its first rows. */
const TITLE_ROWS = 3;

/** Top of each row, and its page counted from the table's first. */
function tops(grid: Grid): { page: number; y: number }[] {
  const rows = Array.from({ length: grid.rows }, () => ({ page: 0, y: Number.POSITIVE_INFINITY }));
  for (const { row, page, box } of grid.cells) {
    const own = rows[row];
    if (own && box[1] < own.y) rows[row] = { page: page - grid.pageStart, y: box[1] };
  }
  return rows;
}

function sameRows(left: Grid, right: Grid): boolean {
  const other = tops(right);
  return tops(left).every(({ page, y }, row) => {
    const own = other[row];
    return own !== undefined && own.page === page && Math.abs(own.y - y) <= SAME_ROW;
  });
}

/** The texts of a column from top to bottom; one for each row in which a cell begins. */
const printOf = (grid: Grid, column: number) =>
  grid.cells.filter((cell) => cell.column === column).map(({ row, text }) => `${row}:${squash(text)}`);

const isPrinted = (texts: readonly string[]) => texts.some((text) => !text.endsWith(":"));

/** How many leading columns the right half repeats. */
function repeatedColumns(left: Grid, right: Grid): number {
  let count = 0;
  while (count < Math.min(left.columns, right.columns)) {
    const own = printOf(left, count);
    if (!isPrinted(own) || own.join("|") !== printOf(right, count).join("|")) break;
    count++;
  }
  return count;
}

/** The same table printed twice is no half of itself. */
function samePrint(left: Grid, right: Grid): boolean {
  return repeatedColumns(left, right) === Math.min(left.columns, right.columns);
}

function besides(left: Grid, right: Grid): { grid: Grid; repeated: readonly Cell[] } {
  const count = repeatedColumns(left, right);
  const own = right.cells.filter((cell) => cell.column >= count);
  const moved = own.map((cell): Cell => ({ ...cell, column: cell.column - count + left.columns }));
  return {
    grid: {
      ...left,
      pageEnd: right.pageEnd,
      columns: left.columns + right.columns - count,
      cells: [...left.cells, ...moved].sort((a, b) => a.row - b.row || a.column - b.column),
      parts: [...left.parts, ...right.parts],
    },
    repeated: right.cells.filter((cell) => cell.column < count && cell.lines.length > 0),
  };
}

function repeatedLabels(cells: readonly Cell[]): Block {
  const lines = cells.flatMap((cell) => cell.lines);
  return { kind: "furniture", page: cells[0]?.page ?? 1, lines, text: lines.map(({ text }) => text).join(" ") };
}
