import type { PixelBox } from "../bitmap.js";
import type { Ink } from "./ink.js";

/** Ink that lies to this part inside a larger line's box is that line's. */
const INSIDE = 0.5;

/** Lines without the slivers that cutting at rules leaves: parts of characters that another line holds whole. */
export function withoutSlivers(lines: readonly Ink[]): Ink[] {
  return lines.filter(
    ({ box }, i) =>
      !lines.some(
        (other, k) =>
          k !== i &&
          (area(other.box) > area(box) || (area(other.box) === area(box) && k < i)) &&
          shared(other.box, box) > INSIDE * area(box),
      ),
  );
}

function area({ x0, y0, x1, y1 }: PixelBox): number {
  return (x1 - x0) * (y1 - y0);
}

function shared(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return Math.max(0, width) * Math.max(0, height);
}
