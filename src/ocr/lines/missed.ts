import type { Gray, PixelBox } from "../bitmap.js";
import { components } from "../components.js";

/** Ink darker than this is looked at, grey: the paper's and JPEG's own noise is lighter. */
const INK = 150;
/** Ink of these sizes may be characters, pt: a dash is 2 × 0.7, a title's character 40. */
const SMALLEST = 1.8;
const LARGEST = 40;
/** Specks have fewer pixels than this share of a square pt. */
const LEAST_INK = 0.7;
/** Pieces nearer than this are one line, pt. */
const GAP = 9;

/**
 * Boxes of ink that lies in none of the lines found: single digits and dashes that a detector passes over.
 * Pieces side by side are joined; big shapes (frames, pictures) and specks are left.
 */
export function missedInk(clean: Gray, found: readonly PixelBox[], pixelsPerPt: number): PixelBox[] {
  const dark = new Uint8Array(clean.data.length);
  for (let i = 0; i < dark.length; i++) dark[i] = (clean.data[i] ?? 255) < INK ? 1 : 0;
  for (const box of found) {
    for (let y = Math.max(0, Math.floor(box.y0)); y < Math.min(clean.height, Math.ceil(box.y1)); y++) {
      dark.fill(
        0,
        y * clean.width + Math.max(0, Math.floor(box.x0)),
        y * clean.width + Math.min(clean.width, Math.ceil(box.x1)),
      );
    }
  }
  const pieces = components(dark, clean.width, clean.height, 1).filter(({ x0, y0, x1, y1, size }) => {
    const longest = Math.max(x1 - x0, y1 - y0) / pixelsPerPt;
    return longest >= SMALLEST && longest <= LARGEST && size >= LEAST_INK * pixelsPerPt ** 2;
  });
  return joinSideBySide(pieces, GAP * pixelsPerPt);
}

/** Joins boxes that stand side by side (they share half of the lower one's height) with at most `gap` between. */
export function joinSideBySide(boxes: readonly PixelBox[], gap: number): PixelBox[] {
  const lines: PixelBox[] = [];
  for (const box of [...boxes].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0)) {
    const i = lines.findIndex((line) => {
      const shared = Math.min(line.y1, box.y1) - Math.max(line.y0, box.y0);
      return box.x0 - line.x1 <= gap && shared >= 0.5 * Math.min(line.y1 - line.y0, box.y1 - box.y0);
    });
    const line = lines[i];
    if (line === undefined) {
      lines.push({ x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1 });
      continue;
    }
    lines[i] = {
      x0: Math.min(line.x0, box.x0),
      y0: Math.min(line.y0, box.y0),
      x1: Math.max(line.x1, box.x1),
      y1: Math.max(line.y1, box.y1),
    };
  }
  return lines;
}
