import type { Gray } from "../bitmap.js";

/** Side of the blocks that are turned at once, pixels: both stay in the processor's cache. */
const BLOCK = 32;

/** Rows and columns exchanged. */
export function transpose({ width, height, data }: Gray): Gray {
  const result = new Uint8Array(data.length);
  for (let y0 = 0; y0 < height; y0 += BLOCK) {
    const yEnd = Math.min(height, y0 + BLOCK);
    for (let x0 = 0; x0 < width; x0 += BLOCK) {
      const xEnd = Math.min(width, x0 + BLOCK);
      for (let y = y0; y < yEnd; y++) {
        for (let x = x0; x < xEnd; x++) result[x * height + y] = data[y * width + x] ?? 0;
      }
    }
  }
  return { width: height, height: width, data: result };
}
