import type { Box, Glyph, Page } from "../../model/index.js";
import { garbageReason } from "./text-quality.js";

/** Whether a page is to be read from its picture, and why; the reason is for `inspect`. */
export type OcrNeed =
  | { readonly kind: "none"; readonly reason: string }
  | { readonly kind: "page"; readonly reason: string }
  /** Only these parts; the rest has text. */
  | { readonly kind: "regions"; readonly reason: string; readonly regions: readonly Box[] };

/** Fewer visible glyphs than this are a page number or a stamp's date on a scan, not its text. */
const FEWEST_GLYPHS = 20;
/** An image covers the page from this part of its area (a scan without its margins). */
const COVERS = 0.5;
/** A picture of a table is at least this large, pt (a logo is not), and this part of the page. */
const SMALLEST_SIDE = 60;
const SMALLEST_WIDTH = 150;
const SMALLEST_PART = 0.06;
/** A picture with fewer pixels to the inch cannot hold readable text. */
const COARSEST_DPI = 70;
/** Glyphs per square inch from which a picture lies behind text and is no picture of text. */
const TEXT_OVER = 2;

/** Decides for a page of the text layer. Nothing of the OCR engines is loaded for this. */
export function ocrNeed(page: Page): OcrNeed {
  const text = page.glyphs.map((glyph) => glyph.text).join("");
  const garbage = garbageReason(text);
  if (garbage !== null) return { kind: "page", reason: `its text layer is garbage: ${garbage}` };
  const covering = page.images.find((image) => area(image.box, page) >= COVERS * page.width * page.height);
  if (page.glyphs.length < FEWEST_GLYPHS) {
    if (covering) {
      const hidden = page.hiddenGlyphs > 0 ? "an image with an invisible text layer" : "an image";
      return { kind: "page", reason: `${hidden} covers it` };
    }
    if (page.glyphs.length === 0 && page.images.length > 1) return { kind: "page", reason: "images but no text" };
  }
  const regions = page.images.filter((image) => mayHoldTable(image, page)).map(({ box }) => clip(box, page));
  if (regions.length > 0) {
    const what = regions.length === 1 ? "a picture" : `${regions.length} pictures`;
    return { kind: "regions", reason: `${what} without text over it may hold a table`, regions };
  }
  return { kind: "none", reason: page.glyphs.length === 0 ? "nothing is printed on it" : "it has text" };
}

function mayHoldTable(image: Page["images"][number], page: Page): boolean {
  const box = clip(image.box, page);
  const width = box[2] - box[0];
  const height = box[3] - box[1];
  if (width < SMALLEST_WIDTH || height < SMALLEST_SIDE) return false;
  if (width * height < SMALLEST_PART * page.width * page.height) return false;
  const dpi = (72 * image.width) / Math.max(1, image.box[2] - image.box[0]);
  const over = page.glyphs.filter((glyph) => inside(glyph, box)).length;
  return dpi >= COARSEST_DPI && over < (TEXT_OVER * width * height) / (72 * 72);
}

function inside(glyph: Glyph, [x0, y0, x1, y1]: Box): boolean {
  const x = (glyph.x0 + glyph.x1) / 2;
  const y = (glyph.y0 + glyph.y1) / 2;
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function clip([x0, y0, x1, y1]: Box, { width, height }: Page): Box {
  return [Math.max(0, x0), Math.max(0, y0), Math.min(width, x1), Math.min(height, y1)];
}

function area(box: Box, page: Page): number {
  const [x0, y0, x1, y1] = clip(box, page);
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}
