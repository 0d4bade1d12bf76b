/** Amounts of two cells printed so close that they run into one token: 17,643,352.8913,435,596.72. */
import type { Glyph } from "../model/index.js";
import { looksLikeNumber } from "./numbers.js";
import { type Token, toTokens } from "./tokens.js";

/** A gap this wide between digits, in font sizes, with a wall in it, is one between two numbers (safe 0.03–0.1: digits of one number touch). */
const WALL_GAP = 0.04;
/** One amount at the start of a text that goes on with another. */
const AMOUNT = /[¥￥]?[+\-－−]?\d[\d,，]*[.．]\d{2}(?=[¥￥+\-－−\d])/uy;

/** The token's numbers: itself, unless a wall stands between two numbers in it, or it cannot be one number. */
export function numbersOf(token: Token, walls: readonly number[]): Token[] {
  if (!token.numeric) return [token];
  for (let i = 1; i < token.glyphs.length; i++) {
    const before = token.glyphs[i - 1];
    const after = token.glyphs[i];
    if (!before || !after || after.x0 - before.x1 < WALL_GAP * after.size) continue;
    if (!walls.some((x) => x >= before.x1 - 0.1 && x <= after.x0 + 0.1)) continue;
    const parts = cut(token.glyphs, i);
    if (parts.every((part) => looksLikeNumber(part.text))) return parts.flatMap((part) => numbersOf(part, walls));
  }
  return looksLikeNumber(token.text) ? [token] : amounts(token);
}

/** A token that is no number cut after each amount of two decimals, when nothing but amounts comes of it. */
function amounts(token: Token): Token[] {
  // Numeric glyphs are one character each, so that places in the text are places among the glyphs.
  const starts = [0];
  for (let at = 0; !looksLikeNumber(token.text.slice(at)); ) {
    AMOUNT.lastIndex = at;
    const length = AMOUNT.exec(token.text)?.[0].length;
    if (length === undefined || !looksLikeNumber(token.text.slice(at, at + length))) return [token];
    at += length;
    starts.push(at);
  }
  return starts.length === 1
    ? [token]
    : starts.flatMap((start, i) => toTokens(token.glyphs.slice(start, starts[i + 1]), Number.POSITIVE_INFINITY));
}

function cut(glyphs: readonly Glyph[], at: number): Token[] {
  return [glyphs.slice(0, at), glyphs.slice(at)].flatMap((part) => toTokens(part, Number.POSITIVE_INFINITY));
}
