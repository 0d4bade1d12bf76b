/** Pages whose content is turned although the page is not: laid out in the frame in which they read upright. */
import type { Box, Glyph, Page, Rule } from "../model/index.js";

/** Share of a page's glyphs that must run in one turned direction (safe 0.5–0.9). */
const MOSTLY = 0.6;

export interface UprightPage {
  readonly page: Page;
  /** From the upright frame back to the page as displayed. */
  readonly back: (box: Box) => Box;
  /** The page's own glyph for each of the upright frame; the glyph itself where nothing was turned. */
  readonly original: (glyph: Glyph) => Glyph;
}

export function uprightPage(page: Page): UprightPage {
  const turn = [90, 180, 270].find(
    (angle) => page.glyphs.filter((glyph) => glyph.angle === angle).length > MOSTLY * page.glyphs.length,
  );
  if (turn === undefined) return { page, back: (box) => box, original: (glyph) => glyph };
  const { width: w, height: h } = page;
  // Turning the text's direction (clockwise angle) back to 0.
  const forward: Record<number, (b: Box) => Box> = {
    90: ([x0, y0, x1, y1]) => [y0, w - x1, y1, w - x0],
    180: ([x0, y0, x1, y1]) => [w - x1, h - y1, w - x0, h - y0],
    270: ([x0, y0, x1, y1]) => [h - y1, x0, h - y0, x1],
  };
  const backward: Record<number, (b: Box) => Box> = {
    90: ([x0, y0, x1, y1]) => [w - y1, x0, w - y0, x1],
    180: ([x0, y0, x1, y1]) => [w - x1, h - y1, w - x0, h - y0],
    270: ([x0, y0, x1, y1]) => [y0, h - x1, y1, h - x0],
  };
  const map = forward[turn] ?? ((box: Box) => box);
  const swap = turn !== 180;
  const glyphs = page.glyphs.map((glyph) => turnGlyph(glyph, turn, map));
  const originals = new Map(glyphs.map((glyph, i) => [glyph, page.glyphs[i] ?? glyph]));
  return {
    page: {
      ...page,
      width: swap ? h : w,
      height: swap ? w : h,
      glyphs,
      rules: page.rules.map((rule) => turnRule(rule, map)),
      images: page.images.map((image) => ({ ...image, box: map(image.box) })),
    },
    back: backward[turn] ?? ((box) => box),
    original: (glyph) => originals.get(glyph) ?? glyph,
  };
}

function turnGlyph(glyph: Glyph, turn: number, map: (box: Box) => Box): Glyph {
  const [x0, y0, x1, y1] = map([glyph.x0, glyph.y0, glyph.x1, glyph.y1]);
  const angle = (glyph.angle - turn + 360) % 360;
  const { text, size, font, confidence } = glyph;
  const baseline = angle === 0 ? y1 - 0.15 * size : y1;
  const turned = { text, x0, y0, x1, y1, baseline, size, font, angle };
  return confidence === undefined ? turned : { ...turned, confidence };
}

function turnRule(rule: Rule, map: (box: Box) => Box): Rule {
  const box: Box = rule.axis === "h" ? [rule.from, rule.at, rule.to, rule.at] : [rule.at, rule.from, rule.at, rule.to];
  const [x0, y0, x1, y1] = map(box);
  return y1 - y0 <= x1 - x0 ? { axis: "h", at: y0, from: x0, to: x1 } : { axis: "v", at: x0, from: y0, to: y1 };
}
