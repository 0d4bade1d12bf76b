import type { Gray } from "../bitmap.js";
import { edges, type Points, type Skew, smaller } from "./skew.js";

/** How a photographed sheet's lines turn: by so many degrees from its middle to its bottom (horizontal ones) and right edge. */
export interface Keystone {
  readonly across: number;
  readonly down: number;
}

/** Turns up to this are looked for, degrees, in such steps, the finer ones around the best; and skew so far from that of the whole. */
const MOST = 2.4;
const STEPS = [0.3, 0.1, 0.03] as const;
const ASIDE = 1.2;
/** A turn counts when lines are this much sharper with it than without: a sheet that lies flat gains a few percent by chance. */
const SHARPER = 1.12;
/** And from this, degrees. */
const LEAST = 0.12;
/** So many edge points tell, and fewer than that nothing. */
const POINTS = 8_000;
const FEWEST = 2_000;

/**
 * How a sheet that was photographed from aside is to be straightened; null for one that lies flat.
 * @param skew of the whole
 */
export function findKeystone(gray: Gray, dpi: number, skew: Skew): { skew: Skew; keystone: Keystone } | null {
  const small = smaller(gray, dpi);
  const { above, beside } = edges(small);
  const [x, y] = [small.width / 2, small.height / 2];
  const across = search(few(above.xs, x), few(above.ys, y), skew.across, y);
  const down = search(few(beside.ys, y), few(beside.xs, x), -skew.down, x);
  if (across === null && down === null) return null;
  return {
    skew: { across: across?.angle ?? skew.across, down: down === null ? skew.down : -down.angle },
    keystone: { across: across?.turn ?? 0, down: down === null ? 0 : -down.turn },
  };
}

/** So many of the values, from a middle. */
function few(values: Points["xs"], middle: number): Float32Array {
  const step = Math.max(1, Math.ceil(values.length / POINTS));
  return Float32Array.from({ length: Math.ceil(values.length / step) }, (_, i) => (values[i * step] ?? 0) - middle);
}

/** The angle in the middle and the turn to the edge with which lines are sharpest; null where no turn makes them much sharper. */
function search(
  along: Float32Array,
  position: Float32Array,
  about: number,
  half: number,
): { angle: number; turn: number } | null {
  if (along.length < FEWEST) return null;
  const bins = new Float64Array(4 * Math.ceil(half) + 4);
  const score = (angle: number, turn: number): number => sharpness(along, position, angle, turn / half, bins);
  let best = { angle: about, turn: 0, value: score(about, 0) };
  let flat = best.value;
  let [reach, aside] = [MOST, ASIDE];
  for (const step of STEPS) {
    const { angle: middle, turn: from } = best;
    for (let angle = middle - aside; angle <= middle + aside + step / 2; angle += step) {
      flat = Math.max(flat, score(angle, 0));
      for (let turn = from - reach; turn <= from + reach + step / 2; turn += step) {
        const value = score(angle, turn);
        if (value > best.value) best = { angle, turn, value };
      }
    }
    [reach, aside] = [step, step];
  }
  return Math.abs(best.turn) >= LEAST && best.value >= SHARPER * flat ? best : null;
}

/** Sum of squares of the projection along lines that turn by so many degrees a pixel. */
function sharpness(
  along: Float32Array,
  position: Float32Array,
  angle: number,
  turn: number,
  bins: Float64Array,
): number {
  bins.fill(0);
  const slope = Math.tan((angle * Math.PI) / 180);
  const growth = (turn * Math.PI) / 180;
  for (let i = 0; i < along.length; i++) {
    const x = along[i] ?? 0;
    const at = ((position[i] ?? 0) - slope * x) / (1 + growth * x) + bins.length / 2;
    const bin = Math.floor(at);
    if (bin < 0 || bin + 1 >= bins.length) continue;
    bins[bin] = (bins[bin] ?? 0) + 1 - (at - bin);
    bins[bin + 1] = (bins[bin + 1] ?? 0) + at - bin;
  }
  let sum = 0;
  for (let i = 1; i < bins.length; i++) sum += ((bins[i - 1] ?? 0) + (bins[i] ?? 0)) ** 2;
  return sum;
}
