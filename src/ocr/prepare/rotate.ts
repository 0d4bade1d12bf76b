import type { Gray } from "../bitmap.js";
import type { Keystone } from "./keystone.js";
import type { Skew } from "./skew.js";

/** Quarter turns clockwise. */
export type Quarter = 0 | 90 | 180 | 270;

/** The picture turned clockwise by a quarter, exactly. */
export function turn(gray: Gray, degrees: Quarter): Gray {
  if (degrees === 0) return gray;
  const { width, height, data } = gray;
  const result = new Uint8Array(data.length);
  const [w, h] = degrees === 180 ? [width, height] : [height, width];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] ?? 0;
      if (degrees === 90) result[x * w + (height - 1 - y)] = value;
      else if (degrees === 180) result[(height - 1 - y) * w + (width - 1 - x)] = value;
      else result[(width - 1 - x) * w + y] = value;
    }
  }
  return { width: w, height: h, data: result };
}

const NONE: Keystone = { across: 0, down: 0 };

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Fractions of a pixel are kept in 1/4096. */
const ONE = 4096;

/**
 * The picture with its horizontal lines level and its vertical lines upright, about its middle, in the same frame; bilinear.
 * What was outside the picture is white.
 */
export function straighten(gray: Gray, { across, down }: Skew, keystone: Keystone = NONE): Gray {
  if (across === 0 && down === 0 && keystone.across === 0 && keystone.down === 0) return gray;
  const { width, height, data } = gray;
  const a = radians(across);
  const b = radians(down);
  // Where one step to the right, and one step down, of the result lead in the picture.
  const below = { x: -Math.sin(b), y: Math.cos(b) };
  const result = new Uint8Array(width * height).fill(255);
  const half = { x: (width - 1) / 2, y: (height - 1) / 2 };
  // A photographed sheet's lines turn from its one side to the other, but stay straight.
  const [turnAcross, turnDown] = [radians(keystone.across) / half.y, radians(keystone.down) / half.x];
  for (let y = 0; y < height; y++) {
    const dy = y - half.y;
    const here = a + turnAcross * dy;
    const right = {
      x: Math.round((Math.cos(here) - turnDown * Math.cos(b) * dy) * ONE),
      y: Math.sin(here) * ONE,
    };
    const sx0 = (half.x + below.x * dy) * ONE - half.x * right.x;
    const sy0 = (half.y + below.y * dy) * ONE - half.x * right.y;
    for (let x = 0; x < width; x++) {
      const sx = Math.round(sx0 + x * right.x);
      const sy = Math.round(sy0 + x * right.y);
      const ix = sx >> 12;
      const iy = sy >> 12;
      if (ix < 0 || iy < 0 || ix >= width - 1 || iy >= height - 1) continue;
      const fx = sx & (ONE - 1);
      const fy = sy & (ONE - 1);
      const i = iy * width + ix;
      const top = (data[i] ?? 0) * (ONE - fx) + (data[i + 1] ?? 0) * fx;
      const bottom = (data[i + width] ?? 0) * (ONE - fx) + (data[i + width + 1] ?? 0) * fx;
      result[y * width + x] = Math.round((top * (ONE - fy) + bottom * fy) / (ONE * ONE));
    }
  }
  return { width, height, data: result };
}
