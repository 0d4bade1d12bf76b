import type { PlacedCharacter } from "./place.js";

/** Size and baseline of a line, in pixels. */
export interface LineMetrics {
  readonly size: number;
  readonly baseline: number;
}

/** Height of a digit or capital as a part of the size (宋体, 仿宋 and Times digits: 0.66–0.72). */
const DIGIT_HEIGHT = 0.69;
/** Height of a full Chinese character's ink as a part of the size, and how much of it hangs below the baseline. */
const HAN_HEIGHT = 0.92;
const HAN_BELOW = 0.08;
/** Punctuation says little: its line is taken to be this many times as high as its ink, at most. */
const OPTICAL_MIDDLE = 0.35;

const DIGIT = /^[0-9A-HK-PR-Z]$/;
const HAN = /^\p{Script=Han}$/u;

/**
 * The size of a line's characters and where their baseline is, from their ink: full characters by their height, digits by
 * theirs; null for a line of nothing but punctuation.
 */
export function lineMetrics(characters: readonly PlacedCharacter[]): LineMetrics | null {
  const heights = (match: RegExp): PlacedCharacter[] => characters.filter(({ text }) => match.test(text));
  const han = heights(HAN);
  const digits = heights(DIGIT);
  if (han.length > 0 && han.length >= digits.length / 2) {
    // 一 and 二 are low: the tall ones tell.
    const height = quantile(
      han.map(({ ink }) => Math.max(ink.y1 - ink.y0, ink.x1 - ink.x0)),
      0.75,
    );
    const size = height / HAN_HEIGHT;
    return {
      size,
      baseline:
        quantile(
          han.map(({ ink }) => ink.y1),
          0.75,
        ) -
        HAN_BELOW * size,
    };
  }
  if (digits.length === 0) return null;
  const size =
    quantile(
      digits.map(({ ink }) => ink.y1 - ink.y0),
      0.5,
    ) / DIGIT_HEIGHT;
  return {
    size,
    baseline: quantile(
      digits.map(({ ink }) => ink.y1),
      0.5,
    ),
  };
}

/** A line of punctuation: the size of the lines around it, its ink in the optical middle. */
export function punctuationMetrics(characters: readonly PlacedCharacter[], usual: number): LineMetrics {
  const middle = quantile(
    characters.map(({ ink }) => (ink.y0 + ink.y1) / 2),
    0.5,
  );
  return { size: usual, baseline: middle + OPTICAL_MIDDLE * usual };
}

/** The value below which a part of the values lie. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
