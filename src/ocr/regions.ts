import type { Box, Glyph, Page, Rule } from "../model/index.js";
import type { PageBitmap } from "./bitmap.js";

/** The part of a page's picture that covers a box of the page. */
export function cropBitmap(bitmap: PageBitmap, [x0, y0, x1, y1]: Box): PageBitmap {
  const { width, height, channels, data, box } = bitmap;
  const scale = width / (box[2] - box[0]);
  const left = Math.max(0, Math.floor((x0 - box[0]) * scale));
  const top = Math.max(0, Math.floor((y0 - box[1]) * scale));
  const right = Math.min(width, Math.max(left + 1, Math.ceil((x1 - box[0]) * scale)));
  const bottom = Math.min(height, Math.max(top + 1, Math.ceil((y1 - box[1]) * scale)));
  const part = new Uint8ClampedArray((right - left) * (bottom - top) * channels);
  for (let y = top; y < bottom; y++) {
    const from = (y * width + left) * channels;
    part.set(data.subarray(from, from + (right - left) * channels), (y - top) * (right - left) * channels);
  }
  const pt = (pixels: number, offset: number): number => offset + pixels / scale;
  return {
    width: right - left,
    height: bottom - top,
    channels,
    data: part,
    box: [pt(left, box[0]), pt(top, box[1]), pt(right, box[0]), pt(bottom, box[1])],
  };
}

/** A page of the text layer with what was read in one of its regions put in the place of what the text layer has there. */
export function mergeRegion(page: Page, read: Page, region: Box): Page {
  return {
    ...page,
    glyphs: [...page.glyphs.filter((glyph) => !glyphInside(glyph, region)), ...read.glyphs],
    rules: [...page.rules.filter((rule) => !ruleInside(rule, region)), ...read.rules],
    source: "ocr",
    ...(read.engine === undefined ? {} : { engine: read.engine }),
    problems: [...page.problems, ...read.problems],
  };
}

function glyphInside(glyph: Glyph, [x0, y0, x1, y1]: Box): boolean {
  const x = (glyph.x0 + glyph.x1) / 2;
  const y = (glyph.y0 + glyph.y1) / 2;
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

function ruleInside({ axis, at, from, to }: Rule, [x0, y0, x1, y1]: Box): boolean {
  const middle = (from + to) / 2;
  const [x, y] = axis === "h" ? [middle, at] : [at, middle];
  return x > x0 && x < x1 && y > y0 && y < y1;
}
