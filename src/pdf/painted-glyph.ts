import type { Glyph } from "../model/index.js";

/** What the glyphs of one line have in common. */
export type PaintedLine = Pick<Glyph, "y0" | "y1" | "baseline" | "size" | "font" | "angle">;

/**
 * A glyph of a text layer. A long document has millions, and each number that one keeps for itself costs 16 bytes: what its
 * line has in common is kept once.
 */
export class PaintedGlyph implements Glyph {
  constructor(
    readonly text: string,
    readonly x0: number,
    readonly x1: number,
    private readonly line: PaintedLine,
  ) {}

  get y0(): number {
    return this.line.y0;
  }

  get y1(): number {
    return this.line.y1;
  }

  get baseline(): number {
    return this.line.baseline;
  }

  get size(): number {
    return this.line.size;
  }

  get font(): string {
    return this.line.font;
  }

  get angle(): number {
    return this.line.angle;
  }
}
