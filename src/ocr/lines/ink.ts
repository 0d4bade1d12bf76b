import { clamp, type Gray, type PixelBox } from "../bitmap.js";

/** A pixel is ink when it is darker than the paper by this part of the line's contrast. */
const INK = 0.4;
/** A line's ends may be fainter: a thin 一 at 150 dpi. */
const FAINT = 0.28;
/** Lines with less contrast than this are empty, grey levels. */
const FAINTEST = 24;
/** A row or column holds ink when it has at least this many ink pixels. */
const FEWEST = 2;

/** Where a line's ink is inside a box; null when there is none. Pixels darker than `threshold` are ink. */
export interface Ink {
  readonly box: PixelBox;
  readonly threshold: number;
}

/** Finds the ink inside a box of a picture whose rules are erased. */
export function inkIn(gray: Gray, box: PixelBox): Ink | null {
  const x0 = clamp(Math.round(box.x0), 0, gray.width);
  const x1 = clamp(Math.round(box.x1), 0, gray.width);
  const y0 = clamp(Math.round(box.y0), 0, gray.height);
  const y1 = clamp(Math.round(box.y1), 0, gray.height);
  if (x1 - x0 < 2 || y1 - y0 < 2) return null;
  const { paper, darkest } = levels(gray, x0, y0, x1, y1);
  if (paper - darkest < FAINTEST) return null;
  const threshold = paper - INK * (paper - darkest);
  const faint = paper - FAINT * (paper - darkest);
  const rows = new Uint32Array(y1 - y0);
  const columns = new Uint32Array(x1 - x0);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const grey = gray.data[y * gray.width + x] ?? 255;
      if (grey < faint) columns[x - x0] = (columns[x - x0] ?? 0) + 1;
      if (grey < threshold) rows[y - y0] = (rows[y - y0] ?? 0) + 1;
    }
  }
  const down = extent(withoutIntruders(rows));
  const across = extent(columns);
  if (down === null || across === null) return null;
  return {
    box: { x0: x0 + across.first, x1: x0 + across.last + 1, y0: y0 + down.first, y1: y0 + down.last + 1 },
    threshold,
  };
}

/** Rows without the ink of a neighbouring line: what is cut by the box's edge and parted from its middle by paper. */
function withoutIntruders(rows: Uint32Array): Uint32Array {
  const middle = rows.length >> 1;
  const isPaper = (row: number): boolean => (rows[row] ?? 0) < FEWEST;
  const result = rows.slice();
  if (!isPaper(0)) {
    let row = 0;
    while (row < middle && !isPaper(row)) row++;
    if (row < middle) result.fill(0, 0, row);
  }
  if (!isPaper(rows.length - 1)) {
    let row = rows.length - 1;
    while (row > middle && !isPaper(row)) row--;
    if (row > middle) result.fill(0, row);
  }
  return result;
}

function extent(counts: Uint32Array): { first: number; last: number } | null {
  const first = counts.findIndex((count) => count >= FEWEST);
  const last = counts.findLastIndex((count) => count >= FEWEST);
  return first < 0 ? null : { first, last };
}

/** The paper's grey (the median) and the ink's (the darkest percent). */
function levels(gray: Gray, x0: number, y0: number, x1: number, y1: number): { paper: number; darkest: number } {
  const histogram = new Uint32Array(256);
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const value = gray.data[y * gray.width + x] ?? 255;
      histogram[value] = (histogram[value] ?? 0) + 1;
    }
  }
  const count = (x1 - x0) * (y1 - y0);
  return { paper: quantile(histogram, count, 0.5), darkest: quantile(histogram, count, 0.01) };
}

function quantile(histogram: Uint32Array, count: number, part: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += histogram[value] ?? 0;
    if (seen > part * count) return value;
  }
  return 255;
}
