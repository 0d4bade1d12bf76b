import type { Box, Page, Reading } from "../../model/index.js";
import { type Frame, toPixels } from "../frame.js";
import type { GreyStamp } from "../prepare/grey-stamp.js";
import type { Prepared } from "../prepare/index.js";
import { readByLikeness } from "./read.js";
import { type NumberRun, sureNumbers } from "./runs.js";
import { median } from "./sample.js";
import { learn, type Placed, type Typeface } from "./typeface.js";

/** Numbers of one size: OCR tells sizes to this, pt. */
const SAME_SIZE = 0.6;

/** How a page prints its numbers, learned when the first is asked for. */
export interface PagePrint {
  /** Reads the number in a cell of the page; null when the page does not tell how it is printed. */
  readonly read: (box: Box) => Reading | null;
}

/** The print of a page as it was read: its sure numbers teach what its doubtful ones look like. */
export function pagePrint(page: Page, scene: Pick<Prepared, "clean" | "stamped" | "stamps" | "frame">): PagePrint {
  const runs = sureNumbers(page.glyphs).filter((run) => !scene.stamps.some((stamp) => lies(run, stamp, scene.frame)));
  const learned = new Map<number, { typeface: Typeface; placed: Placed[] } | null>();
  const typefaceOf = (size: number) => {
    const known = learned.get(size);
    if (known !== undefined) return known;
    const same = runs.filter((run) => Math.abs(run.size - size) <= SAME_SIZE);
    const found = learn(same, scene.clean, scene.frame);
    learned.set(size, found);
    return found;
  };
  return {
    read(box) {
      const own = runs.filter(({ glyphs }) => {
        const [x0, x1] = [glyphs[0]?.x0 ?? 0, glyphs.at(-1)?.x1 ?? 0];
        return x0 >= box[0] - 1 && x1 <= box[2] + 1;
      });
      if (own.length === 0) return null;
      const face = typefaceOf(median(own.map(({ size }) => size)));
      return face === null ? null : readByLikeness(box, scene, face.typeface, face.placed);
    },
  };
}

function lies({ glyphs, baseline, size }: NumberRun, { box }: GreyStamp, frame: Frame): boolean {
  const run = toPixels(frame, [glyphs[0]?.x0 ?? 0, baseline - size, glyphs.at(-1)?.x1 ?? 0, baseline]);
  return run.x0 < box.x1 && run.x1 > box.x0 && run.y0 < box.y1 && run.y1 > box.y0;
}
