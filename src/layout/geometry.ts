import type { Box, Glyph } from "../model/index.js";

/** Sorted positions → cluster means; a cluster grows while the next position lies within `tolerance` of its last. */
export function clusterPositions(positions: readonly number[], tolerance: number): number[] {
  const sorted = [...positions].sort((a, b) => a - b);
  const centres: number[] = [];
  let group: number[] = [];
  const flush = () => {
    if (group.length > 0) centres.push(group.reduce((sum, p) => sum + p, 0) / group.length);
  };
  for (const position of sorted) {
    const last = group.at(-1);
    if (last !== undefined && position - last > tolerance) {
      flush();
      group = [];
    }
    group.push(position);
  }
  flush();
  return centres;
}

/** Index of the interval [edges[i], edges[i+1]) that holds the position; −1 outside. Edges ascend. */
export function intervalAt(edges: readonly number[], position: number): number {
  let low = 0;
  let high = edges.length - 1;
  if (high < 1 || position < (edges[0] ?? 0) || position >= (edges[high] ?? 0)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** Index of the nearest position in an ascending list. */
export function nearestIndex(positions: readonly number[], position: number): number {
  let best = 0;
  for (let i = 1; i < positions.length; i++) {
    if (Math.abs((positions[i] ?? 0) - position) < Math.abs((positions[best] ?? 0) - position)) best = i;
  }
  return best;
}

export function unionBox(boxes: readonly Box[]): Box {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return boxes.length === 0 ? [0, 0, 0, 0] : [x0, y0, x1, y1];
}

/** The box round glyphs; at 0, 0 for none. */
export function boxOf(glyphs: readonly Pick<Glyph, "x0" | "y0" | "x1" | "y1">[]): Box {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  for (const glyph of glyphs) {
    if (glyph.x0 < x0) x0 = glyph.x0;
    if (glyph.y0 < y0) y0 = glyph.y0;
    if (glyph.x1 > x1) x1 = glyph.x1;
    if (glyph.y1 > y1) y1 = glyph.y1;
  }
  return glyphs.length === 0 ? [0, 0, 0, 0] : [x0, y0, x1, y1];
}

export function overlap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.min(a1, b1) - Math.max(a0, b0);
}

/** Middle value; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Groups of indices joined by `join` (union-find). */
export class Groups {
  readonly #parent: number[];
  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i);
  }
  find(i: number): number {
    let root = i;
    for (let up = this.#parent[root]; up !== undefined && up !== root; up = this.#parent[root]) root = up;
    let at = i;
    while (at !== root) {
      const up = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = up;
    }
    return root;
  }
  join(a: number, b: number): void {
    const x = this.find(a);
    const y = this.find(b);
    if (x !== y) this.#parent[Math.max(x, y)] = Math.min(x, y);
  }
}
