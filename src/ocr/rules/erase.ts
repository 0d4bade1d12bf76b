import { clamp, type Gray } from "../bitmap.js";
import type { PixelRule } from "./find.js";

/** A rule's ink is looked for this far from its middle, pt: half a thick rule, and what is left of skew. */
const REACH = 2;
/** A rule keeps its place and thickness over this length, pt. */
const STRETCH = 9;
/** Less contrast than this is paper, grey levels. */
const CONTRAST = 8;

/**
 * The picture without its rules: their ink is replaced by the paper beside it, except where ink goes on to both sides.
 * Characters that touch a rule keep what lies off it.
 * @param rules in the picture's pixels
 * @param pixelsPerPt the picture's resolution
 */
export function eraseRules(gray: Gray, rules: readonly PixelRule[], pixelsPerPt: number): Gray {
  const target = gray.data.slice();
  const reach = Math.max(3, Math.round(REACH * pixelsPerPt));
  const stretch = Math.max(8, Math.round(STRETCH * pixelsPerPt));
  for (const rule of rules) {
    const horizontal = rule.axis === "h";
    const cut: Cut = {
      data: target,
      along: horizontal ? 1 : gray.width,
      across: horizontal ? gray.width : 1,
      low: clamp(Math.round(rule.at) - reach, 2, (horizontal ? gray.height : gray.width) - 3),
      high: clamp(Math.round(rule.at) + reach, 2, (horizontal ? gray.height : gray.width) - 3),
    };
    const length = horizontal ? gray.width : gray.height;
    const end = clamp(Math.ceil(rule.to) + 2, 0, length);
    for (let from = clamp(Math.floor(rule.from) - 2, 0, length); from < end; from += stretch) {
      eraseStretch(cut, from, Math.min(end, from + stretch));
    }
  }
  return { ...gray, data: target };
}

/** Where a rule lies in the data: `along` and `across` are the steps along it and from row to row across it. */
interface Cut {
  readonly data: Uint8Array;
  readonly along: number;
  readonly across: number;
  /** The first and last row across it where its ink may be. */
  readonly low: number;
  readonly high: number;
}

function eraseStretch(cut: Cut, from: number, to: number): void {
  const { data, along, across, low, high } = cut;
  const means: number[] = [];
  for (let row = low; row <= high; row++) {
    let sum = 0;
    for (let i = from; i < to; i++) sum += data[row * across + i * along] ?? 0;
    means.push(sum / (to - from));
  }
  const paper = Math.max(...means);
  const ink = Math.min(...means);
  if (paper - ink < CONTRAST) return;
  const darkest = means.indexOf(ink);
  const half = (paper + ink) / 2;
  let first = darkest;
  let last = darkest;
  while (first > 0 && (means[first - 1] ?? paper) < half) first--;
  while (last < means.length - 1 && (means[last + 1] ?? paper) < half) last++;
  // A row more to each side: the line's soft edge.
  first += low - 1;
  last += low + 1;
  for (let i = from; i < to; i++) {
    const beside = (row: number): number => data[row * across + i * along] ?? 255;
    if (Math.max(beside(first - 1), beside(last + 1)) < half) continue;
    for (let row = first; row <= last; row++) data[row * across + i * along] = paper;
  }
}
