/** Runs of glyphs printed without a gap: the unit that a wall must not cut. */
import type { Glyph } from "../model/index.js";

/** A gap up to this share of the size is none (safe 0.05–0.2: cell padding on both sides of a wall is more). */
const NO_GAP = 0.12;

const NUMERIC = /^[\d０-９.,．，%％‰+\-－−()（）△▲¥￥]$/u;

export interface Token {
  readonly glyphs: readonly Glyph[];
  readonly numeric: boolean;
  readonly x0: number;
  readonly x1: number;
  /** Vertical middle. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

export function isNumericGlyph({ text }: Glyph): boolean {
  const code = text.charCodeAt(0);
  // The characters that nearly every glyph is, without the expression: digits, and hanzi with their punctuation.
  if (text.length === 1 && code >= 0x30 && code <= 0x39) return true;
  if (code > 0x25ff && code < 0xff00) return false;
  return NUMERIC.test(text);
}

/** Tokens of one line's glyphs (left to right): broken at gaps and where numeric meets other characters. */
export function toTokens(glyphs: readonly Glyph[], gap = NO_GAP): Token[] {
  const tokens: Token[] = [];
  let run: Glyph[] = [];
  let numeric = false;
  const flush = () => {
    if (run.length > 0) tokens.push(token(run, numeric));
    run = [];
  };
  for (const glyph of glyphs) {
    const last = run.at(-1);
    const kind = isNumericGlyph(glyph);
    if (last && (glyph.x0 - last.x1 > gap * glyph.size || kind !== numeric)) flush();
    numeric = kind;
    run.push(glyph);
  }
  flush();
  return tokens;
}

function token(glyphs: readonly Glyph[], numeric: boolean): Token {
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y = 0;
  let size = 0;
  let text = "";
  for (const glyph of glyphs) {
    x0 = Math.min(x0, glyph.x0);
    x1 = Math.max(x1, glyph.x1);
    y += (glyph.y0 + glyph.y1) / 2 / glyphs.length;
    size = Math.max(size, glyph.size);
    text += glyph.text;
  }
  return { glyphs, numeric, x0, x1, y, size, text };
}
