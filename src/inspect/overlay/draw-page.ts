/** What was found on one page, drawn in pt over its picture. */
import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Block, Box, Cell, FlowItem, Grid, Page } from "../../model/index.js";
import type { ColumnKey } from "../column-keys.js";
import type { InspectedTable } from "../describe.js";

export interface Drawn {
  readonly tables: ReadonlyMap<Grid, InspectedTable>;
  readonly flow: readonly FlowItem[];
  /** Amounts that found no place. */
  readonly unplaced: ReadonlySet<Block>;
  /** Font family of the labels. */
  readonly font: string;
}

/** Ruling lines as they were read, thin; over them the cells that were made of them. */
const RULE = "rgba(225, 29, 72, 0.85)";
const CELL = "rgba(37, 99, 235, 0.55)";
const UNKNOWN_CELL = "rgba(107, 114, 128, 0.8)";
const HEADER = "rgba(250, 204, 21, 0.28)";
const REPEATED = "rgba(168, 85, 247, 0.2)";
const FURNITURE = "rgba(107, 114, 128, 0.3)";
const UNPLACED = "rgba(239, 68, 68, 0.45)";
const KEY = "#15803d";
const CAPTION = "#1d4ed8";
const UNKNOWN = "#b91c1c";

/** Sizes in pt. */
const RULE_WIDTH = 0.4;
const CELL_WIDTH = 0.8;
/** Cells are drawn a little inside, so that neighbours do not cover each other. */
const INSET = 0.8;
const KEY_SIZE = 5.5;
const CAPTION_SIZE = 8;
const SHORTEST_CAPTION = 100;

export function drawPage(context: SKRSContext2D, page: Page, drawn: Drawn): void {
  for (const item of drawn.flow) {
    if (item.type !== "block") continue;
    const colour = item.block.kind === "furniture" ? FURNITURE : drawn.unplaced.has(item.block) ? UNPLACED : null;
    if (colour === null) continue;
    for (const line of item.block.lines) if (line.page === page.number) fill(context, line.box, colour);
  }
  for (const [grid, table] of drawn.tables) drawCells(context, grid, table, page);
  drawRules(context, page);
  // Labels last: nothing may cover them.
  for (const [grid, table] of drawn.tables) drawLabels(context, grid, table, page, drawn.font);
}

function drawCells(context: SKRSContext2D, grid: Grid, table: InspectedTable, page: Page): void {
  context.strokeStyle = isUnknown(table) ? UNKNOWN_CELL : CELL;
  context.lineWidth = CELL_WIDTH;
  for (const cell of grid.cells) {
    if (cell.page !== page.number) continue;
    const [x0, y0, x1, y1] = cell.box;
    if (grid.repeatedHeaderRows.includes(cell.row)) fill(context, cell.box, REPEATED);
    else if (cell.row < (table.headerRows ?? 0)) fill(context, cell.box, HEADER);
    context.strokeRect(x0 + INSET, y0 + INSET, x1 - x0 - 2 * INSET, y1 - y0 - 2 * INSET);
  }
}

function drawRules(context: SKRSContext2D, page: Page): void {
  context.strokeStyle = RULE;
  context.lineWidth = RULE_WIDTH;
  context.beginPath();
  for (const { axis, at, from, to } of page.rules) {
    context.moveTo(axis === "h" ? from : at, axis === "h" ? at : from);
    context.lineTo(axis === "h" ? to : at, axis === "h" ? at : to);
  }
  context.stroke();
}

function drawLabels(context: SKRSContext2D, grid: Grid, table: InspectedTable, page: Page, font: string): void {
  const part = grid.parts.find((one) => one.page === page.number);
  if (!part) return;
  const score = table.headerScore === null ? "" : `  header ${Math.round(table.headerScore * 100)} %`;
  const more = part.page > grid.pageStart ? `  from p. ${grid.pageStart}` : "";
  const caption = `${table.id}  ${grid.rows} x ${grid.columns}  ${grid.method}${score}${more}`;
  // Down the table's left side: over and under it there is print.
  context.save();
  context.translate(Math.max(part.box[0] - 3, CAPTION_SIZE), part.box[1]);
  context.rotate(Math.PI / 2);
  label(context, caption, 0, CAPTION_SIZE, {
    font: `${CAPTION_SIZE}px ${font}`,
    colour: isUnknown(table) ? UNKNOWN : CAPTION,
    width: Math.max(part.box[3] - part.box[1], SHORTEST_CAPTION),
  });
  context.restore();
  for (const key of table.keys) {
    const cell = leafOf(grid, table, key, page);
    if (!cell) continue;
    const [x0, , x1, y1] = cell.box;
    // On the line under the cell: in it there is print.
    label(context, key.key, x0 + 1.5, y1 + KEY_SIZE / 3, {
      font: `${KEY_SIZE}px ${font}`,
      colour: KEY,
      width: x1 - x0 - 3,
    });
  }
}

/** The lowest printed header cell over the column on this page, of the first header or of a repeated one. */
function leafOf(grid: Grid, table: InspectedTable, { columns: [from, to] }: ColumnKey, page: Page): Cell | undefined {
  return grid.cells.findLast(
    (cell) =>
      cell.page === page.number &&
      (cell.row < (table.headerRows ?? 0) || grid.repeatedHeaderRows.includes(cell.row)) &&
      cell.column < to &&
      cell.column + cell.columnSpan > from &&
      /\p{Script=Han}/u.test(cell.text),
  );
}

/** A text on a white ground, its foot at y, squeezed into the width. */
function label(
  context: SKRSContext2D,
  text: string,
  x: number,
  y: number,
  { font, colour, width }: { font: string; colour: string; width: number },
): void {
  context.font = font;
  const { width: own, actualBoundingBoxAscent: ascent } = context.measureText(text);
  context.fillStyle = "rgba(255, 255, 255, 0.8)";
  context.fillRect(x - 0.5, y - ascent - 0.7, Math.min(own, width) + 1, ascent + 1.6);
  context.fillStyle = colour;
  context.fillText(text, x, y, width);
}

function isUnknown(table: InspectedTable): boolean {
  return table.id.startsWith("unrecognised");
}

function fill(context: SKRSContext2D, [x0, y0, x1, y1]: Box, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(x0, y0, x1 - x0, y1 - y0);
}
