/** PDF matrices [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1 §8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** A matrix from a list of numbers of unknown length; identity where it is none. */
export function toMatrix(values: ArrayLike<number> | null | undefined): Matrix {
  if (values?.length !== 6) return IDENTITY;
  return [values[0] ?? 1, values[1] ?? 0, values[2] ?? 0, values[3] ?? 1, values[4] ?? 0, values[5] ?? 0];
}

/** The box round a transformed rectangle. */
export function transformBox(
  m: Matrix,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): [number, number, number, number] {
  const ax = m[0] * x0 + m[4];
  const bx = m[0] * x1 + m[4];
  const cx = m[2] * y0;
  const dx = m[2] * y1;
  const ay = m[1] * x0 + m[5];
  const by = m[1] * x1 + m[5];
  const cy = m[3] * y0;
  const dy = m[3] * y1;
  return [
    Math.min(ax, bx) + Math.min(cx, dx),
    Math.min(ay, by) + Math.min(cy, dy),
    Math.max(ax, bx) + Math.max(cx, dx),
    Math.max(ay, by) + Math.max(cy, dy),
  ];
}

/**
 * User space → the page as displayed: origin top left, y downwards, CropBox moved to the origin, /Rotate applied.
 * UserUnit is left out on purpose, so that tolerances in pt hold whatever its value.
 */
export function displayMatrix(
  view: readonly number[],
  rotate: number,
): { matrix: Matrix; width: number; height: number } {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
  const w = x1 - x0;
  const h = y1 - y0;
  switch (((rotate % 360) + 360) % 360) {
    case 90:
      return { matrix: [0, 1, 1, 0, -y0, -x0], width: h, height: w };
    case 180:
      return { matrix: [-1, 0, 0, 1, x1, -y0], width: w, height: h };
    case 270:
      return { matrix: [0, -1, -1, 0, y1, x1], width: h, height: w };
    default:
      return { matrix: [1, 0, 0, -1, -x0, y1], width: w, height: h };
  }
}
