import type { Chain } from "./chains.js";
import { joinDoubles } from "./doubles.js";
import type { PixelRule } from "./find.js";
import { judge, type Line } from "./judge.js";

/** What a line needs to be kept by itself: long ones little, short ones more; lengths in pixels (58 and 108 pt at 200 dpi). */
const ALONE = [
  { length: 300, thin: 0.85, inked: 0.9, bend: 6 },
  { length: 160, thin: 0.95, inked: 0.97, bend: 1.5 },
] as const;
/** What a stretch needs whose two ends lie on rules across it. */
const HELD = { thin: 0.85, inked: 0.95, bend: 1 } as const;
/** And of it at most so much short of the rules that it lies on, pixels: strokes of characters in a tight row leave 7 and more. */
const SHORT_OF_RULES = 3;
/** What it needs when it goes on where a line that is kept ends or pauses: under a stamp, over a fold. */
const CONTINUED = { thin: 0.5, inked: 0.85, bend: 2 } as const;
/** Lines that are one line's parts are this near in position, pixels. */
const IN_LINE = 2;
/** What hangs over the last rule that a line crosses is cut off up to this length, pixels: a stroke of a character that stands in line. */
const OVERHANG = 100;
/** An end this near to a rule across it meets that rule, pixels (2.5 pt at 200 dpi). */
const MEETS = 8;

type Both<T> = { readonly h: readonly T[]; readonly v: readonly T[] };

/**
 * Keeps lines that are strong for their length, and stretches of others between two rules across them (the sides of a
 * small cell; strokes of characters do not reach from rule to rule). Ends that meet a rule are put on it.
 */
export function keepConnected(across: readonly Line[], down: readonly Line[]): PixelRule[] {
  let kept: Both<Chain> = { h: joinDoubles(across.filter(standsAlone)), v: joinDoubles(down.filter(standsAlone)) };
  const waiting: Both<Line> = {
    h: across.filter((line) => !standsAlone(line)),
    v: down.filter((line) => !standsAlone(line)),
  };
  // A short line may hang on another short one: look again until nothing more is found.
  for (let before = -1; before !== kept.h.length + kept.v.length; ) {
    before = kept.h.length + kept.v.length;
    const { h, v } = kept;
    kept = {
      h: joinDoubles([...h, ...waiting.h.flatMap((line) => heldStretches(line, v, h))]),
      v: joinDoubles([...v, ...waiting.v.flatMap((line) => heldStretches(line, h, v))]),
    };
  }
  const { h, v } = kept;
  return [
    ...h.map((line): PixelRule => ({ axis: "h", ...snapped(line, v) })),
    ...v.map((line): PixelRule => ({ axis: "v", ...snapped(line, h) })),
  ];
}

function standsAlone(line: Line): boolean {
  return ALONE.some((need) => line.to - line.from >= need.length && isLike(line, need));
}

function isLike(line: Line, need: { thin: number; inked: number; bend: number }): boolean {
  return line.thin >= need.thin && line.inked >= need.inked && line.bend <= need.bend;
}

/** The stretches of a line between neighbouring rules across it that are a line themselves. */
function heldStretches(line: Line, others: readonly Chain[], same: readonly Chain[]): Chain[] {
  const crossings = others
    .filter((other) => covers(other, line.at) && line.from - MEETS <= other.at && other.at <= line.to + MEETS)
    .map(({ at }) => Math.round(at))
    .sort((a, b) => a - b);
  return crossings.slice(1).flatMap((to, i) => {
    const from = crossings[i] ?? 0;
    const stretch = judge(line.trace, from, to);
    if (stretch === null) return [];
    const goesOn = same.some(({ at }) => Math.abs(at - stretch.at) <= IN_LINE);
    if (!isLike(stretch, goesOn ? CONTINUED : HELD)) return [];
    const reaches = to - from - (stretch.to - stretch.from) <= SHORT_OF_RULES;
    return goesOn || reaches ? [{ at: stretch.at, from: stretch.from, to: stretch.to }] : [];
  });
}

function covers(other: Chain, at: number): boolean {
  return other.from - MEETS <= at && at <= other.to + MEETS;
}

/** A line with its ends on the rules that they meet or overshoot. */
function snapped(line: Chain, others: readonly Chain[]): Chain {
  const near = others
    .filter((other) => covers(other, line.at) && line.from - MEETS <= other.at && other.at <= line.to + MEETS)
    .map(({ at }) => at);
  const first = Math.min(...near);
  const last = Math.max(...near);
  return {
    at: line.at,
    from: first - line.from <= OVERHANG ? first : line.from,
    to: line.to - last <= OVERHANG ? last : line.to,
  };
}
