import type { Glyph, Page } from "../model/index.js";
import type { PageBitmap } from "./bitmap.js";
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
import { type Prepared, preparePage } from "./prepare/index.js";

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

/** Reads a page from its picture. Same picture, same page, whatever was read before. */
export async function readScannedPage(bitmap: PageBitmap, info: PageInfo, engine: OcrEngine): Promise<ScannedPage> {
  const prepared = preparePage(bitmap, 0);
  const lines = await readLines(prepared, engine);
  const page: Page = {
    number: info.number,
    width: info.width,
    height: info.height,
    glyphs: toGlyphs(lines, prepared, engine.name),
    rules: prepared.rules.map((rule) => ruleToPt(prepared.frame, rule)),
    images: [{ box: bitmap.box, width: bitmap.width, height: bitmap.height }],
    hiddenGlyphs: 0,
    source: "ocr",
    engine: engine.name,
    problems: [],
  };
  return { page, prepared };
}

async function readLines(prepared: Prepared, engine: OcrEngine): Promise<ReadLine[]> {
  const { clean, rules, frame } = prepared;
  const found = (await engine.findLines?.(clean)) ?? [];
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
  return lines;
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
