/** Cells of scanned tables that are doubtful as numbers are read again before the forms read them. */
import type { Box, Cell, FlowItem, Grid, Page, Reading } from "../model/index.js";
import { parseCell } from "../text/index.js";
import type { ScanReader } from "./pages.js";
import { canonical, isConfirmed, LIKENESS, SURE } from "./readings.js";
import { stopIfAborted } from "./source.js";

/** A column is one of numbers from this many of them, and this share of what is printed in it. */
const FEWEST_NUMBERS = 3;
const NUMBERS = 0.6;
/** How sure the page's own digits must be to stand for a text that is no number, 0–1; right in the corpus scan from 0.6. */
const LIKELY = 0.7;
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
  const looked: FlowItem[] = [];
  for (const item of flow) {
    if (item.type !== "grid") {
      looked.push(item);
      continue;
    }
    const cells: Cell[] = [];
    const columns = numberColumns(item.grid);
    for (const cell of item.grid.cells) {
      const page = scanned.get(cell.page);
      const from = columns.get(cell.column);
      const mayBeNumber = from !== undefined && cell.row >= from && cell.rowSpan === 1;
      if (page === undefined || !mayBeNumber || !(isDoubtful(cell) || scans.isCovered(page, cell.box))) {
        cells.push(cell);
        continue;
      }
      stopIfAborted(signal);
      cells.push(await readCellAgain(cell, page, scans));
    }
    looked.push({ type: "grid", grid: { ...item.grid, cells } });
  }
  return looked;
}

/** Columns that hold numbers, each with the first row that does, or looks as if it did. */
function numberColumns({ cells }: Grid): Map<number, number> {
  const found = new Map<number, { first: number; numbers: number; printed: number }>();
  for (const cell of cells) {
    if (cell.text === "" || cell.columnSpan > 1) continue;
    const isAmount = isNumber(cell.text) && /[.,]/.test(cell.text);
    const column = found.get(cell.column);
    if (column === undefined) {
      if (isAmount || NUMBER_LIKE.test(cell.text))
        found.set(cell.column, { first: cell.row, numbers: isAmount ? 1 : 0, printed: 1 });
      continue;
    }
    column.printed++;
    if (isAmount) column.numbers++;
  }
  return new Map(
    [...found]
      .filter(([, { numbers, printed }]) => numbers >= FEWEST_NUMBERS && numbers >= NUMBERS * printed)
      .map(([column, { first }]) => [column, first]),
  );
}

function isDoubtful(cell: Cell): boolean {
  return !isNumber(cell.text) || confidenceOf(cell) < SURE;
}

function isNumber(text: string): boolean {
  return parseCell(text).kind === "amount";
}

function confidenceOf({ lines }: Cell): number {
  return Math.min(1, ...lines.flatMap(({ glyphs }) => glyphs.map(({ confidence }) => confidence ?? 1)));
}

async function readCellAgain(cell: Cell, page: Page, scans: ScanReader): Promise<Cell> {
  const [x0, y0, x1, y1] = cell.box;
  const whole: Box = [x0 + WALL, y0 + WALL, x1 - WALL, y1 - WALL];
  const isTorn = cell.lines.length > 1 && cell.lines.every(({ text }) => /^[-\d.,，\s]+$/u.test(text));
  const boxes = isTorn ? cell.lines.map(({ box }) => box) : [whole];
  const again = await scans.again(page, boxes, "number", (readings) => settle(cell, readings).settled);
  // A blank cell in which nothing is seen again is blank.
  if (cell.text === "" && again.every(({ text }) => text === "")) return cell;
  const first: Reading = {
    engine: page.engine ?? "ocr",
    text: cell.text,
    confidence: Math.round(confidenceOf(cell) * 1000) / 1000,
  };
  return { ...cell, text: settle(cell, again).text, readings: [first, ...again] };
}

/** What a cell's readings make of it, and whether more of them could change that. */
function settle(cell: Cell, readings: readonly Reading[]): { text: string; settled: boolean } {
  const alike = readings.find(({ engine }) => engine === LIKENESS);
  const agrees = (text: string, reading: Reading): boolean => canonical(reading.text) === canonical(text);
  if (isNumber(cell.text) && isConfirmed(cell.text, readings)) return { text: cell.text, settled: true };
  // The likeness of a page's own digits is another witness than a network, and knows of stamps.
  const needed = cell.text === "" || isNumber(cell.text) ? SURE : LIKELY;
  if (alike !== undefined && alike.confidence >= needed && (!isNumber(cell.text) || confidenceOf(cell) < SURE))
    return { text: alike.text, settled: true };
  const seconded = readings.some((reading) => reading !== alike && alike !== undefined && agrees(alike.text, reading));
  if (alike !== undefined && seconded && cell.text !== "" && confidenceOf(cell) < SURE)
    return { text: alike.text, settled: true };
  // A blank is never filled by votes: what is seen there may be a stroke of a stamp.
  if (cell.text === "" || isNumber(cell.text)) return { text: cell.text, settled: false };
  return { text: regrouped(cell.text) ?? voted(readings) ?? cell.text, settled: false };
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
