import type { Glyph } from "../model/index.js";
import { areColumnNumbers } from "../text/index.js";
import { toLines } from "./lines.js";
import { looksLikeNumber } from "./numbers.js";
import type { Strip } from "./rows.js";
import { numbersOf } from "./split-numbers.js";
import { type Token, toTokens } from "./tokens.js";

/** Gap inside one header text, font sizes: headers are letter-spaced (safe 0.8–1.5). */
export const HEADER_GAP = 1.1;

/** Upright glyphs → strips from top to bottom. */
export function toStrips(glyphs: readonly Glyph[], page: number): Strip[] {
  return toLines(
    glyphs.filter((glyph) => glyph.angle === 0),
    page,
  ).map((line) => strip(line.glyphs));
}

export function strip(glyphs: readonly Glyph[]): Strip {
  const tokens: Token[] = toTokens(glyphs).flatMap((token) => numbersOf(token, []));
  let y = 0;
  let y0 = Number.POSITIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const glyph of glyphs) {
    y += (glyph.y0 + glyph.y1) / 2 / glyphs.length;
    y0 = Math.min(y0, glyph.y0);
    y1 = Math.max(y1, glyph.y1);
    size = Math.max(size, glyph.size);
  }
  return { y, y0, y1, size, tokens, glyphs };
}

/** Runs of tokens with gaps of at most `gap` font sizes between them. */
export interface Segment {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly numeric: boolean;
}

/** An amount of two decimals, after which a cell ends … */
const AMOUNT = /[.．][\d０-９]{2}[)）]?$/u;
/** … unless its unit follows. */
const UNIT = /^(?:[十百千万亿]*元|(?:[万亿个次辆台套批项户倍]|人次?)(?!\p{Script=Han}))/u;

/**
 * @param gap in font sizes
 * @param [apart] whether words right behind an amount are the next cell's: so in a table's body, never in a sentence.
 *   Spreadsheets leave less white between an amount and the next column's label than a letter-spaced text has inside.
 */
export function segments(strip: Strip, gap: number, apart = false): Segment[] {
  const result: Segment[] = [];
  let run: Token[] = [];
  const flush = () => {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last) return;
    result.push({
      x0: first.x0,
      x1: Math.max(...run.map((token) => token.x1)),
      y: middleOf(run),
      size: strip.size,
      glyphs: run.flatMap((token) => token.glyphs),
      text: run.map((token) => token.text).join(""),
      numeric: run.every((token) => token.numeric),
    });
    run = [];
  };
  for (const token of strip.tokens) {
    const last = run.at(-1);
    // Two numbers are two texts however close they stand.
    const numbers = last?.numeric && token.numeric && looksLikeNumber(last.text) && looksLikeNumber(token.text);
    const words =
      apart && run.length === 1 && last?.numeric && !token.numeric && isAmount(last.text) && !UNIT.test(token.text);
    if (last && (numbers || words || token.x0 - last.x1 > gap * strip.size)) flush();
    run.push(token);
  }
  flush();
  return result;
}

function isAmount(text: string): boolean {
  return AMOUNT.test(text) && looksLikeNumber(text);
}

/** Vertical middle of the tokens, each as heavy as it has glyphs. */
function middleOf(tokens: readonly Token[]): number {
  const glyphs = tokens.reduce((sum, token) => sum + token.glyphs.length, 0);
  return tokens.reduce((sum, token) => sum + token.y * token.glyphs.length, 0) / glyphs;
}

/** What the line prints, without white space. */
export function textOf(strip: Strip): string {
  return strip.tokens.map((token) => token.text).join("");
}

/** Whether the line numbers the columns: 栏次 1 2 3 …, or the numbers alone from 1 on. */
export function isColumnNumbers(strip: Strip): boolean {
  const texts = segments(strip, HEADER_GAP).map((segment) => segment.text);
  const first = texts.find((text) => /^\d+$/.test(text));
  return first !== undefined && (first === "1" || texts.some((text) => /[栏次]/.test(text))) && areColumnNumbers(texts);
}
