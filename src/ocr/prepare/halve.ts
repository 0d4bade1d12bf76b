import type { Gray } from "../bitmap.js";

/** The picture at half its size: each pixel the mean of four. */
export function halve(gray: Gray): Gray {
  const width = gray.width >> 1;
  const height = gray.height >> 1;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    let above = 2 * y * gray.width;
    let below = above + gray.width;
    for (let i = y * width; i < (y + 1) * width; i++, above += 2, below += 2) {
      const sum =
        (gray.data[above] ?? 0) + (gray.data[above + 1] ?? 0) + (gray.data[below] ?? 0) + (gray.data[below + 1] ?? 0);
      data[i] = (sum + 2) >> 2;
    }
  }
  return { width, height, data };
}
