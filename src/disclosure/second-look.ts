/** Cells of scanned tables that are doubtful as numbers are read again before the forms read them. */
import { SURE } from "../checks/index.js";
import type { Box, Cell, FlowItem, Grid, Page, Reading } from "../model/index.js";
import { parseCell } from "../text/index.js";
import { withLostRules } from "./lost-rules.js";
import type { ScanReader } from "./pages.js";
import { provedIn } from "./proved.js";
import { canonical, isConfirmed, LIKENESS } from "./readings.js";
import { stopIfAborted } from "./source.js";

/** A column is one of numbers from this many of them, and this share of what is printed in it. */
const FEWEST_NUMBERS = 3;
const NUMBERS = 0.6;
/** How sure the page's own digits must be to stand for a text that is no number, 0–1; right in the corpus scan from 0.73. */
const LIKELY = 0.8;
/** This part of a column's numbers have as many decimals. */
const UNIFORM = 0.85;
/** Readings that must say the same to stand for a text that is no number. */
const FEWEST_VOTES = 2;
/** Paper left off inside a cell's walls, pt: they are erased, but not to the last pixel. */
const WALL = 1;
/** What may be a number that was misread: more digits than anything else. */
const NUMBER_LIKE = /^\D{0,2}\d(?=.*[.,]).*\d\D{0,2}$/u;
/** Money with its thousands and its decimals. */
const GROUPED = /^-?\d{1,3}(?:,\d{3})+\.\d{2}$/;

/** The flow with doubtful number cells read again; every reading stays with its cell, the first one first. */
export async function lookAgain(
  flow: readonly FlowItem[],
  pages: readonly Page[],
  scans: ScanReader,
  signal?: AbortSignal,
): Promise<FlowItem[]> {
  const scanned = new Map(pages.filter(({ source }) => source === "ocr").map((page) => [page.number, page]));
  if (scanned.size === 0) return [...flow];
  const whole = flow.map(
    (item): FlowItem => (item.type === "grid" ? { type: "grid", grid: withLostRules(item.grid) } : item),
  );
  const isProved = provedIn(whole);
  const looked: FlowItem[] = [];
  for (const item of whole) {
    if (item.type !== "grid") {
      looked.push(item);
      continue;
    }
    const cells: Cell[] = [];
    const { grid } = item;
    const columns = numberColumns(grid);
    for (const cell of grid.cells) {
      const page = scanned.get(cell.page);
      const column = columns.get(cell.column);
      const mayBeNumber = column !== undefined && cell.row >= column.first && cell.rowSpan === 1;
      const doubtful =
        mayBeNumber && page !== undefined && (isDoubtful(cell, column) || scans.isCovered(page, cell.box));
      if (!doubtful || (fits(cell.text, column) && isProved(cell))) {
        cells.push(cell);
        continue;
      }
      stopIfAborted(signal);
      cells.push(await readCellAgain(cell, column, page, scans));
    }
    looked.push({ type: "grid", grid: { ...grid, cells } });
  }
  return looked;
}

/** Columns that hold numbers, each with the first row that does, or looks as if it did. */
function numberColumns({ cells }: Grid): Map<number, NumberColumn> {
  const found = new Map<number, { first: number; printed: number; decimals: number[] }>();
  for (const cell of cells) {
    if (cell.text === "" || cell.columnSpan > 1) continue;
    const isAmount = isNumber(cell.text) && /[.,]/.test(cell.text);
    const column = found.get(cell.column);
    if (column === undefined) {
      if (isAmount || NUMBER_LIKE.test(cell.text))
        found.set(cell.column, { first: cell.row, printed: 1, decimals: isAmount ? [decimalsOf(cell.text)] : [] });
      continue;
    }
    column.printed++;
    if (isAmount) column.decimals.push(decimalsOf(cell.text));
  }
  return new Map(
    [...found]
      .filter(([, { decimals, printed }]) => decimals.length >= FEWEST_NUMBERS && decimals.length >= NUMBERS * printed)
      .map(([column, { first, decimals }]) => [column, { first, decimals: usualDecimals(decimals) }]),
  );
}

interface NumberColumn {
  /** The first row. */
  readonly first: number;
  /** How many decimals its numbers have; null when they differ. */
  readonly decimals: number | null;
}

function decimalsOf(text: string): number {
  return /\.(\d*)\D*$/.exec(text.normalize("NFKC"))?.[1]?.length ?? 0;
}

function usualDecimals(all: readonly number[]): number | null {
  const usual = [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
  return all.filter((one) => one === usual).length >= UNIFORM * all.length ? usual : null;
}

function isDoubtful(cell: Cell, column: NumberColumn): boolean {
  return !fits(cell.text, column) || confidenceOf(cell) < SURE;
}

/** Whether a text is a number as its column prints them: 00 is none among 0.00s. */
function fits(text: string, { decimals }: NumberColumn): boolean {
  return isNumber(text) && (decimals === null || decimalsOf(text) === decimals);
}

function isNumber(text: string): boolean {
  return parseCell(text).kind === "amount";
}

function confidenceOf({ lines }: Cell): number {
  return Math.min(1, ...lines.flatMap(({ glyphs }) => glyphs.map(({ confidence }) => confidence ?? 1)));
}

async function readCellAgain(cell: Cell, column: NumberColumn, page: Page, scans: ScanReader): Promise<Cell> {
  const [x0, y0, x1, y1] = cell.box;
  const whole: Box = [x0 + WALL, y0 + WALL, x1 - WALL, y1 - WALL];
  const isTorn = cell.lines.length > 1 && cell.lines.every(({ text }) => /^[-\d.,，\s]+$/u.test(text));
  const boxes = isTorn ? cell.lines.map(({ box }) => box) : [whole];
  const again = await scans.again(page, boxes, "number", (readings) => settle(cell, column, readings).settled);
  if (cell.text === "" && again.length === 0) return cell;
  const first: Reading = {
    engine: page.engine ?? "ocr",
    text: cell.text,
    confidence: Math.round(confidenceOf(cell) * 1000) / 1000,
  };
  return { ...cell, text: settle(cell, column, again).text, readings: [first, ...again] };
}

/** What a cell's readings make of it, and whether more of them could change that. */
function settle(cell: Cell, column: NumberColumn, readings: readonly Reading[]): { text: string; settled: boolean } {
  const seen = readings.find(({ engine }) => engine === LIKENESS);
  // What stands before a number and may be a stamp's stroke is passed over: 503.52 says nothing against 1,503.52.
  const alike = seen !== undefined && fits(cell.text, column) && isEnd(seen.text, cell.text) ? undefined : seen;
  const agrees = (text: string, reading: Reading): boolean => canonical(reading.text) === canonical(text);
  if (isNumber(cell.text) && isConfirmed(cell.text, readings)) return { text: cell.text, settled: true };
  // The likeness of a page's own digits is another witness than a network, and knows of stamps.
  const doubtful = isDoubtful(cell, column);
  const needed = cell.text === "" || fits(cell.text, column) ? SURE : LIKELY;
  if (alike !== undefined && alike.confidence >= needed && doubtful) return { text: alike.text, settled: true };
  const seconded = readings.some((reading) => reading !== alike && alike !== undefined && agrees(alike.text, reading));
  if (alike !== undefined && seconded && cell.text !== "" && doubtful) return { text: alike.text, settled: true };
  // A blank is never filled by votes: what is seen there may be a stroke of a stamp.
  if (cell.text === "" || fits(cell.text, column)) return { text: cell.text, settled: false };
  return {
    text: regrouped(cell.text) ?? voted(readings.filter(({ text }) => fits(text, column))) ?? cell.text,
    settled: false,
  };
}

/** Whether one number is the other without its first digits. */
function isEnd(text: string, whole: string): boolean {
  return canonical(text) !== canonical(whole) && canonical(whole).endsWith(canonical(text));
}

/** The same digits with its points but the last as commas, where that makes it an amount; a torn amount is not known as one when its lines are read. */
function regrouped(text: string): string | null {
  const whole = text.replace(/\s/g, "").normalize("NFKC");
  const last = whole.lastIndexOf(".");
  const candidate = whole.slice(0, last).replaceAll(".", ",") + whole.slice(last);
  return last > 0 && GROUPED.test(candidate) ? candidate : null;
}

/** What most of the readings that are numbers say; null when too few do, or two say different things as often. */
function voted(readings: readonly Reading[]): string | null {
  const votes = new Map<string, number>();
  for (const said of readings.filter(({ text }) => isNumber(text)).map(({ text }) => canonical(text)))
    votes.set(said, (votes.get(said) ?? 0) + 1);
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < FEWEST_VOTES || best[1] === second?.[1]) return null;
  return readings.find(({ text }) => canonical(text) === best[0])?.text ?? null;
}
