import { areaOf, sharedArea } from "../bitmap.js";
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
          (areaOf(other.box) > areaOf(box) || (areaOf(other.box) === areaOf(box) && k < i)) &&
          sharedArea(other.box, box) > INSIDE * areaOf(box),
      ),
  );
}
