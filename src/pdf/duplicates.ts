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
  const seen = new Squares(glyphs);
  const kept = glyphs.filter((glyph, index) => {
    if (seen.holdsStrikeOf(glyph)) return false;
    seen.add(index);
    return true;
  });
  return { glyphs: kept, dropped: glyphs.length - kept.length };
}

/** Glyphs by the square of the page where they begin, each square a chain of glyphs without a list of its own. */
class Squares {
  /** Square → index of its latest glyph. */
  private readonly latest = new Map<number, number>();
  /** Index of the glyph before it in the same square; −1 for none. */
  private readonly before: Int32Array;

  constructor(private readonly glyphs: readonly Glyph[]) {
    this.before = new Int32Array(glyphs.length).fill(-1);
  }

  add(index: number): void {
    const glyph = this.glyphs[index];
    if (!glyph) return;
    const at = square(Math.floor(glyph.x0 / SQUARE), Math.floor(glyph.y0 / SQUARE));
    this.before[index] = this.latest.get(at) ?? -1;
    this.latest.set(at, index);
  }

  holdsStrikeOf(glyph: Glyph): boolean {
    const dx = reachX(glyph);
    const dy = reachY(glyph);
    const right = Math.floor((glyph.x0 + dx) / SQUARE);
    const bottom = Math.floor((glyph.y0 + dy) / SQUARE);
    for (let row = Math.floor((glyph.y0 - dy) / SQUARE); row <= bottom; row++) {
      for (let column = Math.floor((glyph.x0 - dx) / SQUARE); column <= right; column++) {
        let at = this.latest.get(square(column, row)) ?? -1;
        while (at >= 0) {
          const other = this.glyphs[at];
          if (other && sameSpot(other, glyph)) return true;
          at = this.before[at] ?? -1;
        }
      }
    }
    return false;
  }
}

/** One small integer per square of the page. Far squares may share one, which costs a comparison and no more. */
function square(column: number, row: number): number {
  return ((row & 0x7fff) << 15) | (column & 0x7fff);
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
