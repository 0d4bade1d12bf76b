import { hanzi, line, MadePdf } from "./make-pdf.js";

/** Type size, width of a Chinese character, pt. */
const EM = 10;
/** Height of a table's row and of a line of text, pt. */
const ROW = 20;
const MARGIN = 60;
const HEIGHT = 842;
const TOP = 780;
/** Number of an object that is in no file. */
const MISSING = 9999;

/** Characters that Helvetica prints by their own code. */
const LATIN = /^[\x20-\x7e]*$/;

/**
 * A PDF from its pages as text, for the examples in docs/rules: each line is printed where it stands, `| a | b |` lines are
 * the rows of a ruled table (`<` goes on with the cell to the left, `^` with the one above), `---` begins the next page.
 * A page of `[unreadable]` is one that the file does not hold; `[cut off]` as the last line leaves the file without its
 * end, cross-reference table included.
 * @param turn what is printed is turned clockwise by so much, on a page without /Rotate
 */
export function printedPdf(text: string, turn: 0 | 90 | 180 | 270 = 0): Uint8Array {
  const made = new MadePdf();
  const isCut = /^\[cut off\]$/m.test(text);
  for (const page of text.replace(/^\[cut off\]$/m, "").split(/^---$/m)) {
    const lines = page.replace(/^\n|\n$/g, "").split("\n");
    if (lines[0] === "[unreadable]") made.kid(MISSING);
    else made.page(turned(pageOf(lines), turn));
  }
  const bytes = made.build();
  return isCut ? bytes.subarray(0, Buffer.from(bytes).lastIndexOf("xref\n0")) : bytes;
}

function pageOf(lines: readonly string[]): { content: string; mediaBox: number[] } {
  const isRow = (at: number) => lines[at]?.startsWith("|") ?? false;
  const walls = wallsOf(lines.filter((_, at) => isRow(at)).map(cellsOf));
  const right = walls.at(-1) ?? MARGIN;
  let y = TOP;
  let content = "";
  for (const [at, text] of lines.entries()) {
    if (isRow(at) && !isRow(at - 1)) content += rule(MARGIN, y, right, y);
    y -= ROW;
    if (isRow(at)) content += rowOf(cellsOf(text), isRow(at + 1) ? cellsOf(lines[at + 1] ?? "") : [], walls, y);
    else if (text.trim() !== "") content += print(MARGIN + (EM / 2) * text.search(/\S/), y + 6, text.trim());
  }
  return { content, mediaBox: [0, 0, Math.max(595, right + MARGIN), HEIGHT] };
}

function turned({ content, mediaBox }: ReturnType<typeof pageOf>, turn: number): ReturnType<typeof pageOf> {
  const [, , width = 0, height = 0] = mediaBox;
  const matrix = { 90: `0 -1 1 0 0 ${width}`, 180: `-1 0 0 -1 ${width} ${height}`, 270: `0 1 -1 0 ${height} 0` }[turn];
  if (!matrix) return { content, mediaBox };
  return {
    content: `q ${matrix} cm\n${content}Q\n`,
    mediaBox: turn === 180 ? mediaBox : [0, 0, height, width],
  };
}

/** x of the table's vertical lines: a column is as wide as its longest text that is not spread over several. */
function wallsOf(rows: readonly (readonly string[])[]): number[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column + 1] === "<" ? 4 : (row[column] ?? "").length + 1) * EM)),
  );
  const walls = [MARGIN];
  for (const width of widths) walls.push((walls.at(-1) ?? MARGIN) + width);
  return walls;
}

/** Texts of a row with the lines to their left and beneath them; `y` is that of its foot. */
function rowOf(cells: readonly string[], below: readonly string[], walls: readonly number[], y: number): string {
  let content = rule(walls.at(-1) ?? 0, y, walls.at(-1) ?? 0, y + ROW);
  for (const [column, cell] of cells.entries()) {
    const [left = 0, right = 0] = walls.slice(column, column + 2);
    if (cell !== "<") content += rule(left, y, left, y + ROW);
    if (below[column] !== "^") content += rule(left, y, right, y);
    if (!["", "<", "^"].includes(cell)) content += print(left + EM / 2, y + 6, cell);
  }
  return content;
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}

const rule = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${y0} m ${x1} ${y1} l S\n`;

const print = (x: number, y: number, text: string) =>
  LATIN.test(text) ? line(x, y, text.replace(/[()\\]/g, "\\$&"), EM) : hanzi(x, y, text, EM);
