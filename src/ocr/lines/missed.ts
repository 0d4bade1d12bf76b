import type { Gray, PixelBox } from "../bitmap.js";
import { components } from "../components.js";
import { paperOf } from "../paper.js";

/** Ink darker than this may be a line by itself, grey: the paper's and JPEG's own noise is lighter. */
const INK = 150;
/** Beside a line ink counts that is darker than the paper by this many levels: a thin 一 at 150 dpi is no darker. */
const FAINT = 50;
/** Beside a line: no further from its end than this part of its height. */
const BESIDE = 0.9;
/** Ink of these sizes may be characters, pt: a dash is 2 × 0.7, a title's character 40. */
const SMALLEST = 1.8;
const LARGEST = 40;
/** Specks have fewer pixels than this share of a square pt. */
const LEAST_INK = 0.7;
/** A character beside a line is at least this long, heights of the line; less is what is left of a rule or a speck. */
const LONG = 0.4;
/** Pieces nearer than this are one line, pt. */
const GAP = 9;
/** A piece with this share of its box in a line's belongs to the line; in none with less, it was passed over. */
const INSIDE = 0.15;

/**
 * The lines found, widened to the whole of the characters that they cut, and those that were passed over: single digits
 * and dashes. Big shapes (frames, pictures) and specks are left.
 */
export function completeLines(clean: Gray, found: readonly PixelBox[], pixelsPerPt: number): PixelBox[] {
  const lines = found.map((box) => ({ ...box }));
  for (const piece of textPieces(clean, paperOf(clean) - FAINT, pixelsPerPt)) {
    const line = lines.find((one) => endsBeside(one, piece));
    if (line === undefined) continue;
    line.x0 = Math.min(line.x0, piece.x0);
    line.x1 = Math.max(line.x1, piece.x1);
  }
  const passedOver: PixelBox[] = [];
  for (const piece of textPieces(clean, INK, pixelsPerPt)) {
    const area = (piece.x1 - piece.x0) * (piece.y1 - piece.y0);
    const shares = lines.map((line) => overlap(line, piece) / area);
    const most = Math.max(0, ...shares);
    const line = lines[shares.indexOf(most)];
    if (most < INSIDE || line === undefined) {
      passedOver.push(piece);
      continue;
    }
    // Along the line only: what hangs over above and below may be another line's.
    if (overlapY(line, piece) < 0.6 * (piece.y1 - piece.y0)) continue;
    line.x0 = Math.min(line.x0, piece.x0);
    line.x1 = Math.max(line.x1, piece.x1);
  }
  return [...lines, ...joinSideBySide(passedOver, GAP * pixelsPerPt)];
}

/** Whether a piece of a character's size stands just before or behind a line, at its height: a 一 that was passed over. */
function endsBeside(line: PixelBox, piece: PixelBox): boolean {
  const height = line.y1 - line.y0;
  const width = piece.x1 - piece.x0;
  const gap = Math.max(line.x0 - piece.x1, piece.x0 - line.x1);
  const inside = piece.y0 >= line.y0 && piece.y1 <= line.y1;
  return inside && gap >= -width / 2 && gap <= BESIDE * height && width >= LONG * height;
}

/** Connected ink of a character's size. */
function textPieces(clean: Gray, ink: number, pixelsPerPt: number): PixelBox[] {
  const dark = new Uint8Array(clean.data.length);
  for (let i = 0; i < dark.length; i++) dark[i] = (clean.data[i] ?? 255) < ink ? 1 : 0;
  return components(dark, clean.width, clean.height, 1).filter(({ x0, y0, x1, y1, size }) => {
    const longest = Math.max(x1 - x0, y1 - y0) / pixelsPerPt;
    return longest >= SMALLEST && longest <= LARGEST && size >= LEAST_INK * pixelsPerPt ** 2;
  });
}

function overlap(a: PixelBox, b: PixelBox): number {
  return Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * overlapY(a, b);
}

function overlapY(a: PixelBox, b: PixelBox): number {
  return Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));
}

/** Joins boxes that stand side by side (they share half of the lower one's height) with at most `gap` between. */
function joinSideBySide(boxes: readonly PixelBox[], gap: number): PixelBox[] {
  const lines: PixelBox[] = [];
  for (const box of [...boxes].sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0)) {
    const i = lines.findIndex((line) => {
      const lower = Math.min(line.y1 - line.y0, box.y1 - box.y0);
      return box.x0 - line.x1 <= gap && overlapY(line, box) >= 0.5 * lower;
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
