import type { Gray, PixelBox } from "../bitmap.js";
import { clamp, crop } from "../bitmap.js";
import { components, type Region } from "../components.js";
import { paperOf } from "../paper.js";
import { thickInk } from "./thick.js";

/** Lines of a stamp are at least this thick, pt; a table's rules and its characters' strokes are thinner. */
const THICK = 1.8;
/** Scanning makes every line thicker by this, pixels: at 150 dpi a character's stroke is as thick as a stamp's line without it. */
const SOFT = 1;
/** Sides of a stamp, pt (18–65 mm: 国发〔1999〕25号 sets 42–60 mm for round seals, others are smaller). */
const SMALLEST = 50;
const LARGEST = 185;
/** A stamp is mostly paper: of its box at most this part is thick ink. More is a picture. */
const MOST_INK = 0.4;
/** Pieces of a stamp this near are one, pt: a rule or a character that crosses it, and their edges. */
const JOINED = 4.3;
/** A stamp is lighter than print by at least this part of the page's contrast: a darker one hides what is under it. */
const DARKEST = 0.08;
/** Print is as dark as this part of a page's darkest pixels: a few characters, on a page that holds little but a stamp. */
const PAGE_PRINT = 0.0002;
/** A stamp is darker than paper by at least this part of the page's contrast. */
const FAINTEST = 0.24;
/** A pixel belongs to the stamp when it is at most this part of the way from the stamp's grey to the paper's. */
const BODY = 0.3;
/** At the stamp's soft edge, what is darker than expected by up to this part of its contrast is still the stamp. */
const EDGE = 0.12;
/** Print is as dark as this part of the darkest pixels. */
const DARK_PRINT = 0.02;
/** What is under a stamp is made at most so many times stronger. */
const STRONGEST = 3;

/** A grey stamp as it was found. */
export interface GreyStamp {
  readonly box: PixelBox;
  /** Of the paper beside it, and of its own ink. */
  readonly paper: number;
  readonly ink: number;
  /** How much of each of the box's pixels its thick lines cover, 0–1, row by row. */
  readonly coverage: Float32Array;
  /** How many times weaker print is under it than beside it. */
  readonly weaker: number;
}

/**
 * Takes the thick lines (the ring, the star) of grey stamps from over the text: under them the paper is one grey, and
 * what is darker than it is text, whose contrast is brought back to that of the text beside. What is drawn as thin as text stays.
 */
export function fadeGreyStamps(gray: Gray, pixelsPerPt: number): { faded: Gray; stamps: GreyStamp[] } {
  const side = Math.max(3, Math.round(THICK * pixelsPerPt + SOFT));
  const levels = levelsOf(gray);
  const stamps = candidates(gray, pixelsPerPt, side, levels).flatMap(
    (box) => measure(gray, grown(box, Math.round(JOINED * pixelsPerPt), gray), side, levels) ?? [],
  );
  if (stamps.length === 0) return { faded: gray, stamps };
  const data = gray.data.slice();
  for (const stamp of stamps) fade(gray, data, stamp);
  return { faded: { ...gray, data }, stamps };
}

/** Between which greys a stamp's ink may be. */
interface Levels {
  readonly darkest: number;
  readonly lightest: number;
}

function levelsOf(gray: Gray): Levels {
  const paper = paperOf(gray);
  const print = quantile(gray.data, PAGE_PRINT);
  return { darkest: print + DARKEST * (paper - print), lightest: paper - FAINTEST * (paper - print) };
}

/**
 * Boxes of thick ink of a stamp's size. Rules are darker than stamps and may be as thick: they cut a ring where they cross
 * it, and its pieces are joined again where they are in blocks side by side.
 */
function candidates(
  { width, height, data }: Gray,
  pixelsPerPt: number,
  side: number,
  { darkest, lightest }: Levels,
): PixelBox[] {
  const light = data.slice();
  for (let i = 0; i < light.length; i++) if ((light[i] ?? 0) < darkest) light[i] = 255;
  const block = Math.max(2, Math.round(JOINED * pixelsPerPt));
  const [across, down] = [Math.ceil(width / block), Math.ceil(height / block)];
  const ink = new Float32Array(across * down);
  const thick = thickInk({ width, height, data: light }, lightest, side);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / block) * across;
    for (let x = 0; x < width; x++) {
      if (thick[y * width + x] === 0) continue;
      const at = row + Math.floor(x / block);
      ink[at] = (ink[at] ?? 0) + 1;
    }
  }
  return components(ink, across, down, side)
    .filter((region) => isStamp(region, pixelsPerPt / block, block * block))
    .map(({ x0, y0, x1, y1 }) => ({ x0: x0 * block, y0: y0 * block, x1: x1 * block, y1: y1 * block }));
}

/** A region of blocks, so many to the pt, with the ink of each; `full` is a block's that is all ink. */
function isStamp({ x0, y0, x1, y1, size, mean }: Region, perPt: number, full: number): boolean {
  const width = (x1 - x0) / perPt;
  const height = (y1 - y0) / perPt;
  return (
    Math.min(width, height) >= SMALLEST &&
    Math.max(width, height) <= LARGEST &&
    Math.max(width, height) <= 1.8 * Math.min(width, height) &&
    size * mean <= MOST_INK * (x1 - x0) * (y1 - y0) * full
  );
}

/** A ring's outermost part may be too little of its block to be seen there. */
function grown({ x0, y0, x1, y1 }: PixelBox, by: number, { width, height }: Gray): PixelBox {
  return {
    x0: clamp(x0 - by, 1, width - 1),
    y0: clamp(y0 - by, 1, height - 1),
    x1: clamp(x1 + by, 1, width - 1),
    y1: clamp(y1 + by, 1, height - 1),
  };
}

/** Everything thick in a stamp's box is the stamp's; null when it is too dark or too faint to tell from the print. */
function measure(gray: Gray, box: PixelBox, side: number, { darkest, lightest }: Levels): GreyStamp | null {
  const part = crop(gray, box);
  const rough = thickInk(part, lightest, side);
  const ink = quantile(
    part.data.filter((_, i) => rough[i] === 1),
    0.5,
  );
  const rest = part.data.filter((_, i) => rough[i] === 0);
  const paper = quantile(rest, 0.6);
  if (ink < darkest || ink > lightest) return null;
  // Nearer to the stamp's grey, its soft edges do not count.
  const body = thickInk(part, ink + BODY * (paper - ink), side - SOFT);
  const under = quantile(
    part.data.filter((_, i) => body[i] === 1),
    DARK_PRINT,
  );
  const { width, height } = part;
  const coverage = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) coverage[y * width + x] = covered(body, width, y * width + x);
  }
  const weaker = (paper - quantile(rest, DARK_PRINT)) / Math.max(1, ink - under);
  return { box, paper, ink, coverage, weaker: Math.max(1, weaker) };
}

function fade(gray: Gray, target: Uint8Array, { box, paper, ink, coverage, weaker }: GreyStamp): void {
  const gain = Math.min(STRONGEST, weaker);
  const width = box.x1 - box.x0;
  coverage.forEach((part, at) => {
    if (part === 0) return;
    const level = paper - part * (paper - ink);
    const slack = part < 1 ? EDGE * (paper - ink) : 0;
    const i = (box.y0 + Math.floor(at / width)) * gray.width + box.x0 + (at % width);
    const under = Math.max(0, level - slack - (gray.data[i] ?? 255));
    target[i] = clamp(Math.round(paper - (1 + part * (gain - 1)) * under), 0, paper);
  });
}

/** How much of a pixel the stamp covers, 0–1: soft at its edges. */
function covered(body: Uint8Array, width: number, i: number): number {
  let sum = 0;
  for (let row = i - width; row <= i + width; row += width) {
    sum += (body[row - 1] ?? 0) + (body[row] ?? 0) + (body[row + 1] ?? 0);
  }
  return sum / 9;
}

function quantile(values: Uint8Array, part: number): number {
  const histogram = new Uint32Array(256);
  for (const value of values) histogram[value] = (histogram[value] ?? 0) + 1;
  let left = Math.floor(part * (values.length - 1));
  for (let value = 0; value < 256; value++) {
    left -= histogram[value] ?? 0;
    if (left < 0) return value;
  }
  return 255;
}
