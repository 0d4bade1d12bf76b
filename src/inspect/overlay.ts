/** Pictures of pages with what was found drawn over them: rules, cells, header, keys of the columns. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createCanvas, ImageData, type SKRSContext2D } from "@napi-rs/canvas";
import type { Box, FormTable, Grid } from "../model/index.js";
import { openPdf } from "../pdf/index.js";
import type { Reading } from "../pipeline.js";

/** Resolution of the pictures, dots per inch. */
const DPI = 110;
const COLOURS = {
  rule: "rgba(220, 38, 38, 0.7)",
  cell: "rgba(37, 99, 235, 0.7)",
  header: "rgba(245, 158, 11, 0.18)",
  repeated: "rgba(107, 114, 128, 0.3)",
  value: "rgba(16, 185, 129, 0.22)",
  label: "#b45309",
  furniture: "rgba(107, 114, 128, 0.35)",
} as const;

/** Writes page-001.png … for every page that was read. */
export async function drawOverlays(reading: Reading, folder: string, password?: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const pdf = await openPdf(reading.file.bytes, { password, fileName: reading.file.name });
  try {
    for (const page of reading.pages) {
      const bitmap = await pdf.bitmap(page.number, DPI);
      const canvas = createCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      context.putImageData(new ImageData(bitmap.data, bitmap.width, bitmap.height), 0, 0);
      context.scale(bitmap.scale, bitmap.scale);
      context.lineWidth = 0.7;
      drawPage(context, reading, page.number);
      await writeFile(join(folder, `page-${String(page.number).padStart(3, "0")}.png`), await canvas.encode("png"));
    }
  } finally {
    await pdf.close();
  }
}

function drawPage(context: SKRSContext2D, reading: Reading, number: number): void {
  const page = reading.pages.find((one) => one.number === number);
  context.strokeStyle = COLOURS.rule;
  for (const rule of page?.rules ?? []) {
    context.beginPath();
    context.moveTo(rule.axis === "h" ? rule.from : rule.at, rule.axis === "h" ? rule.at : rule.from);
    context.lineTo(rule.axis === "h" ? rule.to : rule.at, rule.axis === "h" ? rule.at : rule.to);
    context.stroke();
  }
  for (const item of reading.flow) {
    if (item.type !== "block" || item.block.kind !== "furniture") continue;
    for (const line of item.block.lines) if (line.page === number) fill(context, line.box, COLOURS.furniture);
  }
  for (const { table, grid } of reading.forms.tables) drawTable(context, table, grid, number);
}

function drawTable(context: SKRSContext2D, table: FormTable, grid: Grid, number: number): void {
  const part = grid.parts.find((one) => one.page === number);
  if (!part) return;
  const values = table.rows.flatMap((row) => Object.entries(row.evidence).map(([column, e]) => ({ column, ...e })));
  const own = values.filter((value) => value.page === number);
  const firstValue = Math.min(...own.map((value) => value.box[1]));
  for (const cell of grid.cells.filter((one) => one.page === number)) {
    if (grid.repeatedHeaderRows.includes(cell.row)) fill(context, cell.box, COLOURS.repeated);
    else if (part.page === grid.pageStart && cell.box[3] <= firstValue) fill(context, cell.box, COLOURS.header);
    context.strokeStyle = COLOURS.cell;
    context.strokeRect(cell.box[0], cell.box[1], cell.box[2] - cell.box[0], cell.box[3] - cell.box[1]);
  }
  for (const value of own) fill(context, value.box, COLOURS.value);
  context.fillStyle = COLOURS.label;
  context.font = "6px sans-serif";
  // The key of each column over its first value.
  const named = new Set<string>();
  for (const value of own) {
    const place = `${value.column}@${Math.round(value.box[2] / 20)}`;
    if (named.has(place)) continue;
    named.add(place);
    context.fillText(value.column, value.box[0], value.box[1] - 0.5);
  }
  context.font = "bold 8px sans-serif";
  context.fillText(`${table.id}  ${grid.rows} x ${grid.columns}  ${grid.method}`, part.box[0], part.box[1] - 2);
}

function fill(context: SKRSContext2D, [x0, y0, x1, y1]: Box | readonly number[], colour: string): void {
  context.fillStyle = colour;
  context.fillRect(x0 ?? 0, y0 ?? 0, (x1 ?? 0) - (x0 ?? 0), (y1 ?? 0) - (y0 ?? 0));
}
