import type { Gray, PixelBox } from "./bitmap.js";
import { crop } from "./bitmap.js";
import type { OcrEngine } from "./engine.js";
import { type Quarter, turn } from "./prepare/rotate.js";

/** Lines read to tell which way up a page is; the longest ones, since they say most. */
const SAMPLE = 5;
/** A mean confidence of the sample from which a page is taken to be the right way up: read upside down, lines reach 0.6. */
const SURE = 0.8;
/** A line this much longer than high lies; this much higher than long, it stands. */
const LONG = 2;
/** Fewer lines than this that lie or stand tell nothing. */
const FEWEST = 3;

/** Whether most of a page's lines run from top to bottom: it is turned by a quarter. */
export function linesStand(lines: readonly PixelBox[]): boolean {
  const standing = lines.filter(({ x0, y0, x1, y1 }) => y1 - y0 >= LONG * (x1 - x0)).length;
  const lying = lines.filter(({ x0, y0, x1, y1 }) => x1 - x0 >= LONG * (y1 - y0)).length;
  return standing >= FEWEST && standing > 2 * lying;
}

/** Whether a page whose lines lie is the right way up or upside down: what an engine reads better, both ways tried. */
export async function isUpsideDown(page: Gray, lines: readonly PixelBox[], engine: OcrEngine): Promise<boolean> {
  const sample = [...lines]
    .filter(({ x0, y0, x1, y1 }) => x1 - x0 >= LONG * (y1 - y0))
    .sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0) || a.y0 - b.y0)
    .slice(0, SAMPLE)
    .map((box) => crop(page, box));
  if (sample.length === 0) return false;
  const upright = await meanConfidence(sample, 0, engine);
  return upright < SURE && (await meanConfidence(sample, 180, engine)) > upright;
}

async function meanConfidence(sample: readonly Gray[], turned: Quarter, engine: OcrEngine): Promise<number> {
  let sum = 0;
  let count = 0;
  for (const line of sample) {
    for (const { confidence } of await engine.readLine(turn(line, turned), "text")) {
      sum += confidence;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
