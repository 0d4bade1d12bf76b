import type { Glyph } from "../model/index.js";

/** A glyph struck again within this share of its width and size is the same print made bold, not a second character (safe 0.1–0.4). */
const STRIKE_X = 0.25;
const STRIKE_Y = 0.12;

/**
 * Drops glyphs that are printed twice on the same spot (imitated bold, shadow, a layer painted twice).
 * Keeps the first of each; order is kept.
 */
export function dropDoubleStrikes(glyphs: readonly Glyph[]): { glyphs: readonly Glyph[]; dropped: number } {
  const grid = new Map<number, Glyph[]>();
  const kept = glyphs.filter((glyph) => {
    const cell = Math.max(1, glyph.size / 2);
    const cx = Math.round(glyph.x0 / cell);
    const cy = Math.round(glyph.y0 / cell);
    if (isStruckBefore(grid, glyph, cx, cy)) return false;
    const bucket = grid.get(place(cx, cy));
    if (bucket) bucket.push(glyph);
    else grid.set(place(cx, cy), [glyph]);
    return true;
  });
  return { glyphs: kept, dropped: glyphs.length - kept.length };
}

/** One small integer per place of the grid. Far places may share one, which costs a comparison and no more. */
function place(cx: number, cy: number): number {
  return ((cy & 0x7fff) << 15) | (cx & 0x7fff);
}

function isStruckBefore(grid: ReadonlyMap<number, Glyph[]>, glyph: Glyph, cx: number, cy: number): boolean {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const bucket = grid.get(place(cx + dx, cy + dy));
      if (bucket?.some((other) => sameSpot(other, glyph))) return true;
    }
  }
  return false;
}

function sameSpot(a: Glyph, b: Glyph): boolean {
  return (
    a.text === b.text &&
    Math.abs(a.x0 - b.x0) <= STRIKE_X * Math.max(0.5, a.x1 - a.x0) &&
    Math.abs(a.y0 - b.y0) <= STRIKE_Y * a.size &&
    Math.abs(a.size - b.size) <= 0.1 * a.size
  );
}
