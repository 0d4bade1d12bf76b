import type { PixelBox } from "../bitmap.js";
import type { PixelRule } from "../rules/find.js";

/** A rule must pass at least this part of a line's height to cut it. */
const PASSES = 0.6;
/** A horizontal rule in this outer part of a line's height is its cell's border. */
const OUTER = 0.4;

/** A line's box cut at the vertical rules that pass through it, and kept between the horizontal rules beside it. */
export function cutAtRules(box: PixelBox, rules: readonly PixelRule[]): PixelBox[] {
  const height = box.y1 - box.y0;
  let { y0, y1 } = box;
  const cuts: number[] = [];
  for (const { axis, at, from, to } of rules) {
    if (axis === "v") {
      const passes = Math.min(to, box.y1) - Math.max(from, box.y0);
      if (box.x0 < at && at < box.x1 && passes >= PASSES * height) cuts.push(at);
    } else if (Math.min(to, box.x1) - Math.max(from, box.x0) >= (box.x1 - box.x0) / 2) {
      if (at > box.y0 && at <= box.y0 + OUTER * height) y0 = Math.max(y0, at);
      else if (at < box.y1 && at >= box.y1 - OUTER * height) y1 = Math.min(y1, at);
    }
  }
  const edges = [box.x0, ...cuts.sort((a, b) => a - b), box.x1];
  return edges.slice(1).map((x1, i) => ({ x0: edges[i] ?? box.x0, y0, x1, y1 }));
}
