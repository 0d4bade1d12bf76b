import { blank, type Gray } from "../../src/ocr/bitmap.js";
import { straighten } from "../../src/ocr/prepare/rotate.js";

/** A white picture to draw in. */
export function sheet(width: number, height: number): Gray {
  return blank(width, height);
}

/** Fills a rectangle with a grey; x1 and y1 are exclusive. */
export function fill(gray: Gray, x0: number, y0: number, x1: number, y1: number, value = 0): void {
  for (let y = y0; y < y1; y++) gray.data.fill(value, y * gray.width + x0, y * gray.width + x1);
}

/** Strokes of ink that stand like characters in a row: not a rule, though they reach from side to side. */
export function wordLike(gray: Gray, x0: number, y0: number, characters: number, value = 40): void {
  let state = x0 * 31 + y0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 16) % below;
  };
  for (let k = 0; k < characters; k++) {
    const x = x0 + k * 26;
    for (let stroke = 0; stroke < 3; stroke++) {
      const y = y0 + next(7) * 3;
      const from = x + next(8);
      fill(gray, from, y, from + 8 + next(9), y + 3, value);
    }
    for (let stroke = 0; stroke < 2; stroke++) {
      const from = x + next(6) * 4;
      fill(gray, from, y0 + next(6), from + 3, y0 + 18 + next(6), value);
    }
  }
}

/** Noise of a given strength, the same for the same seed. */
export function noise(gray: Gray, strength: number, seed = 1): void {
  let state = seed;
  for (let i = 0; i < gray.data.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const offset = (state / 2 ** 32 - 0.5) * 2 * strength;
    gray.data[i] = Math.max(0, Math.min(255, Math.round((gray.data[i] ?? 0) + offset)));
  }
}

/** A ring, as a round stamp has. */
export function ring(gray: Gray, cx: number, cy: number, radius: number, thickness: number, value: number): void {
  for (let y = 0; y < gray.height; y++) {
    for (let x = 0; x < gray.width; x++) {
      const off = Math.abs(Math.hypot(x - cx, y - cy) - radius);
      const i = y * gray.width + x;
      if (off <= thickness / 2)
        gray.data[i] = Math.min(gray.data[i] ?? 255, Math.round(((gray.data[i] ?? 255) * value) / 255));
    }
  }
}

/** The picture turned askew: `degrees` clockwise. */
export function askew(gray: Gray, degrees: number): Gray {
  return straighten(gray, { across: -degrees, down: -degrees });
}
