import type { Gray } from "../bitmap.js";
import { halve } from "./halve.js";

/** How a sheet lies: angles of its horizontal and of its vertical lines, degrees clockwise as displayed. */
export interface Skew {
  readonly across: number;
  /** Not always the same: a sheet that is pulled askew through a feeder is sheared. */
  readonly down: number;
}

/** Skew is looked for on a copy of at least this resolution, dpi (0.02° is half a pixel over an A4 side there). */
const LOOK_DPI = 90;
/** The largest skew that is looked for, degrees: a sheet put askew on a scanner's glass; more is a photograph. */
const LARGEST = 5;
/** Shear between the two directions is looked for up to this, degrees. */
const LARGEST_SHEAR = 0.8;
const COARSE = 0.25;
const FINE = 0.02;
/** At most so many ink pixels vote. */
const MOST_POINTS = 60_000;
/** Fewer ink pixels than this say nothing. */
const FEWEST_POINTS = 50;
/** A direction's best angle counts as seen when its projection is this much sharper than 0.3° beside it. */
const SEEN = 1.03;
const BESIDE = 0.3;

/**
 * How far the page's lines are turned: the angles at which the projections of its strokes' edges are sharpest.
 * A direction in which nothing is drawn (no vertical rules) takes the other's angle.
 * @param dpi the picture's resolution
 */
export function findSkew(gray: Gray, dpi: number): Skew {
  const small = smaller(gray, dpi);
  const { above, beside } = edges(small);
  const size = Math.ceil(Math.hypot(small.width, small.height)) + 2;
  const bins = new Float64Array(2 * size);
  const score = {
    across: (angle: number): number => sharpness(above.xs, above.ys, angle, size, bins),
    down: (angle: number): number => sharpness(beside.ys, beside.xs, -angle, size, bins),
  };
  const either = best((angle) => Math.max(score.across(angle), score.down(angle)), 0, LARGEST, COARSE);
  const across = seen(score.across, above.xs.length, either);
  const down = seen(score.down, beside.xs.length, either);
  return { across: levelled(across ?? down ?? 0), down: levelled(down ?? across ?? 0) };
}

/** The picture at the resolution at which skew is looked for. */
export function smaller(gray: Gray, dpi: number): Gray {
  let small = gray;
  for (let left = dpi; left / 2 >= LOOK_DPI; left /= 2) small = halve(small);
  return small;
}

/** Turns below this are left: they are within the search's own error, and turning blurs. Degrees. */
const LEVEL = 0.07;

function levelled(angle: number): number {
  return Math.abs(angle) < LEVEL ? 0 : angle;
}

function seen(score: (angle: number) => number, points: number, about: number): number | null {
  if (points < FEWEST_POINTS) return null;
  const angle = best(score, best(score, about, LARGEST_SHEAR, COARSE / 4), COARSE / 4, FINE);
  const beside = Math.max(score(angle - BESIDE), score(angle + BESIDE));
  return score(angle) >= SEEN * beside ? Math.round(angle * 1000) / 1000 : null;
}

function best(score: (angle: number) => number, middle: number, reach: number, step: number): number {
  let angle = middle;
  let top = score(middle);
  for (let k = 1; k <= Math.round(reach / step); k++) {
    for (const candidate of [middle - k * step, middle + k * step]) {
      const value = score(candidate);
      if (value <= top) continue;
      top = value;
      angle = candidate;
    }
  }
  return angle;
}

/** Sum of squares of the projection, two bins at a time (a line may fall between two): edges on few lines score high. */
function sharpness(along: Float32Array, across: Float32Array, angle: number, size: number, bins: Float64Array): number {
  bins.fill(0);
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  for (let i = 0; i < along.length; i++) {
    const position = cos * (across[i] ?? 0) - sin * (along[i] ?? 0) + size / 2;
    const bin = Math.floor(position);
    const part = position - bin;
    bins[bin] = (bins[bin] ?? 0) + 1 - part;
    bins[bin + 1] = (bins[bin + 1] ?? 0) + part;
  }
  let sum = 0;
  for (let i = 1; i < bins.length; i++) sum += ((bins[i - 1] ?? 0) + (bins[i] ?? 0)) ** 2;
  return sum;
}

/** Grey levels between paper and ink two pixels apart; paper's own noise stays below 25. */
const EDGE = 40;

export interface Points {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

/** Ink with paper above it, and ink with paper to its left: the edges of strokes that run across, and down. */
export function edges({ width, height, data }: Gray): { above: Points; beside: Points } {
  const above: number[] = [];
  const beside: number[] = [];
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const i = y * width + x;
      const here = data[i] ?? 0;
      if ((data[i - 2 * width] ?? 0) - here > EDGE) above.push(i);
      if ((data[i - 2] ?? 0) - here > EDGE) beside.push(i);
    }
  }
  return { above: points(above, width), beside: points(beside, width) };
}

function points(indices: readonly number[], width: number): Points {
  const step = Math.max(1, Math.ceil(indices.length / MOST_POINTS));
  const count = Math.ceil(indices.length / step);
  const xs = new Float32Array(count);
  const ys = new Float32Array(count);
  for (let k = 0; k < count; k++) {
    const i = indices[k * step] ?? 0;
    xs[k] = i % width;
    ys[k] = Math.floor(i / width);
  }
  return { xs, ys };
}
