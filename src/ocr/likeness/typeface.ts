import { crop, type Gray } from "../bitmap.js";
import { type Frame, toPixels } from "../frame.js";
import { inkIn } from "../lines/ink.js";
import { paperOf } from "../paper.js";
import type { NumberRun } from "./runs.js";
import { darkness, median, type Patch, sample, sizeOf } from "./sample.js";

/** How a page prints its numbers in one size: the mean picture of each character, and how far they stand apart. */
export interface Typeface {
  readonly patch: Patch;
  /** Mean darkness of each character around the middle of its place. */
  readonly pictures: ReadonlyMap<string, Float32Array>;
  /** From the middle of one place to that of the next, pixels, by the kinds of both. */
  readonly steps: ReadonlyMap<string, number>;
  /** How far a character's darkness strays from its picture, grey levels. */
  readonly spread: number;
}

/** A number's characters with the middles of their places, pixels. */
export interface Placed {
  readonly run: NumberRun;
  readonly places: readonly number[];
  /** The row where its digits end. */
  readonly baseline: number;
}

/** A character is learned from at least so many prints of it. */
const FEWEST = 2;
/** Where characters stand in their places is learned in so many rounds. */
const ROUNDS = 2;
/** Steps further than this from the usual are mistakes, pixels. */
const OUTLIER = 1.6;
/** Digits that do not stand evenly have no typeface here, pixels. */
const UNEVEN = 1.2;

/** Digits are one kind: they are equally wide in the fonts of tables. */
export function kindOf(text: string): string {
  return /\d/.test(text) ? "0" : text.normalize("NFKC");
}

/** Learns how numbers of one size are printed; null when they do not tell. */
export function learn(
  runs: readonly NumberRun[],
  clean: Gray,
  frame: Frame,
): { typeface: Typeface; placed: Placed[] } | null {
  let measured = runs.flatMap((run) => measure(run, clean, frame) ?? []);
  let steps = stepsOf(measured);
  for (let round = 0; round < ROUNDS; round++) {
    measured = centred(measured, steps);
    steps = stepsOf(measured);
  }
  const digit = steps.get("00")?.value;
  if (digit === undefined || (steps.get("00")?.stray ?? 0) > UNEVEN) return null;
  const size = median(measured.map(({ run }) => run.size)) * frame.pixelsPerPt;
  const patch: Patch = { half: Math.round(digit / 2), above: Math.round(0.78 * size), below: Math.round(0.2 * size) };
  const values = new Map([...steps].map(([pair, { value }]) => [pair, value]));
  const placed = measured.flatMap((one) => place(one, values) ?? []);
  const sums = new Map<string, { count: number; sum: Float32Array; squares: number }>();
  for (const { run, places, baseline } of placed) {
    const left = (places[0] ?? 0) - patch.half;
    const right = (places.at(-1) ?? 0) + patch.half;
    const around = crop(clean, { x0: left, y0: baseline - patch.above, x1: right, y1: baseline + patch.below });
    const at = darkness(clean, paperOf(around));
    [...run.text].forEach((text, i) => {
      const own = sums.get(key(text)) ?? { count: 0, sum: new Float32Array(sizeOf(patch)), squares: 0 };
      const seen = sample(patch, places[i] ?? 0, baseline, at);
      seen.forEach((value, k) => {
        own.sum[k] = (own.sum[k] ?? 0) + value;
        own.squares += value * value;
      });
      own.count++;
      sums.set(key(text), own);
    });
  }
  const pictures = new Map<string, Float32Array>();
  let strays = 0;
  let pixels = 0;
  for (const [text, { count, sum, squares }] of sums) {
    if (count < FEWEST) continue;
    const picture = sum.map((value) => value / count);
    pictures.set(text, picture);
    strays += squares - count * picture.reduce((total, value) => total + value * value, 0);
    pixels += count * picture.length;
  }
  return pixels === 0
    ? null
    : { typeface: { patch, pictures, steps: values, spread: Math.sqrt(strays / pixels) }, placed };
}

export function key(text: string): string {
  return text.normalize("NFKC").replace(/[−－]/u, "-");
}

interface Measured {
  readonly run: NumberRun;
  /** Middles of the characters' ink. */
  readonly middles: readonly number[];
  readonly baseline: number;
}

function measure(run: NumberRun, clean: Gray, frame: Frame): Measured | null {
  const middles: number[] = [];
  const bottoms: number[] = [];
  for (const { text, x0, x1, baseline, size } of run.glyphs) {
    const ink = inkIn(clean, toPixels(frame, [x0, baseline - 0.85 * size, x1, baseline + 0.25 * size]));
    if (ink === null) return null;
    middles.push((ink.box.x0 + ink.box.x1) / 2);
    if (/\d/.test(text)) bottoms.push(ink.box.y1);
  }
  return { run, middles, baseline: median(bottoms) };
}

type Steps = ReadonlyMap<string, { readonly value: number; readonly stray: number }>;

function stepsOf(measured: readonly Measured[]): Steps {
  const seen = new Map<string, number[]>();
  for (const { run, middles } of measured) {
    const kinds = [...run.text].map(kindOf);
    kinds.slice(1).forEach((kind, i) => {
      const pair = `${kinds[i]}${kind}`;
      seen.set(pair, [...(seen.get(pair) ?? []), (middles[i + 1] ?? 0) - (middles[i] ?? 0)]);
    });
  }
  return new Map(
    [...seen].map(([pair, values]) => {
      // Ink ends at whole pixels: the mean of many is finer than their median.
      const middle = median(values);
      const near = values.filter((one) => Math.abs(one - middle) <= OUTLIER);
      const value = near.reduce((sum, one) => sum + one, 0) / near.length;
      return [pair, { value, stray: median(values.map((one) => Math.abs(one - value))) }];
    }),
  );
}

/** Middles of ink as middles of places: a 1 or a 7 need not stand in the middle of its own. */
function centred(measured: readonly Measured[], steps: Steps): Measured[] {
  const values = new Map([...steps].map(([pair, { value }]) => [pair, value]));
  const off = new Map<string, number[]>();
  for (const one of measured) {
    const { places } = place(one, values) ?? { places: [] };
    places.forEach((x, i) => {
      const text = one.run.text[i] ?? "";
      off.set(text, [...(off.get(text) ?? []), (one.middles[i] ?? x) - x]);
    });
  }
  return measured.map((one) => ({
    ...one,
    middles: one.middles.map(
      (x, i) => x - (kindOf(one.run.text[i] ?? "") === "0" ? median(off.get(one.run.text[i] ?? "") ?? []) : 0),
    ),
  }));
}

/** Puts a number's places where its characters' ink says they are, all together. */
function place({ run, middles, baseline }: Measured, steps: ReadonlyMap<string, number>): Placed | null {
  const offsets = [0];
  const kinds = [...run.text].map(kindOf);
  for (let i = 1; i < kinds.length; i++) {
    const step = steps.get(`${kinds[i - 1]}${kinds[i]}`);
    if (step === undefined) return null;
    offsets.push((offsets[i - 1] ?? 0) + step);
  }
  const digits = kinds.flatMap((kind, i) => (kind === "0" ? [(middles[i] ?? 0) - (offsets[i] ?? 0)] : []));
  const start = digits.reduce((sum, value) => sum + value, 0) / digits.length;
  return { run, places: offsets.map((offset) => start + offset), baseline };
}
