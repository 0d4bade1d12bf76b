import type { Box } from "../model/index.js";

/** Grey pixels row by row from the top: 0 is black, 255 is white. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture of (a part of) a page, as the PDF room gives it. */
export interface PageBitmap {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 RGB, 4 RGBA (drawn over white). */
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
  /** What the picture covers, in pt of the page as displayed. */
  readonly box: Box;
}

/** A rectangle of pixels; x1 and y1 are exclusive. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Pixels in a box. */
export function areaOf({ x0, y0, x1, y1 }: PixelBox): number {
  return (x1 - x0) * (y1 - y0);
}

/** Pixels that two boxes share. */
export function sharedArea(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return Math.max(0, width) * Math.max(0, height);
}

/** An all-white picture. */
export function blank(width: number, height: number): Gray {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** The part of a picture inside a box (clamped to the picture; at least one pixel). */
export function crop(gray: Gray, box: PixelBox): Gray {
  const x0 = clamp(Math.floor(box.x0), 0, gray.width - 1);
  const y0 = clamp(Math.floor(box.y0), 0, gray.height - 1);
  const x1 = clamp(Math.ceil(box.x1), x0 + 1, gray.width);
  const y1 = clamp(Math.ceil(box.y1), y0 + 1, gray.height);
  const data = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) {
    data.set(gray.data.subarray(y * gray.width + x0, y * gray.width + x1), (y - y0) * (x1 - x0));
  }
  return { width: x1 - x0, height: y1 - y0, data };
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
