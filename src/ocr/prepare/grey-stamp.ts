import type { Gray, PixelBox } from "../bitmap.js";
import { clamp, crop } from "../bitmap.js";
import { components, type Region } from "../components.js";
import { halve } from "./halve.js";
import { thickInk } from "./thick.js";

/** Lines of a stamp are at least this thick, pt; a table's rules and its characters' strokes are thinner. */
const THICK = 1.8;
/** Sides of a stamp, pt (18–65 mm: 国发〔1999〕25号 sets 42–60 mm for round seals, others are smaller). */
const SMALLEST = 50;
const LARGEST = 185;
/** A stamp is mostly paper: of its box at most this part is thick ink. More is a picture. */
const MOST_INK = 0.4;
/** A stamp darker than this hides what is under it, grey. */
const DARKEST = 70;
/** Ink darker than the paper by this many levels may be a stamp's. */
const FAINTEST = 40;
/** A pixel belongs to the stamp when it is at most this part of the way from the stamp's grey to the paper's. */
const BODY = 0.3;
/** At the stamp's soft edge, what is darker than expected by up to this part of its contrast is still the stamp. */
const EDGE = 0.12;
/** What is under a stamp is made at most so many times stronger. */
const STRONGEST = 3;

/**
 * Takes the thick lines (the ring, the star) of grey stamps from over the text: under them the paper is one grey, and
 * what is darker than it is text, whose contrast is brought back to that of the text beside. What is drawn as thin as text stays.
 */
export function fadeGreyStamps(gray: Gray, pixelsPerPt: number): Gray {
  const side = Math.max(3, Math.round(THICK * pixelsPerPt));
  const stamps = candidates(gray, pixelsPerPt);
  if (stamps.length === 0) return gray;
  const data = gray.data.slice();
  for (const box of stamps) fade(gray, data, grown(box, gray), side);
  return { ...gray, data };
}

/** Boxes of thick ink of a stamp's size, looked for on a copy at half the size. */
function candidates(gray: Gray, pixelsPerPt: number): PixelBox[] {
  const small = halve(gray);
  const side = Math.max(2, Math.round((THICK * pixelsPerPt) / 2));
  return components(thickInk(small, 255 - FAINTEST, side), small.width, small.height, 1)
    .filter((region) => isStamp(region, pixelsPerPt / 2))
    .map(({ x0, y0, x1, y1 }) => ({ x0: 2 * x0, y0: 2 * y0, x1: 2 * x1, y1: 2 * y1 }));
}

function isStamp({ x0, y0, x1, y1, size }: Region, pixelsPerPt: number): boolean {
  const width = (x1 - x0) / pixelsPerPt;
  const height = (y1 - y0) / pixelsPerPt;
  return (
    Math.min(width, height) >= SMALLEST &&
    Math.max(width, height) <= LARGEST &&
    Math.max(width, height) <= 1.8 * Math.min(width, height) &&
    size <= MOST_INK * (x1 - x0) * (y1 - y0)
  );
}

function grown(box: PixelBox, { width, height }: Gray): PixelBox {
  return {
    x0: clamp(box.x0 - 3, 1, width - 1),
    y0: clamp(box.y0 - 3, 1, height - 1),
    x1: clamp(box.x1 + 3, 1, width - 1),
    y1: clamp(box.y1 + 3, 1, height - 1),
  };
}

/** Everything thick in a stamp's box is the stamp's. */
function fade(gray: Gray, target: Uint8Array, box: PixelBox, side: number): void {
  const part = crop(gray, box);
  const rough = thickInk(part, 255 - FAINTEST, side);
  const stamp = quantile(
    part.data.filter((_, i) => rough[i] === 1),
    0.5,
  );
  const rest = part.data.filter((_, i) => rough[i] === 0);
  const paper = quantile(rest, 0.6);
  if (stamp < DARKEST || paper - stamp < FAINTEST) return;
  const body = thickInk(part, stamp + BODY * (paper - stamp), side);
  const gain = clamp(
    (paper - quantile(rest, 0.02)) /
      Math.max(
        1,
        stamp -
          quantile(
            part.data.filter((_, i) => body[i] === 1),
            0.02,
          ),
      ),
    1,
    STRONGEST,
  );
  const { width, height } = part;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const covered = coverage(body, width, y * width + x);
      if (covered === 0) continue;
      const level = paper - covered * (paper - stamp);
      const slack = covered < 1 ? EDGE * (paper - stamp) : 0;
      const i = (y + box.y0) * gray.width + x + box.x0;
      const under = Math.max(0, level - slack - (gray.data[i] ?? 255));
      target[i] = clamp(Math.round(paper - (1 + covered * (gain - 1)) * under), 0, paper);
    }
  }
}

/** How much of a pixel the stamp covers, 0–1: soft at its edges. */
function coverage(body: Uint8Array, width: number, i: number): number {
  let sum = 0;
  for (let row = i - width; row <= i + width; row += width) {
    sum += (body[row - 1] ?? 0) + (body[row] ?? 0) + (body[row + 1] ?? 0);
  }
  return sum / 9;
}

function quantile(values: Uint8Array, part: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 255;
}
