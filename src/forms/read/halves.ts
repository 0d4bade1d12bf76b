/**
 * A table too wide for its page: the sheet is cut, and its right half stands on the page behind the left one. Rows of both
 * halves lie equally high; the right one has no title of its own, or the rest of a title that the cut tears, and repeats the
 * columns of labels or has none.
 */
import type { Block, Cell, FlowItem, Grid, TextLine } from "../../model/index.js";
import { squash } from "../../text/index.js";
import { readFurnitureLine } from "./caption.js";
import { isTitleLike } from "./title.js";

/** Rows of both halves begin within this of each other, pt (safe 1–6; the sheet's rows are 12 to 40 pt high). */
const SAME_ROW = 3;
/** Parts of one sheet are as wide as each other within this, pt (rejoin.ts holds parts beneath each other to the same). */
const SAME_WIDTH = 8;
/** Fewer rows than this may lie equally high by chance. */
const FEWEST_ROWS = 4;

/** The flow with halves put together, and the sheets that they make; columns of labels that the right half repeats become page furniture. */
export function joinHalves(flow: readonly FlowItem[]): { flow: FlowItem[]; sheets: Set<Grid> } {
  let joined: FlowItem[] = [];
  const sheets = new Set<Grid>();
  for (const item of flow) {
    const left = lastGrid(joined);
    if (item.type !== "grid" || left === null) {
      joined.push(item);
      continue;
    }
    const torn = tornTitle(joined, left, item.grid);
    if (!isRightHalf(left.grid, item.grid, left.between, torn, sheets)) {
      joined.push(item);
      continue;
    }
    const { grid, repeated } = besides(left.grid, item.grid);
    joined[left.at] = { type: "grid", grid };
    sheets.add(grid);
    if (torn) joined = mended(joined, left.at, torn, item.grid);
    if (repeated.length > 0) joined.push({ type: "block", block: repeatedLabels(repeated) });
  }
  return { flow: joined, sheets };
}

interface LastGrid {
  readonly at: number;
  readonly grid: Grid;
  /** Texts between it and the end of the flow. */
  readonly between: readonly Block[];
}

function lastGrid(flow: readonly FlowItem[]): LastGrid | null {
  const at = flow.findLastIndex((item) => item.type === "grid");
  const item = flow[at];
  if (item?.type !== "grid") return null;
  const between = flow.slice(at + 1).flatMap((other) => (other.type === "block" ? [other.block] : []));
  return { at, grid: item.grid, between: between.filter(({ kind }) => kind !== "furniture") };
}

function isRightHalf(
  left: Grid,
  right: Grid,
  between: readonly Block[],
  torn: TornTitle | null,
  sheets: ReadonlySet<Grid>,
): boolean {
  const pages = right.pageEnd - right.pageStart;
  if (right.pageStart !== left.pageEnd + 1) return false;
  // A third part; but one as wide as the first is where the sheet goes on beneath it (over, then down).
  if (sheets.has(left) && (pages > 0 || isAsWide(left, right))) return false;
  if (!sheets.has(left) && pages !== left.pageEnd - left.pageStart) return false;
  if (left.rows !== right.rows || left.rows < FEWEST_ROWS || left.method !== right.method) return false;
  // What is printed over the right half belongs to the sheet (单位：万元), but a title opens a table, and so may a text behind the left half.
  const own = between.filter((block) => block !== torn?.right);
  if (own.some((block) => isTitleLike(squash(block.text)) && readFurnitureLine(block.lines) === null)) return false;
  if (own.some((block) => block.page !== right.pageStart) && !torn && !sheets.has(left)) return false;
  if (right.cells.some((cell) => cell.row < TITLE_ROWS && isTitleLike(squash(cell.text)))) return false;
  return sameRows(left, right) && !samePrint(left, right);
}

function isAsWide(a: Grid, b: Grid): boolean {
  const [own, other] = [a.parts[0]?.box, b.parts[0]?.box];
  return !own || !other || Math.abs(own[2] - own[0] - (other[2] - other[0])) <= SAME_WIDTH;
}

/** A title that the cut between two halves tears: the left part runs to its table's right edge, the right one begins at the left edge. */
interface TornTitle {
  readonly left: Block;
  readonly right: Block;
  readonly text: string;
}

function tornTitle(flow: readonly FlowItem[], left: LastGrid, right: Grid): TornTitle | null {
  const edge = left.grid.parts.at(-1)?.box;
  const start = right.parts[0]?.box;
  if (!edge || !start || left.grid.pageEnd !== left.grid.pageStart) return null;
  const before = flow.findLastIndex((item, at) => at < left.at && item.type === "grid");
  const over = flow.slice(before + 1, left.at).flatMap((item) => (item.type === "block" ? [item.block] : []));
  for (const rest of left.between) {
    const [line, more] = rest.lines;
    if (!line || more || rest.page !== right.pageStart || !runsTo(line, start[0], "left")) continue;
    const begun = over.find(({ page, lines: [own, other] }) => {
      if (!own || other || page !== left.grid.pageEnd || !runsTo(own, edge[2], "right")) return false;
      return Math.abs(own.box[1] - line.box[1]) <= SAME_ROW && Math.abs(own.box[3] - line.box[3]) <= SAME_ROW;
    });
    if (!begun) continue;
    const text = together(squash(begun.text), squash(rest.text));
    if (isTitleLike(text) && !isTitleLike(squash(begun.text))) return { left: begun, right: rest, text };
  }
  return null;
}

/** Whether a line reaches an edge, or ends so near it that no character has room. */
function runsTo({ box }: TextLine, edge: number, side: "left" | "right"): boolean {
  const near = (box[3] - box[1]) / 2;
  return side === "right" ? box[2] >= edge - near : box[0] <= edge + near;
}

/** A character on the cut is printed on both pages. */
const together = (left: string, right: string) => left + (left.at(-1) === right[0] ? right.slice(1) : right);

/** The flow with a torn title whole, and what is printed over the right half (its unit, its code) over the sheet. */
function mended(flow: readonly FlowItem[], at: number, torn: TornTitle, right: Grid): FlowItem[] {
  const lines = [...torn.left.lines, ...torn.right.lines];
  const title: Block = { ...torn.left, kind: "paragraph", lines, text: torn.text };
  const top = right.parts[0]?.box[1] ?? 0;
  const isOver = (item: FlowItem) =>
    item.type === "block" && item.block.page === right.pageStart && (item.block.lines[0]?.box[3] ?? top) <= top;
  const rest = flow.slice(at + 1).filter((item) => item.type !== "block" || item.block !== torn.right);
  const before = flow.slice(0, at).map((item): FlowItem => {
    return item.type === "block" && item.block === torn.left ? { type: "block", block: title } : item;
  });
  return [...before, ...rest.filter(isOver), ...flow.slice(at, at + 1), ...rest.filter((item) => !isOver(item))];
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
  // A sheet may be cut into more than two: its rows stand on the pages of its last part too.
  const pageStart = left.pageEnd - (right.pageEnd - right.pageStart);
  const last = { ...left, pageStart, cells: left.cells.filter(({ page }) => page >= pageStart) };
  return tops(last).every(({ page, y }, row) => {
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
