import type { Gray, PixelBox } from "../bitmap.js";
import { clamp } from "../bitmap.js";
import { components } from "../components.js";
import { resize } from "../prepare/scale.js";
import type { Network } from "./models.js";

/** Longest side of the detector's input, pixels; measured with the models in shared/design/OCR-FACTS.md. */
const LONGEST_SIDE = 1600;
/** The network halves its input five times. */
const MULTIPLE = 32;
/** A pixel at least this probable is text. */
const PIXEL = 0.3;
/** A region whose mean is at least this is a line. */
const REGION = 0.5;
/** The network gives shrunken lines; they are grown by area × this / perimeter. */
const UNCLIP = 1.6;
/** Smaller regions are specks, pixels of the detector's input. */
const SMALLEST_SIDE = 3;
/** Means and deviations of ImageNet's channels, which the network was trained with (BGR and RGB are the same in grey). */
const CHANNELS = [
  [0.485, 0.229],
  [0.456, 0.224],
  [0.406, 0.225],
] as const;

/** Boxes of the lines of text on a level page, top to bottom, then left to right; in the page's pixels. */
export async function detectLines(page: Gray, detector: Network): Promise<PixelBox[]> {
  const factor = Math.min(1, LONGEST_SIDE / Math.max(page.width, page.height));
  const width = Math.max(MULTIPLE, Math.round((page.width * factor) / MULTIPLE) * MULTIPLE);
  const height = Math.max(MULTIPLE, Math.round((page.height * factor) / MULTIPLE) * MULTIPLE);
  const { data } = await detector.run(normalise(resize(page, width, height)), [1, 3, height, width]);
  const boxes: PixelBox[] = [];
  for (const region of components(data, width, height, PIXEL)) {
    const { x0, y0, x1, y1 } = region;
    if (Math.min(x1 - x0, y1 - y0) < SMALLEST_SIDE || region.mean < REGION) continue;
    const grow = ((x1 - x0) * (y1 - y0) * UNCLIP) / (2 * (x1 - x0 + y1 - y0));
    boxes.push({
      x0: clamp(((x0 - grow) * page.width) / width, 0, page.width),
      y0: clamp(((y0 - grow) * page.height) / height, 0, page.height),
      x1: clamp(((x1 + grow) * page.width) / width, 0, page.width),
      y1: clamp(((y1 + grow) * page.height) / height, 0, page.height),
    });
  }
  return boxes.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

function normalise({ width, height, data }: Gray): Float32Array {
  const count = width * height;
  const input = new Float32Array(3 * count);
  for (const [channel, [mean, deviation]] of CHANNELS.entries()) {
    const table = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean) / deviation);
    fill(input.subarray(channel * count, (channel + 1) * count), data, table);
  }
  return input;
}

function fill(target: Float32Array, data: Uint8Array, table: Float32Array): void {
  for (let i = 0; i < target.length; i++) target[i] = table[data[i] ?? 0] ?? 0;
}
