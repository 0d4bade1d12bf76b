import type { Rule } from "../model/index.js";
import type { ClipBox } from "./graphics-state.js";
import type { Matrix } from "./matrix.js";

/** A stroke is a rule when it leaves its axis by no more than this, pt (safe 0.1–1). */
const STRAIGHT = 0.3;
/** A filled rectangle with a side up to this is a rule drawn as a rectangle, pt (safe 2–4). */
const THIN_FILL = 3;
/** A stroke wider than this paints an area, not a rule, pt. */
const WIDEST_STROKE = 8;

/** A letter is no larger than this, pt (titles are set in 22; cells have level and upright sides only). */
const LARGEST_LETTER = 40;

/** Engine path operators inside the Float32Array: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close. */
const COORDINATES = [2, 2, 6, 4, 0] as const;

/** One sub-path in displayed coordinates. */
interface SubPath {
  /** x, y of the points where its pieces meet. */
  readonly points: number[];
  /** Indices of the points that a curve leads to; null for straight paths, which nearly all are. */
  curves: number[] | null;
  /** x, y of the curves' control points: the curve stays inside their hull. */
  controls: number[] | null;
  closed: boolean;
}

function subPath(points: number[]): SubPath {
  return { points, curves: null, controls: null, closed: false };
}

export function subPaths(data: ArrayLike<number>, m: Matrix): SubPath[] {
  const paths: SubPath[] = [];
  let current: SubPath | undefined;
  for (let i = 0; i < data.length; ) {
    const op = data[i] ?? 4;
    const count = COORDINATES[op as 0] ?? 0;
    if (op === 4) {
      if (current) current.closed = true;
    } else {
      if (op === 0 || !current) {
        current = subPath([]);
        paths.push(current);
      } else if (current.closed) {
        // Drawing on after a close starts from the sub-path's first point.
        current = subPath(current.points.slice(0, 2));
        paths.push(current);
      }
      if (count > 2) {
        current.curves ??= [];
        current.curves.push(current.points.length / 2);
        current.controls ??= [];
        for (let at = i + 1; at < i + count - 1; at += 2) add(current.controls, m, data[at] ?? 0, data[at + 1] ?? 0);
      }
      add(current.points, m, data[i + count - 1] ?? 0, data[i + count] ?? 0);
    }
    i += count + 1;
  }
  return paths;
}

function add(points: number[], m: Matrix, x: number, y: number): void {
  points.push(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
}

/** The box round the paths in displayed coordinates (the engine's own box is not enough once turned). Null for no point. */
export function pathBox(paths: readonly SubPath[]): ClipBox | null {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  for (const { points, controls } of paths) {
    for (const list of controls ? [points, controls] : [points]) {
      for (let i = 0; i + 1 < list.length; i += 2) {
        const x = list[i] ?? 0;
        const y = list[i + 1] ?? 0;
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
      }
    }
  }
  return x0 <= x1 ? [x0, y0, x1, y1] : null;
}

/** Rules drawn by stroking. Line width in pt of the displayed page. */
export function strokedRules(paths: readonly SubPath[], width: number, clip: ClipBox | null, out: Rule[]): void {
  if (width > WIDEST_STROKE) return;
  for (const path of paths) {
    if (isLetter(path)) continue;
    const { points, curves, closed } = path;
    const n = points.length / 2;
    const last = closed ? n : n - 1;
    for (let i = 0; i < last; i++) {
      const j = (i + 1) % n;
      if (curves?.includes(j)) continue;
      segment(points[2 * i] ?? 0, points[2 * i + 1] ?? 0, points[2 * j] ?? 0, points[2 * j + 1] ?? 0, clip, out);
    }
  }
}

/** Rules drawn as thin filled shapes; the boxes of larger fills are returned (a ground on which white text can be seen). */
export function filledRules(paths: readonly SubPath[], clip: ClipBox | null, out: Rule[]): ClipBox[] {
  const areas: ClipBox[] = [];
  for (const path of paths) {
    const box = pathBox([path]);
    if (!box) continue;
    if (isLetter(path)) continue;
    const thinX = box[2] - box[0] <= THIN_FILL;
    const thinY = box[3] - box[1] <= THIN_FILL;
    if (!thinX && !thinY) areas.push(box);
    thinBox(box, clip, out);
  }
  return areas;
}

/**
 * Whether the sub-path draws a letter or an ornament: small, and not of level and upright sides alone. Text is drawn as
 * paths where a producer makes it bold by its outline, or converts it to curves.
 */
function isLetter({ points, curves, closed }: SubPath): boolean {
  const n = points.length / 2;
  let [x0, y0, x1, y1] = [points[0] ?? 0, points[1] ?? 0, points[0] ?? 0, points[1] ?? 0];
  let slanted = curves !== null;
  for (let i = 1; i < n + (closed ? 1 : 0); i++) {
    const [x, y] = [points[2 * (i % n)] ?? 0, points[2 * (i % n) + 1] ?? 0];
    const [px, py] = [points[2 * i - 2] ?? 0, points[2 * i - 1] ?? 0];
    slanted ||= Math.abs(x - px) > STRAIGHT && Math.abs(y - py) > STRAIGHT;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
  return slanted && x1 - x0 <= LARGEST_LETTER && y1 - y0 <= LARGEST_LETTER;
}

/** The centre line of a thin box; a joint (thin both ways) is a stub of both axes. Nothing for a wide box. */
export function thinBox(box: ClipBox, clip: ClipBox | null, out: Rule[]): void {
  const [x0, y0, x1, y1] = box;
  if (y1 - y0 <= THIN_FILL) segment(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, clip, out);
  if (x1 - x0 <= THIN_FILL) segment((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, clip, out);
}

function segment(ax: number, ay: number, bx: number, by: number, clip: ClipBox | null, out: Rule[]): void {
  const horizontal = Math.abs(by - ay) <= STRAIGHT;
  if (!horizontal && Math.abs(bx - ax) > STRAIGHT) return;
  const at = horizontal ? (ay + by) / 2 : (ax + bx) / 2;
  let from = horizontal ? Math.min(ax, bx) : Math.min(ay, by);
  let to = horizontal ? Math.max(ax, bx) : Math.max(ay, by);
  if (clip) {
    const slack = STRAIGHT * 2;
    const [low, high, start, end] = horizontal
      ? [clip[1], clip[3], clip[0], clip[2]]
      : [clip[0], clip[2], clip[1], clip[3]];
    if (at < low - slack || at > high + slack) return;
    from = Math.max(from, start);
    to = Math.min(to, end);
  }
  if (to > from) out.push({ axis: horizontal ? "h" : "v", at, from, to });
}
