import type { Box, Page, Reading } from "../../model/index.js";
import { type Frame, toPixels } from "../frame.js";
import type { GreyStamp } from "../prepare/grey-stamp.js";
import type { Prepared } from "../prepare/index.js";
import { readByLikeness, type Scene } from "./read.js";
import { type NumberRun, sureNumbers } from "./runs.js";
import { median } from "./sample.js";
import { key, learn, type Placed, type Typeface } from "./typeface.js";

/** Numbers of one size: OCR tells sizes to this, pt. */
const SAME_SIZE = 0.6;

/** So many of a page's sure numbers, spread over them, are read by likeness too, to see whether it can be believed there. */
const TRIED = 24;
/** Around a number, sizes: its cell's walls are not asked for. */
const AROUND = { left: 0.6, right: 0.2, above: 1.1, below: 0.4 };
/** The most that the likeness is sure of where it misread a number that the engine was sure of: it is one voice, and no judge. */
const UNPROVED = 0.5;

/** How a page prints its numbers, learned when the first is asked for. */
export interface PagePrint {
  /** Reads the number in a cell of the page; null when the page does not tell how it is printed. */
  readonly read: (box: Box) => Reading | null;
}

/** The print of a page as it was read: its sure numbers teach what its doubtful ones look like. */
export function pagePrint(page: Page, scene: Pick<Prepared, "clean" | "stamped" | "stamps" | "frame">): PagePrint {
  const runs = sureNumbers(page.glyphs).filter((run) => !scene.stamps.some((stamp) => lies(run, stamp, scene.frame)));
  const learned = new Map<number, Learned | null>();
  const typefaceOf = (size: number) => {
    const known = learned.get(size);
    if (known !== undefined) return known;
    const same = runs.filter((run) => Math.abs(run.size - size) <= SAME_SIZE);
    const face = learn(same, scene.clean, scene.frame);
    const found = face === null ? null : { ...face, isProved: provesItself(face, same, scene) };
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
      const reading = face === null ? null : readByLikeness(box, scene, face.typeface, face.placed);
      if (reading === null || face?.isProved) return reading;
      return { ...reading, confidence: Math.min(reading.confidence, UNPROVED) };
    },
  };
}

interface Learned {
  readonly typeface: Typeface;
  readonly placed: readonly Placed[];
  /** It reads the page's sure numbers as the engine did. */
  readonly isProved: boolean;
}

/** On blurred or coarse pages digits grow alike: then it misreads sure numbers too. On others it reads all of them. */
function provesItself(
  { typeface, placed }: { typeface: Typeface; placed: readonly Placed[] },
  runs: readonly NumberRun[],
  scene: Scene,
): boolean {
  const step = Math.max(1, Math.ceil(runs.length / TRIED));
  return runs.every((run, i) => {
    if (i % step !== 0) return true;
    const { size, baseline, glyphs } = run;
    const [first, last] = [glyphs[0]?.x0 ?? 0, glyphs.at(-1)?.x1 ?? 0];
    const box: Box = [
      first - AROUND.left * size,
      baseline - AROUND.above * size,
      last + AROUND.right * size,
      baseline + AROUND.below * size,
    ];
    const reading = readByLikeness(box, scene, typeface, placed);
    return reading === null || reading.text === key(run.text);
  });
}

function lies({ glyphs, baseline, size }: NumberRun, { box }: GreyStamp, frame: Frame): boolean {
  const run = toPixels(frame, [glyphs[0]?.x0 ?? 0, baseline - size, glyphs.at(-1)?.x1 ?? 0, baseline]);
  return run.x0 < box.x1 && run.x1 > box.x0 && run.y0 < box.y1 && run.y1 > box.y0;
}
