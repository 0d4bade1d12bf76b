import type { Glyph } from "../model/index.js";

/** A glyph struck again within this share of its width and size is the same print made bold, not a second character (safe 0.1–0.4). */
const STRIKE_X = 0.25;
const STRIKE_Y = 0.12;

/** Side of the squares in which struck glyphs are looked for, pt: most glyphs reach into one or two of them. */
const SQUARE = 8;

/**
 * Drops glyphs that are printed twice on the same spot (imitated bold, shadow, a layer painted twice).
 * Keeps the first of each; order is kept.
 */
export function dropDoubleStrikes(glyphs: readonly Glyph[]): { glyphs: readonly Glyph[]; dropped: number } {
  const grid = new Map<number, Glyph[]>();
  const kept = glyphs.filter((glyph) => {
    if (isStruckBefore(grid, glyph)) return false;
    const at = square(Math.floor(glyph.x0 / SQUARE), Math.floor(glyph.y0 / SQUARE));
    const others = grid.get(at);
    if (others) others.push(glyph);
    else grid.set(at, [glyph]);
    return true;
  });
  return { glyphs: kept, dropped: glyphs.length - kept.length };
}

/** One small integer per square of the page. Far squares may share one, which costs a comparison and no more. */
function square(column: number, row: number): number {
  return ((row & 0x7fff) << 15) | (column & 0x7fff);
}

function isStruckBefore(grid: ReadonlyMap<number, Glyph[]>, glyph: Glyph): boolean {
  const dx = reachX(glyph);
  const dy = reachY(glyph);
  const right = Math.floor((glyph.x0 + dx) / SQUARE);
  const bottom = Math.floor((glyph.y0 + dy) / SQUARE);
  for (let row = Math.floor((glyph.y0 - dy) / SQUARE); row <= bottom; row++) {
    for (let column = Math.floor((glyph.x0 - dx) / SQUARE); column <= right; column++) {
      const others = grid.get(square(column, row));
      if (others?.some((other) => sameSpot(other, glyph))) return true;
    }
  }
  return false;
}

function reachX(glyph: Glyph): number {
  return STRIKE_X * Math.max(0.5, glyph.x1 - glyph.x0);
}

function reachY(glyph: Glyph): number {
  return STRIKE_Y * glyph.size;
}

function sameSpot(other: Glyph, glyph: Glyph): boolean {
  return (
    other.text === glyph.text &&
    Math.abs(other.x0 - glyph.x0) <= reachX(glyph) &&
    Math.abs(other.y0 - glyph.y0) <= reachY(glyph) &&
    Math.abs(other.size - glyph.size) <= 0.1 * glyph.size
  );
}
