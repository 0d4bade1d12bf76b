import type { Gray, PageBitmap, PixelBox } from "../bitmap.js";
import { components } from "../components.js";

/** Stamps are looked for in blocks of this many pixels a side. */
const BLOCK = 4;
/** A pixel is coloured from this difference between its strongest and weakest channel; scanned black ink stays below 30. */
const COLOURED = 60;
/** In a stamp's box, paler ones are its edges. */
const PALE = 24;
/** Sides of a stamp, pt (see grey-stamp.ts), and how much longer one may be than the other (oval ones). */
const SMALLEST = 40;
const LARGEST = 200;
const LONGEST = 2;

/**
 * Takes red and blue stamps from over the text of a coloured scan: ink of one colour is light in its own channel, and
 * black print under it is dark in every channel. Coloured print that has not a stamp's shape keeps its grey.
 * @param gray the picture in grey; changed in place
 */
export function fadeColourStamps(bitmap: PageBitmap, gray: Gray, pixelsPerPt: number): void {
  if (bitmap.channels === 1) return;
  for (const box of stampBoxes(bitmap, pixelsPerPt)) fade(bitmap, gray.data, box);
}

function stampBoxes(bitmap: PageBitmap, pixelsPerPt: number): PixelBox[] {
  const width = Math.ceil(bitmap.width / BLOCK);
  const height = Math.ceil(bitmap.height / BLOCK);
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < bitmap.height; y++) {
    const row = Math.floor(y / BLOCK) * width;
    for (let x = 0; x < bitmap.width; x++) {
      if (colourOf(bitmap, y * bitmap.width + x).difference >= COLOURED) mask[row + Math.floor(x / BLOCK)] = 1;
    }
  }
  return components(mask, width, height, 1)
    .map(({ x0, y0, x1, y1 }) => ({ x0: x0 * BLOCK, y0: y0 * BLOCK, x1: x1 * BLOCK, y1: y1 * BLOCK }))
    .filter(({ x0, y0, x1, y1 }) => {
      const shorter = Math.min(x1 - x0, y1 - y0) / pixelsPerPt;
      const longer = Math.max(x1 - x0, y1 - y0) / pixelsPerPt;
      return shorter >= SMALLEST && longer <= LARGEST && longer <= LONGEST * shorter;
    });
}

interface Colour {
  readonly strongest: number;
  /** Strongest less weakest channel; 0 when green is the strongest: stamps are red or blue. */
  readonly difference: number;
}

function colourOf({ data, channels }: PageBitmap, pixel: number): Colour {
  const from = pixel * channels;
  const red = data[from] ?? 255;
  const green = data[from + 1] ?? 255;
  const blue = data[from + 2] ?? 255;
  const strongest = Math.max(red, green, blue);
  const isGreen = green === strongest && green > red && green > blue;
  return { strongest, difference: isGreen ? 0 : strongest - Math.min(red, green, blue) };
}

function fade(bitmap: PageBitmap, gray: Uint8Array, box: PixelBox): void {
  const pixels: number[] = [];
  const strongest: number[] = [];
  for (let y = box.y0; y < Math.min(bitmap.height, box.y1); y++) {
    for (let x = box.x0; x < Math.min(bitmap.width, box.x1); x++) {
      const pixel = y * bitmap.width + x;
      const colour = colourOf(bitmap, pixel);
      if (colour.difference < PALE) continue;
      pixels.push(pixel);
      if (colour.difference >= COLOURED) strongest.push(colour.strongest);
    }
  }
  strongest.sort((a, b) => a - b);
  // The stamp's own lightness in its channel becomes white; what is darker there is print.
  const own = Math.max(1, strongest[strongest.length >> 1] ?? 255);
  for (const pixel of pixels) gray[pixel] = Math.min(255, Math.round((colourOf(bitmap, pixel).strongest * 255) / own));
}
