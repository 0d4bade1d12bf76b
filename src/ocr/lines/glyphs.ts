import type { Glyph } from "../../model/index.js";
import type { Frame } from "../frame.js";
import { toPt } from "../frame.js";
import type { LineMetrics } from "./metrics.js";
import type { PlacedCharacter } from "./place.js";

/** Neighbours whose ink is nearer than this share of the size share the gap, as printed characters' advances do. */
const ADJACENT = 0.6;
/** Side bearing at the ends of a line and beside a space, as a share of the size. */
const BEARING = 0.05;
/** Sizes are given in steps of this, pt: ink tells no better. */
const SIZE_STEP = 0.5;
/** The model's glyph box reaches this far above and below the baseline, in sizes (model/page.ts). */
const ABOVE = 0.85;
const BELOW = 0.15;

/** A line's characters as the page's glyphs. */
export function lineGlyphs(
  characters: readonly PlacedCharacter[],
  { size, baseline }: LineMetrics,
  frame: Frame,
  engine: string,
): Glyph[] {
  const sizePt = Math.max(SIZE_STEP, Math.round(size / frame.pixelsPerPt / SIZE_STEP) * SIZE_STEP);
  const base = toPt(frame, 0, baseline).y;
  return characters.map(({ text, confidence, ink }, i) => {
    const left = edge(characters[i - 1]?.ink.x1, ink.x0, -1, size);
    const right = edge(characters[i + 1]?.ink.x0, ink.x1, 1, size);
    return {
      text,
      x0: round(toPt(frame, left, 0).x),
      y0: round(base - ABOVE * sizePt),
      x1: round(toPt(frame, right, 0).x),
      y1: round(base + BELOW * sizePt),
      baseline: round(base),
      size: sizePt,
      font: engine,
      angle: 0,
      confidence: Math.round(confidence * 1000) / 1000,
    };
  });
}

/** Where a glyph ends: half-way to its neighbour, or a side bearing off its ink. */
function edge(neighbour: number | undefined, own: number, side: 1 | -1, size: number): number {
  if (neighbour !== undefined && Math.abs(neighbour - own) < ADJACENT * size) return (neighbour + own) / 2;
  return own + side * BEARING * size;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
