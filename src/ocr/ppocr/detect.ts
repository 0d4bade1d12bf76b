import type { Gray, PixelBox } from "../bitmap.js";
import { clamp, crop } from "../bitmap.js";
import { components } from "../components.js";
import { paperOf } from "../paper.js";
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

/** What is darker than the paper by this many grey levels may be text: of a row or column of the input, so many pixels. */
const FAINTEST = 24;
const FEWEST = 2;
/** Paper left around what may be text, and rows of paper that part two bands of it, pixels of the detector's input. */
const AROUND = 96;
const BETWEEN = 128;

/** Boxes of the lines of text on a level page, top to bottom, then left to right; in the page's pixels. */
export async function detectLines(page: Gray, detector: Network): Promise<PixelBox[]> {
  const factor = Math.min(1, LONGEST_SIDE / Math.max(page.width, page.height));
  const width = Math.max(MULTIPLE, Math.round((page.width * factor) / MULTIPLE) * MULTIPLE);
  const height = Math.max(MULTIPLE, Math.round((page.height * factor) / MULTIPLE) * MULTIPLE);
  const input = resize(page, width, height);
  const [across, down] = [page.width / width, page.height / height];
  const boxes: PixelBox[] = [];
  for (const band of bandsOf(input)) {
    for (const { x0, y0, x1, y1 } of await detectIn(input, band, detector)) {
      boxes.push({
        x0: clamp(x0 * across, 0, page.width),
        y0: clamp(y0 * down, 0, page.height),
        x1: clamp(x1 * across, 0, page.width),
        y1: clamp(y1 * down, 0, page.height),
      });
    }
  }
  return boxes.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

/** Lines inside a part of the input, grown to their whole height; in the input's pixels. */
async function detectIn(input: Gray, part: PixelBox, detector: Network): Promise<PixelBox[]> {
  const { width, height, data: grey } = crop(input, part);
  const { data } = await detector.run(normalise({ width, height, data: grey }), [1, 3, height, width]);
  return components(data, width, height, PIXEL).flatMap(({ x0, y0, x1, y1, mean }) => {
    if (Math.min(x1 - x0, y1 - y0) < SMALLEST_SIDE || mean < REGION) return [];
    const grow = ((x1 - x0) * (y1 - y0) * UNCLIP) / (2 * (x1 - x0 + y1 - y0));
    const [left, top] = [part.x0, part.y0];
    return { x0: left + x0 - grow, y0: top + y0 - grow, x1: left + x1 + grow, y1: top + y1 + grow };
  });
}

/** The parts of the input that are not bare paper: the network takes as long for paper as for text. */
function bandsOf(input: Gray): PixelBox[] {
  const { width, height, data } = input;
  const dark = paperOf(input) - FAINTEST;
  const bands: PixelBox[] = [];
  const columns = new Uint32Array(width);
  let [first, last] = [-1, -1];
  const close = (): void => {
    if (first < 0) return;
    const [left, right] = [
      columns.findIndex((count) => count >= FEWEST),
      columns.findLastIndex((count) => count >= FEWEST),
    ];
    if (left >= 0) {
      const [x0, x1] = widened(left, right + 1, width);
      const [y0, y1] = widened(first, last + 1, height);
      bands.push({ x0, y0, x1, y1 });
    }
    columns.fill(0);
    first = -1;
  };
  for (let y = 0; y < height; y++) {
    let count = 0;
    for (let x = 0; x < width; x++) if ((data[y * width + x] ?? 255) < dark) count++;
    if (count < FEWEST) continue;
    if (first >= 0 && y - last > BETWEEN) close();
    if (first < 0) first = y;
    last = y;
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 255) < dark) columns[x] = (columns[x] ?? 0) + 1;
    }
  }
  close();
  return bands;
}

/** A stretch with paper around it, inside the input, in whole steps of the network: what it sees does not hang on where a part begins. */
function widened(from: number, to: number, length: number): [from: number, to: number] {
  const start = Math.max(0, Math.floor((from - AROUND) / MULTIPLE) * MULTIPLE);
  return [start, Math.min(length, Math.ceil((to + AROUND) / MULTIPLE) * MULTIPLE)];
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
