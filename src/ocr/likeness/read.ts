import type { Box, Reading } from "../../model/index.js";
import { crop, type Gray, type PixelBox } from "../bitmap.js";
import { toPixels } from "../frame.js";
import { paperOf } from "../paper.js";
import type { GreyStamp } from "../prepare/grey-stamp.js";
import type { Prepared } from "../prepare/index.js";
import { darkness, median, type Patch, sample, sizeOf } from "./sample.js";
import { kindOf, type Placed, type Typeface } from "./typeface.js";

/** A column's numbers tell where its next one stands from so many. */
const FEWEST = 3;
/** This part of a column's numbers have the same number of decimals: in others, amounts are torn over two lines. */
const UNIFORM = 0.85;
/** Cost per pixel, in squares of the spread, of a number that is printed as said; 0.9 at most, and 3 of what is not. */
const WORST_FIT = 1.6;
/** A digit whose picture is not known may be any that is: all must be. */
const DIGITS = "0123456789";
/** Their last digits stand in line to this, pixels. */
const IN_LINE = 1.5;
/** How far off its column and its row a number is looked for, and in what steps, rough ones first, pixels. */
const AWAY = 2;
const STEPS = [1, 0.5] as const;
/** A stamp's stroke over a pixel costs this much, in squares of the spread: it explains what is darker than the print. */
const COVERED = 2.5;
/** Cost per pixel, at most, of a place before the number on which a stamp's strokes lie: more is darker than the stamp. */
const WORST_STROKE = COVERED + 0.1;
/** A pixel that a stamp's thick line covers to this part is its own; less is its soft edge. */
const FULL = 0.95;
/** Without a stamp, what is darker than the print costs at most this. */
const DARKER = 9;
/** Pixels beside each other are not independent: so many say as much as one; a difference of this many spreads² is e-fold. */
const ALIKE = 6;
/** A page's spread is taken to be at least this, grey levels. */
const LEAST_SPREAD = 14;
/** Characters of a number before its point, at most. */
const LONGEST = 18;

export type Scene = Pick<Prepared, "stamped" | "stamps" | "frame">;

/** Costs of one place: of each character, and of nothing. */
interface Costs {
  readonly best: string;
  readonly cost: number;
  readonly second: number;
  readonly nothing: number;
  /** What nothing costs at most where what is there may be a stamp's stroke, or noise. */
  readonly mostNothing: number;
}

/**
 * Reads a number by the likeness of its characters to those that the page prints elsewhere, where its column and row say
 * that they stand. What a stamp covers is explained by the stamp.
 * @returns null when the page does not tell how or where it is printed
 */
export function readByLikeness(
  box: Box,
  { stamped: sheet, stamps, frame }: Scene,
  typeface: Typeface,
  placed: readonly Placed[],
): Reading | null {
  if (![...DIGITS].every((digit) => typeface.pictures.has(digit))) return null;
  const cell = toPixels(frame, box);
  const column = placed.filter(({ places }) => {
    const last = places.at(-1) ?? 0;
    return last > cell.x0 && last < cell.x1 && (places[0] ?? 0) > cell.x0;
  });
  if (column.length < FEWEST) return null;
  const right = median(column.map(({ places }) => places.at(-1) ?? 0));
  if (median(column.map(({ places }) => Math.abs((places.at(-1) ?? 0) - right))) > IN_LINE) return null;
  const rows = placed.filter(({ baseline }) => baseline > cell.y0 + 2 && baseline < cell.y1);
  if (rows.length === 0) return null;
  const baseline = median(rows.map(({ baseline: row }) => row));
  const decimals = decimalsOf(column);
  if (decimals === null) return null;
  const grouped = placed.some(({ run }) => /[,，]/.test(run.text));
  const kinds = kindsFromRight(decimals, grouped);
  const paper = paperOf(crop(sheet, cell));
  const look: Look = { sheet, stamps, typeface, paper };
  const where = nearest(kinds.slice(0, decimals + 2), right, baseline, look);
  const slots = costsAt(kinds, where.x, where.y, cell.x0, look);
  // The page does not show how a longer number would be printed: this one may be longer.
  if (slots === null) return null;
  const best = shortestCost(slots, decimals);
  if (best === null) return null;
  const used = slots.slice(0, best.text.length);
  const worst = WORST_FIT * sizeOf(typeface.patch);
  const fits = used.reduce((sum, { cost }) => sum + cost, 0) <= worst * used.length;
  // What stands before the number, and is no stamp's stroke, may be a part of it.
  if (!fits || slots.slice(used.length).some(({ nothing, mostNothing }) => nothing > mostNothing)) return null;
  const confidence = [best.rival - best.cost, ...used.map(({ cost, second }) => second - cost)].reduce(
    (all, margin) => all / (1 + Math.exp(-margin / (2 * ALIKE))),
    1,
  );
  return { engine: "likeness", text: best.text, confidence: Math.round(confidence * 1000) / 1000 };
}

/** How many decimals a column's numbers have, where all but few have as many. */
function decimalsOf(column: readonly Placed[]): number | null {
  const all = column.map(({ run }) => run.text.length - 1 - run.text.lastIndexOf("."));
  const usual = median(all);
  return all.filter((one) => one === usual).length >= UNIFORM * all.length ? usual : null;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly cost: number;
}

/** Where the number's last places fit best, near where its column and row say. */
function nearest(kinds: readonly string[], right: number, baseline: number, look: Look): Place {
  const around = (middle: Place, away: number, step: number): Place => {
    let best = middle;
    for (let y = middle.y - away; y <= middle.y + away; y += step) {
      for (let x = middle.x - away; x <= middle.x + away; x += step) {
        const slots = costsAt(kinds, x, y, Number.NEGATIVE_INFINITY, look) ?? [];
        const cost = slots.reduce((sum, slot) => sum + slot.cost, 0);
        if (cost < best.cost) best = { x, y, cost };
      }
    }
    return best;
  };
  const rough = around({ x: right, y: baseline, cost: Number.POSITIVE_INFINITY }, AWAY, STEPS[0]);
  return around(rough, STEPS[1], STEPS[1]);
}

/** The kinds of a number's places from its last digit on: decimals, the point, digits by threes. */
function kindsFromRight(decimals: number, grouped: boolean): string[] {
  const kinds = [...Array<string>(decimals).fill("0"), "."];
  for (let digits = 0; kinds.length < LONGEST; digits++) {
    if (grouped && digits > 0 && digits % 3 === 0) kinds.push(",");
    kinds.push("0");
  }
  return kinds;
}

interface Look {
  readonly sheet: Gray;
  readonly stamps: readonly GreyStamp[];
  readonly typeface: Typeface;
  readonly paper: number;
}

/** The costs of places from the last one on to the cell's left; null when a character's place or picture is not known. */
function costsAt(kinds: readonly string[], right: number, baseline: number, left: number, look: Look): Costs[] | null {
  const { typeface } = look;
  const slots: Costs[] = [];
  let x = right;
  for (const [i, kind] of kinds.entries()) {
    if (i > 0) {
      const step = typeface.steps.get(`${kind}${kinds[i - 1]}`);
      if (step === undefined) return null;
      x -= step;
    }
    if (x - typeface.patch.half < left) break;
    const costs = costsOf(kind, x, baseline, look);
    if (costs.best === "") return null;
    slots.push(costs);
  }
  return slots;
}

function costsOf(kind: string, x: number, y: number, { sheet, stamps, typeface, paper }: Look): Costs {
  const { patch, pictures } = typeface;
  const seen = sample(patch, x, y, darkness(sheet, paper));
  const stamp = stamps.find(({ box }) => overlaps(box, patch, x, y));
  const cover = stamp === undefined ? null : sample(patch, x, y, coverageOf(stamp));
  const square = Math.max(LEAST_SPREAD, typeface.spread) ** 2;
  const costOf = (picture: Float32Array | null): number => {
    let cost = 0;
    for (let k = 0; k < seen.length; k++) {
      const print = picture?.[k] ?? 0;
      cost +=
        stamp === undefined
          ? plain(seen[k] ?? 0, print, square)
          : stamped(seen[k] ?? 0, print, square, stamp, cover?.[k] ?? 0);
    }
    return cost;
  };
  const ranked = [...pictures]
    .filter(([text]) => kindOf(text) === kind)
    .map(([text, picture]) => ({ text, cost: costOf(picture) }))
    .sort((a, b) => a.cost - b.cost);
  return {
    best: ranked[0]?.text ?? "",
    cost: ranked[0]?.cost ?? Number.POSITIVE_INFINITY,
    second: ranked[1]?.cost ?? Number.POSITIVE_INFINITY,
    nothing: costOf(null),
    mostNothing: (stamp === undefined ? WORST_FIT : WORST_STROKE) * sizeOf(patch),
  };
}

function overlaps({ x0, y0, x1, y1 }: PixelBox, { half, above, below }: Patch, x: number, y: number): boolean {
  return x + half >= x0 && x - half < x1 && y + below >= y0 && y - above < y1;
}

function plain(seen: number, print: number, square: number): number {
  const away = (seen - print) ** 2 / square;
  return seen > print ? Math.min(away, DARKER) : away;
}

/** Under a stamp's thick lines the print is weaker; elsewhere in its box a stroke of its characters may lie over it or not. */
function stamped(
  seen: number,
  print: number,
  square: number,
  { paper, ink, weaker }: GreyStamp,
  cover: number,
): number {
  const under = paper - ink + print / weaker;
  if (cover > FULL) return (seen - under) ** 2 / square;
  if (seen <= print) return (seen - print) ** 2 / square;
  const between = Math.min((seen - print) ** 2 / square, COVERED);
  return seen <= under ? between : between + (seen - under) ** 2 / square;
}

function coverageOf({ box, coverage }: GreyStamp): (x: number, y: number) => number {
  const width = box.x1 - box.x0;
  return (x, y) =>
    x < box.x0 || y < box.y0 || x >= box.x1 || y >= box.y1 ? 0 : (coverage[(y - box.y0) * width + x - box.x0] ?? 0);
}

/** How many places from the right are printed: the cheapest, and the cost of the next cheapest. */
function shortestCost(slots: readonly Costs[], decimals: number): { text: string; cost: number; rival: number } | null {
  let nothing = slots.reduce((sum, slot) => sum + slot.nothing, 0);
  let printed = 0;
  let text = "";
  let best: { text: string; cost: number } | null = null;
  let rival = nothing;
  for (const [i, slot] of slots.entries()) {
    nothing -= slot.nothing;
    printed += slot.cost;
    text = slot.best + text;
    // A number ends with a digit before its point.
    if (i <= decimals || !/\d/.test(slot.best)) continue;
    const cost = printed + nothing;
    if (best === null || cost < best.cost) {
      if (best !== null) rival = Math.min(rival, best.cost);
      best = { text, cost };
    } else rival = Math.min(rival, cost);
  }
  return best === null ? null : { ...best, rival };
}
