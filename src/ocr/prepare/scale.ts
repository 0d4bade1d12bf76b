import { clamp, type Gray } from "../bitmap.js";

/** The picture at another size: area average when it shrinks, bilinear when it grows. */
export function resize(gray: Gray, width: number, height: number): Gray {
  if (width === gray.width && height === gray.height) return gray;
  const columns = taps(gray.width, width);
  const rows = taps(gray.height, height);
  // Across first, then down: each pixel is touched twice instead of once per kernel cell.
  const across = new Float32Array(width * gray.height);
  for (let y = 0; y < gray.height; y++) {
    const from = y * gray.width;
    for (let x = 0; x < width; x++) {
      const start = columns.start[x] ?? 0;
      let sum = 0;
      for (let k = columns.offset[x] ?? 0, source = from + start; k < (columns.offset[x + 1] ?? 0); k++, source++) {
        sum += (columns.weight[k] ?? 0) * (gray.data[source] ?? 0);
      }
      across[y * width + x] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = rows.start[y] ?? 0;
    const first = rows.offset[y] ?? 0;
    const last = rows.offset[y + 1] ?? 0;
    for (let x = 0; x < width; x++) {
      let sum = 0.5;
      for (let k = first, source = start * width + x; k < last; k++, source += width) {
        sum += (rows.weight[k] ?? 0) * (across[source] ?? 0);
      }
      data[y * width + x] = sum;
    }
  }
  return { width, height, data };
}

interface Taps {
  /** First source pixel of each target pixel. */
  readonly start: Int32Array;
  /** Where each target pixel's weights begin; one more entry closes the last. */
  readonly offset: Int32Array;
  readonly weight: Float32Array;
}

/** The source pixels and weights of each target pixel along one axis; the weights of a pixel add up to 1. */
function taps(from: number, to: number): Taps {
  const ratio = from / to;
  const reach = Math.max(1, ratio);
  const start = new Int32Array(to);
  const offset = new Int32Array(to + 1);
  const weights: number[] = [];
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * ratio - 0.5;
    const low = clamp(Math.ceil(centre - reach), 0, from - 1);
    const high = clamp(Math.floor(centre + reach), low, from - 1);
    const own: number[] = [];
    for (let s = low; s <= high; s++)
      own.push(ratio > 1 ? overlap(s, centre, ratio) : Math.max(0, 1 - Math.abs(s - centre)));
    const total = own.reduce((sum, value) => sum + value, 0);
    start[i] = low;
    for (const value of own) weights.push(total > 0 ? value / total : 1 / own.length);
    offset[i + 1] = weights.length;
  }
  return { start, offset, weight: Float32Array.from(weights) };
}

/** How much of source pixel `s` lies inside the target pixel's footprint. */
function overlap(s: number, centre: number, ratio: number): number {
  return Math.max(0, Math.min(s + 0.5, centre + ratio / 2) - Math.max(s - 0.5, centre - ratio / 2));
}
