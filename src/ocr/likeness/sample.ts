import { clamp, type Gray } from "../bitmap.js";

/** A window of darkness (paper less grey, at least 0) around a point, row by row. */
export interface Patch {
  /** Pixels to each side of the point, and above and below the baseline. */
  readonly half: number;
  readonly above: number;
  readonly below: number;
}

export function widthOf({ half }: Patch): number {
  return 2 * half + 1;
}

export function sizeOf(patch: Patch): number {
  return widthOf(patch) * (patch.above + patch.below + 1);
}

/** Values around (x, y), bilinear between pixels; `at` gives a pixel's value. */
export function sample(patch: Patch, x: number, y: number, at: (x: number, y: number) => number): Float32Array {
  const values = new Float32Array(sizeOf(patch));
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  const fx = x - 0.5 - left;
  const fy = y - 0.5 - top;
  let k = 0;
  for (let row = -patch.above; row <= patch.below; row++) {
    for (let column = -patch.half; column <= patch.half; column++) {
      const [px, py] = [left + column, top + row];
      values[k++] =
        (at(px, py) * (1 - fx) + at(px + 1, py) * fx) * (1 - fy) +
        (at(px, py + 1) * (1 - fx) + at(px + 1, py + 1) * fx) * fy;
    }
  }
  return values;
}

/** A picture as darkness under a grey of its paper. */
export function darkness({ width, height, data }: Gray, paper: number): (x: number, y: number) => number {
  return (x, y) => Math.max(0, paper - (data[clamp(y, 0, height - 1) * width + clamp(x, 0, width - 1)] ?? paper));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
