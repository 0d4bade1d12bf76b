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
  const [near, far] = BESIDE;
  const row = (y: number): Uint8Array => mean.subarray(y * width, (y + 1) * width);
  for (let y = far; y < height - far; y++) {
    const own = response.subarray(y * width, (y + 1) * width);
    darkerThanBeside(own, row(y), row(y - near), row(y + near));
    darkerThanBeside(own, row(y), row(y - far), row(y + far));
  }
  return response;
}

/** Raises each response to how much darker a row is than both others. */
function darkerThanBeside(response: Uint8Array, here: Uint8Array, above: Uint8Array, below: Uint8Array): void {
  for (let x = 0; x < response.length; x++) {
    const up = above[x] ?? 0;
    const down = below[x] ?? 0;
    const contrast = (up < down ? up : down) - (here[x] ?? 0);
    if (contrast > (response[x] ?? 0)) response[x] = contrast;
  }
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
