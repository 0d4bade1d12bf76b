import type { Glyph } from "../../model/index.js";
import { isWellFormedNumber } from "../lines/number-form.js";

/** Numbers that are learned from are read at least this surely, 0–1: a print that was misread is one among many. */
const SURE = 0.75;
/** Glyphs of one number follow within this of each other, sizes. */
const NEAR = 0.5;
/** A number says something about its column with at least so many characters. */
const SHORTEST = 4;

/** A number that was read surely, as it stands on the page. */
export interface NumberRun {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** pt. */
  readonly size: number;
  readonly baseline: number;
}

/** The numbers on a page of which every character was read surely. */
export function sureNumbers(glyphs: readonly Glyph[]): NumberRun[] {
  const runs: NumberRun[] = [];
  let open: Glyph[] = [];
  const close = (): void => {
    const [first] = open;
    const text = open.map((glyph) => glyph.text).join("");
    const sure = open.every(({ confidence = 1 }) => confidence >= SURE);
    if (first !== undefined && text.length >= SHORTEST && sure && text.includes(".") && isWellFormedNumber(text))
      runs.push({ text, glyphs: open, size: first.size, baseline: first.baseline });
    open = [];
  };
  for (const glyph of glyphs) {
    const last = open.at(-1);
    const goesOn =
      last !== undefined &&
      last.baseline === glyph.baseline &&
      Math.abs(glyph.x0 - last.x1) <= NEAR * glyph.size &&
      glyph.x0 >= last.x0;
    if (!goesOn) close();
    open.push(glyph);
  }
  close();
  return runs;
}
