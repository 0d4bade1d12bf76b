import type { Gray } from "./bitmap.js";

/** Ink and its soft edges are less than this part of a picture. */
const PAPER = 0.7;

/** The grey that most of a picture is. */
export function paperOf({ data }: Gray): number {
  const histogram = new Uint32Array(256);
  for (const grey of data) histogram[grey] = (histogram[grey] ?? 0) + 1;
  let seen = 0;
  for (let grey = 0; grey < 256; grey++) {
    seen += histogram[grey] ?? 0;
    if (seen > PAPER * data.length) return grey;
  }
  return 255;
}
