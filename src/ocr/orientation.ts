import type { Gray, PixelBox } from "./bitmap.js";
import { crop } from "./bitmap.js";
import type { OcrEngine } from "./engine.js";
import { type ReadLine, withPaper } from "./lines/read.js";
import { turn } from "./prepare/rotate.js";

/** Lines that tell which way up a page is: the longest ones, since they say most. */
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

/** Whether a page whose lines lie is upside down: what was read is doubtful, and an engine reads it better turned. */
export async function isUpsideDown(page: Gray, lines: readonly ReadLine[], engine: OcrEngine): Promise<boolean> {
  const sample = lines
    .filter(({ ink: { box } }) => box.x1 - box.x0 >= LONG * (box.y1 - box.y0))
    .sort((a, b) => b.ink.box.x1 - b.ink.box.x0 - (a.ink.box.x1 - a.ink.box.x0) || a.ink.box.y0 - b.ink.box.y0)
    .slice(0, SAMPLE);
  if (sample.length === 0) return false;
  const upright = mean(sample.flatMap(({ characters }) => characters.map(({ confidence }) => confidence)));
  if (upright >= SURE) return false;
  const turned: number[] = [];
  for (const { ink } of sample) {
    const read = await engine.readLine(turn(crop(page, withPaper(ink.box)), 180), "text");
    turned.push(...read.map(({ confidence }) => confidence));
  }
  return mean(turned) > upright;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
