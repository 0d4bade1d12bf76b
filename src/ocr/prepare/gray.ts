import type { Gray, PageBitmap } from "../bitmap.js";

/** Luma weights of ITU-R BT.601, in 1/256. */
const RED = 77;
const GREEN = 150;
const BLUE = 29;

/** A page's picture in grey; transparent pixels (RGBA) lie over white. */
export function toGray(bitmap: PageBitmap): Gray {
  const { width, height, channels, data } = bitmap;
  const count = width * height;
  const gray = new Uint8Array(count);
  if (channels === 1) {
    gray.set(data.subarray(0, count));
    return { width, height, data: gray };
  }
  for (let i = 0, from = 0; i < count; i++, from += channels) {
    const luma = (RED * (data[from] ?? 0) + GREEN * (data[from + 1] ?? 0) + BLUE * (data[from + 2] ?? 0)) >> 8;
    gray[i] = channels === 4 ? overWhite(luma, data[from + 3] ?? 0) : luma;
  }
  return { width, height, data: gray };
}

function overWhite(value: number, alpha: number): number {
  return alpha === 255 ? value : 255 - Math.round(((255 - value) * alpha) / 255);
}
