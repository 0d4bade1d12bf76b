import type { Gray } from "../bitmap.js";

/** Grey values are averaged along a line over this many pixels to each side: faint and dashed rules add up, noise does not. */
const ALONG = 7;
/** A rule is darker than the paper this many pixels to both sides of it; two distances, so that double rules do not hide each other. */
const BESIDE = [4, 7] as const;

/**
 * How much darker each pixel's surroundings along x are than what lies above and below: high on thin horizontal lines,
 * low on text and on the edges of dark areas. 0–255. For vertical lines give the transposed picture.
 */
export function lineResponse(gray: Gray): Uint8Array {
  const { width, height } = gray;
  const mean = averageAlong(gray);
  const response = new Uint8Array(width * height);
  const reach = Math.max(...BESIDE);
  for (let y = reach; y < height - reach; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const here = mean[row + x] ?? 0;
      let best = 0;
      for (const distance of BESIDE) {
        const above = mean[row + x - distance * width] ?? 0;
        const below = mean[row + x + distance * width] ?? 0;
        const contrast = (above < below ? above : below) - here;
        if (contrast > best) best = contrast;
      }
      response[row + x] = best;
    }
  }
  return response;
}

/** The mean of each pixel's neighbours along x, itself included. */
function averageAlong({ width, height, data }: Gray): Uint8Array {
  const result = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    let count = 0;
    for (let x = -ALONG; x < width; x++) {
      const enters = x + ALONG;
      if (enters < width) {
        sum += data[row + enters] ?? 0;
        count++;
      }
      const leaves = x - ALONG - 1;
      if (leaves >= 0) {
        sum -= data[row + leaves] ?? 0;
        count--;
      }
      if (x >= 0) result[row + x] = sum / count;
    }
  }
  return result;
}
