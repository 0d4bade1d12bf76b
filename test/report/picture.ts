/** Screenshots of a page, compared by their pixels. */
import { createCanvas, ImageData, loadImage } from "@napi-rs/canvas";
import type { Page } from "playwright-core";
import type { Box } from "../../src/model/index.js";
import { openPdf } from "../../src/pdf/index.js";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8ClampedArray;
}

export async function screenshot(page: Page): Promise<Pixels> {
  const image = await loadImage(await page.screenshot({ animations: "disabled" }));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}

/** A part of a picture, scaled to a size. */
function crop(from: Pixels, [x0, y0, x1, y1]: Box, width: number, height: number): Pixels {
  const whole = createCanvas(from.width, from.height);
  const data = new ImageData(Uint8ClampedArray.from(from.data), from.width, from.height);
  whole.getContext("2d").putImageData(data, 0, 0);
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(whole, x0, y0, x1 - x0, y1 - y0, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

const lightness = (pixels: Pixels, at: number) =>
  ((pixels.data[at * 4] ?? 0) + (pixels.data[at * 4 + 1] ?? 0) + (pixels.data[at * 4 + 2] ?? 0)) / 3;

/** How far two pictures of one size lie apart: 0 where they are the same, 255 where one is black and the other white. */
function distance(a: Pixels, b: Pixels): number {
  let sum = 0;
  const count = a.width * a.height;
  for (let at = 0; at < count; at++) sum += Math.abs(lightness(a, at) - lightness(b, at));
  return sum / count;
}

/** The box round all pixels that differ, within `within`. */
export function changed(a: Pixels, b: Pixels, within: Box): Box {
  const [left, top, right, bottom] = within.map(Math.round);
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (let y = top ?? 0; y < (bottom ?? 0); y++) {
    for (let x = left ?? 0; x < (right ?? 0); x++) {
      const at = (y * a.width + x) * 4;
      const isSame = [0, 1, 2].every((part) => Math.abs((a.data[at + part] ?? 0) - (b.data[at + part] ?? 0)) < 8);
      if (!isSame) [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
    }
  }
  return [x0, y0, x1, y1];
}

/**
 * By how much, in pt, what the screen shows at `shown` (pixels) lies off what the PDF prints in `box`: the shift under
 * which the two look most alike, of those tried.
 */
export async function offset(
  screen: Pixels,
  shown: Box,
  { bytes, page, box }: { bytes: Uint8Array; page: number; box: Box },
): Promise<readonly [x: number, y: number]> {
  const pdf = await openPdf(bytes);
  const { scale, ...drawn } = await pdf.bitmap(page, 150).finally(() => pdf.close());
  const size = [Math.round((box[2] - box[0]) * 1.5), Math.round((box[3] - box[1]) * 1.5)] as const;
  const seen = crop(screen, shown, ...size);
  const tried = SHIFTS.flatMap((x) => SHIFTS.map((y) => [x, y] as const)).map(([x, y]) => {
    const at = [box[0] + x, box[1] + y, box[2] + x, box[3] + y] as const;
    const [x0, y0, x1, y1] = [at[0] * scale, at[1] * scale, at[2] * scale, at[3] * scale];
    return { shift: [x, y] as const, apart: distance(seen, crop(drawn, [x0, y0, x1, y1], ...size)) };
  });
  return tried.sort((a, b) => a.apart - b.apart)[0]?.shift ?? [Number.NaN, Number.NaN];
}

/** pt; a digit of the tables is 5 wide. */
const SHIFTS = [-9, -6, -3, 0, 3, 6, 9];
