/** Text lines → table rows where no rule says so. */
import type { Glyph } from "../model/index.js";
import { looksLikeNumber } from "./numbers.js";
import type { Token } from "./tokens.js";

/** Tokens on one baseline. */
export interface Strip {
  readonly y: number;
  readonly y0: number;
  readonly y1: number;
  readonly size: number;
  /** Left to right. */
  readonly tokens: readonly Token[];
  readonly glyphs: readonly Glyph[];
}

/** Lines nearer than this share of the smallest distance between two amounts' baselines are one row (safe 0.7–0.9). */
const ONE_ROW = 0.85;

/** Two lines of one cell stand at least this many font sizes apart: what is nearer, and beside it, is the same row (safe 0.7–0.9). */
const CLOSEST_LINES = 0.8;

/** A strip that holds a number standing by itself carries a row of its own; a strip of words may be a wrapped label. */
export function isAnchor(strip: Strip): boolean {
  return strip.tokens.some((token, i) => {
    if (!token.numeric || !looksLikeNumber(token.text)) return false;
    const before = strip.tokens[i - 1];
    const after = strip.tokens[i + 1];
    const apart = 0.3 * token.size;
    return (
      !(before && token.x0 - before.x1 < apart && !before.numeric) &&
      !(after && after.x0 - token.x1 < 0.12 * token.size)
    );
  });
}

/** Groups strips (top to bottom) into rows; each group is a list of strip indices, groups in order. */
export function groupRows(strips: readonly Strip[], carriesRow: (strip: Strip) => boolean = isAnchor): number[][] {
  const { anchors, beside } = apart(
    strips,
    strips.flatMap((strip, i) => (carriesRow(strip) ? [i] : [])),
  );
  const y = (i: number) => strips[i]?.y ?? 0;
  const pitch = smallestPitch(anchors.map(y), strips[0]?.size ?? 0);
  const owner = new Map<number, number>([...anchors.map((i) => [i, i] as const), ...beside]);
  // Words nearer to an amount's line than the rows are apart belong to that row; further words reach it over those.
  for (const i of strips.keys()) {
    if (owner.has(i)) continue;
    let best = -1;
    for (const anchor of anchors) {
      if (best < 0 || Math.abs(y(anchor) - y(i)) < Math.abs(y(best) - y(i))) best = anchor;
    }
    if (best >= 0 && Math.abs(y(best) - y(i)) < ONE_ROW * pitch) owner.set(i, best);
  }
  const rows: number[][] = [];
  let current: number[] = [];
  let currentOwner = -2;
  for (const i of strips.keys()) {
    const mine = owner.get(i) ?? -1;
    if (current.length > 0 && (mine !== currentOwner || mine === -1)) {
      rows.push(current);
      current = [];
    }
    current.push(i);
    currentOwner = mine;
  }
  if (current.length > 0) rows.push(current);
  return rows;
}

/**
 * The anchors, those out that stand beside another one's line: a code before a name of two lines, and the amount between
 * them. Of two such the one with more numbers stays.
 */
function apart(strips: readonly Strip[], all: readonly number[]): { anchors: number[]; beside: Map<number, number> } {
  const anchors: number[] = [];
  const beside = new Map<number, number>();
  for (const i of all) {
    const last = anchors.at(-1);
    const [upper, lower] = [strips[last ?? -1], strips[i]];
    if (last === undefined || !upper || !lower || !isBeside(upper, lower)) {
      anchors.push(i);
    } else if (numbersIn(lower) > numbersIn(upper)) {
      anchors[anchors.length - 1] = i;
      for (const [other, owner] of beside) if (owner === last) beside.set(other, i);
      beside.set(last, i);
    } else beside.set(i, last);
  }
  return { anchors, beside };
}

function isBeside(upper: Strip, lower: Strip): boolean {
  const near = lower.y - upper.y < CLOSEST_LINES * Math.min(upper.size, lower.size);
  return near && lower.tokens.every((one) => upper.tokens.every((other) => one.x0 >= other.x1 || one.x1 <= other.x0));
}

function numbersIn(strip: Strip): number {
  return strip.tokens.filter(({ numeric }) => numeric).length;
}

/** Smallest distance between neighbouring amounts' lines; where there are too few amounts, one and a half lines. */
function smallestPitch(ys: readonly number[], size: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < ys.length; i++) smallest = Math.min(smallest, (ys[i] ?? 0) - (ys[i - 1] ?? 0));
  return Number.isFinite(smallest) ? smallest : 1.5 * size;
}
