import type { Glyph, Page, PageProblem } from "../model/index.js";
import type { PageBitmap, PixelBox } from "./bitmap.js";
import type { OcrEngine } from "./engine.js";
import { ruleToPt } from "./frame.js";
import { cutAtRules } from "./lines/cut.js";
import { lineGlyphs } from "./lines/glyphs.js";
import { inkIn } from "./lines/ink.js";
import { lineMetrics, punctuationMetrics, quantile } from "./lines/metrics.js";
import { completeLines } from "./lines/missed.js";
import { type ReadLine, readInk } from "./lines/read.js";
import { withoutSlivers } from "./lines/slivers.js";
import { tornRests } from "./lines/torn.js";
import { readOnce } from "./lines/twice.js";
import { isUpsideDown, linesStand } from "./orientation.js";
import { type Prepared, preparePage } from "./prepare/index.js";
import type { Quarter } from "./prepare/rotate.js";

/** What is known of a page before it is read. */
export interface PageInfo {
  /** 1-based. */
  readonly number: number;
  /** pt, as displayed. */
  readonly width: number;
  readonly height: number;
}

/** A page read from its picture, and the picture that was read, for a second look. */
export interface ScannedPage {
  readonly page: Page;
  readonly prepared: Prepared;
}

/**
 * Reads a page from its picture. Its coordinates are those of the sheet laid straight: level, and turned upright (then
 * width and height change places, and a problem says so). Same picture, same page, whatever was read before.
 */
export async function readScannedPage(bitmap: PageBitmap, info: PageInfo, engine: OcrEngine): Promise<ScannedPage> {
  const { prepared, lines } = await readUpright(bitmap, engine);
  const { turned } = prepared;
  const sideways = turned === 90 || turned === 270;
  const page: Page = {
    number: info.number,
    width: sideways ? info.height : info.width,
    height: sideways ? info.width : info.height,
    glyphs: toGlyphs(lines, prepared, engine.name),
    rules: prepared.rules.map((rule) => ruleToPt(prepared.frame, rule)),
    images: [{ box: bitmap.box, width: bitmap.width, height: bitmap.height }],
    hiddenGlyphs: 0,
    source: "ocr",
    engine: engine.name,
    problems: turned === 0 ? [] : [turnedProblem(info.number, turned)],
  };
  return { page, prepared };
}

function turnedProblem(page: number, turned: Quarter): PageProblem {
  return {
    rule: "ocr.turned",
    message: `page ${page} was scanned turned and is read turned by ${turned}° clockwise; its boxes are those of the page turned so`,
  };
}

interface Upright {
  readonly prepared: Prepared;
  readonly lines: readonly ReadLine[];
}

/** Prepares the picture and reads its lines, the right way up. An engine that finds no lines takes the page as it lies. */
async function readUpright(bitmap: PageBitmap, engine: OcrEngine): Promise<Upright> {
  const first = await prepareTurned(bitmap, engine, 0);
  const stands = linesStand(first.found);
  const { prepared, found } = stands ? await prepareTurned(bitmap, engine, 90) : first;
  const lines = await readLines(prepared, found, engine);
  if (engine.findLines === undefined || !(await isUpsideDown(prepared.clean, lines, engine)))
    return { prepared, lines };
  const other = await prepareTurned(bitmap, engine, stands ? 270 : 180);
  return { prepared: other.prepared, lines: await readLines(other.prepared, other.found, engine) };
}

async function prepareTurned(
  bitmap: PageBitmap,
  engine: OcrEngine,
  turned: Quarter,
): Promise<{ prepared: Prepared; found: readonly PixelBox[] }> {
  const prepared = preparePage(bitmap, turned);
  return { prepared, found: (await engine.findLines?.(prepared.clean)) ?? [] };
}

async function readLines(
  { clean, rules, frame }: Prepared,
  found: readonly PixelBox[],
  engine: OcrEngine,
): Promise<ReadLine[]> {
  const boxes = completeLines(clean, found, frame.pixelsPerPt).flatMap((line) => cutAtRules(line, rules));
  const lines: ReadLine[] = [];
  for (const ink of withoutSlivers(boxes.flatMap((box) => inkIn(clean, box) ?? []))) {
    const line = await readInk(clean, ink, engine, "text");
    if (line !== null) lines.push(line);
  }
  lines.sort((a, b) => a.ink.box.y0 - b.ink.box.y0 || a.ink.box.x0 - b.ink.box.x0);
  for (const i of tornRests(lines, rules)) {
    const line = lines[i];
    const digits = line === undefined ? null : await readInk(clean, line.ink, engine, "number");
    if (digits !== null) lines[i] = digits;
  }
  return readOnce(lines);
}

function toGlyphs(lines: readonly ReadLine[], { frame }: Prepared, engine: string): Glyph[] {
  const measured = lines.map(({ characters }) => lineMetrics(characters));
  const usual =
    quantile(
      measured.flatMap((metrics) => metrics?.size ?? []),
      0.5,
    ) || 10.5 * frame.pixelsPerPt;
  return lines.flatMap(({ characters }, i) =>
    lineGlyphs(characters, measured[i] ?? punctuationMetrics(characters, usual), frame, engine),
  );
}
