/** Where a table's header ends, and what it prints over each column. Knows no form. */
import type { Cell } from "../../model/index.js";
import {
  areColumnNumbers,
  HEADER_REMAINS,
  isEconomicCode,
  isFunctionalCode,
  normalise,
  parseCell,
  squash,
} from "../../text/index.js";
import type { Matrix } from "./matrix.js";

/** One column as a reader sees it: grid columns under the same header cells are one. */
export interface HeaderColumn {
  /** First grid column and one past the last. */
  readonly from: number;
  readonly to: number;
  /** Printed header from top to bottom, as printed. */
  readonly path: readonly string[];
  /** The same in normal form. */
  readonly normal: readonly string[];
  /** What was read where the path is what a scan's misread texts were taken for. */
  readonly printed?: readonly string[];
}

export interface Header {
  /** First row that is data (it may carry the header's last texts too). */
  readonly bodyStart: number;
  readonly columns: readonly HeaderColumn[];
}

/** What a column's header prints, from top to bottom, without white space. */
export function printedHeader({ path, printed = path }: HeaderColumn): string[] {
  return printed.map(squash);
}

/** 栏次 rows and the like: column numbers, no data. */
export function isColumnNumberRow(cells: readonly Cell[]): boolean {
  return areColumnNumbers(cells.map((cell) => cell.text));
}

const TOTAL = /^(?:合计|总计|本年收入合计|本年支出合计|合计数)$/;
const LABEL_COLUMN = /科目|项目|编码|名称|代码/;
/** Share of the columns that a header text of the label's columns spans at most. */
const WIDEST_LABEL = 0.6;
const PLACEHOLDER = /^[….。·]+$/;

/** Whether a row below the header prints it again, or counts its columns. */
export function isHeaderAgain(matrix: Matrix, row: number): boolean {
  return matrix.grid.repeatedHeaderRows.includes(row) || isColumnNumberRow(matrix.row(row));
}

export function isTotalLabel(text: string): boolean {
  return TOTAL.test(normalise(text));
}

/** `isKnownLabel` says whether a text is the label of a row of the form in question. */
export function readHeader(matrix: Matrix, from: number, isKnownLabel: (text: string) => boolean): Header {
  let bodyStart = -1;
  let lastHeader = from - 1;
  for (let row = from; row < matrix.rows && bodyStart < 0; row++) {
    const cells = matrix.row(row);
    const printed = cells.filter((cell) => cell.text !== "");
    if (printed.length === 0) continue;
    if (isColumnNumberRow(cells)) lastHeader = row;
    else if (isBody(matrix, from, row, printed, isKnownLabel)) bodyStart = row;
    else lastHeader = row;
  }
  if (bodyStart < 0) bodyStart = lastHeader + 1;
  return headerUntil(matrix, from, bodyStart);
}

/** The header of the rows from `from` to before `bodyStart`. */
export function headerUntil(matrix: Matrix, from: number, bodyStart: number): Header {
  return { bodyStart, columns: headerColumns(matrix, from, bodyStart) };
}

function isBody(
  matrix: Matrix,
  from: number,
  row: number,
  printed: readonly Cell[],
  isKnownLabel: (text: string) => boolean,
): boolean {
  return printed.some((cell) => {
    const text = normalise(cell.text);
    // A code, alone or before its name in one cell: 20106财政事务.
    const code = /^\d+(?=\p{Script=Han}|$)/u.exec(text)?.[0] ?? "";
    if (isFunctionalCode(code) || isEconomicCode(code) || PLACEHOLDER.test(text)) return true;
    // Without spaces: the digits of an amount may be letter-spaced, and no value then, but no header either.
    const value = parseCell(text);
    if (value.kind === "amount" && (value.value.includes(".") || value.value.replace("-", "").length > 2)) return true;
    // A header text over nearly all columns (项目, where no rule says how far it reaches) makes none of them a label's.
    const labelColumn = pathCells(matrix, from, row, cell.column).some(
      (above) => above.columnSpan <= WIDEST_LABEL * matrix.columns && LABEL_COLUMN.test(normalise(above.text)),
    );
    return labelColumn && (isTotalLabel(text) || isKnownLabel(cell.text));
  });
}

/** Distinct non-blank header cells over a column, column numbers left out. */
function pathCells(matrix: Matrix, from: number, to: number, column: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = from; row < to; row++) {
    const cell = matrix.at(row, column);
    if (!cell || cell.text === "" || cells.includes(cell)) continue;
    if (isColumnNumberRow(matrix.row(row)) && cell.row === row && !HEADER_REMAINS.has(normalise(cell.text))) continue;
    cells.push(cell);
  }
  return cells;
}

function headerColumns(matrix: Matrix, from: number, bodyStart: number): HeaderColumn[] {
  const columns: { from: number; to: number; cells: Cell[] }[] = [];
  for (let column = 0; column < matrix.columns; column++) {
    const cells = pathCells(matrix, from, bodyStart, column);
    const own = bodyStart < matrix.rows ? matrix.at(bodyStart, column) : undefined;
    // The leaf texts may stand in the row of the total (类|款|项|合计|2,946.25, or 合计 | | | 合计|基本支出|项目支出).
    if (own && own.column === column && isLateHeader(matrix, bodyStart, own, cells)) cells.push(own);
    const last = columns.at(-1);
    if (last && sameCells(last.cells, cells)) last.to = column + 1;
    else columns.push({ from: column, to: column + 1, cells });
  }
  return columns.map(({ from: start, to, cells }) => ({
    from: start,
    to,
    path: cells.map((cell) => cell.text),
    normal: cells.map((cell) => normalise(cell.text)),
  }));
}

const LATE_LEAF = /^(?:[类款项]{1,3}|小计|合计|基本支出|项目支出|预算数|决算数|金额)$/;

function isLateHeader(matrix: Matrix, row: number, cell: Cell, above: readonly Cell[]): boolean {
  if (!LATE_LEAF.test(normalise(cell.text))) return false;
  if (above.some((c) => LABEL_COLUMN.test(normalise(c.text)))) return /^[类款项]{1,3}$/.test(normalise(cell.text));
  // A word over a value column, in a row whose label is the total's.
  return matrix.row(row).some((other) => other !== cell && isTotalLabel(other.text));
}

function sameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((cell, i) => cell === b[i]);
}
