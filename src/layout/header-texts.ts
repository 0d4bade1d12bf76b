/** Header texts of neighbouring columns that stand so near that they look like one letter-spaced text. */
import type { Glyph } from "../model/index.js";
import type { Span } from "./columns.js";
import { median, overlap } from "./geometry.js";
import { wraps } from "./header-groups.js";
import { inOrder, left } from "./lines.js";
import type { Segment } from "./strips.js";

/** A gap is one between two texts when it is wider than the text's usual gaps by this share of the size (safe 0.1–0.3). */
const APART = 0.15;

/** What one column, or several that touch, print below the header. */
export type Stretch = Span & { readonly numeric: boolean };

/**
 * The texts, each cut where it has a gap between the middles of two columns of numbers below it, or where a line of the
 * header directly above or below has a gap at the same place: the white between two headers of several lines.
 */
export function partTexts(texts: readonly Segment[], stretches: readonly Stretch[]): Segment[] {
  const wide = texts.map(wideGaps);
  return texts.flatMap((text, t) => {
    const gaps = wide[t] ?? [];
    const cuts = stretches.slice(1).flatMap((right, i) => {
      const before = stretches[i];
      if (!before?.numeric || !right.numeric || text.x0 >= before.x1 || text.x1 <= right.x0) return [];
      const between = gaps.filter(({ x0, x1 }) => {
        const middle = (x0 + x1) / 2;
        return middle > (before.x0 + before.x1) / 2 && middle < (right.x0 + right.x1) / 2;
      });
      const widest = between.sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))[0];
      return widest ? [widest.at] : [];
    });
    const next = texts.flatMap((other, o) => (isNextLine(text, other) ? [{ text: other, gaps: wide[o] ?? [] }] : []));
    const white = next.length > 0 ? gaps.filter((gap) => goesThrough(gap, text, next)).map((gap) => gap.at) : [];
    if (cuts.length + white.length === 0) return [text];
    const glyphs = inOrder(text.glyphs, left);
    const edges = [0, ...[...new Set([...cuts, ...white])].sort((a, b) => a - b), glyphs.length];
    return edges.slice(1).map((end, i) => piece(text, glyphs.slice(edges[i], end)));
  });
}

/** White between two letters of a text, before the letter `at`. */
interface Gap extends Span {
  readonly at: number;
}

/** Gaps wider than the text's usual ones. */
function wideGaps(text: Segment): Gap[] {
  const glyphs = inOrder(text.glyphs, left);
  const gaps = glyphs.slice(1).map((glyph, i) => ({ at: i + 1, x0: glyphs[i]?.x1 ?? 0, x1: glyph.x0 }));
  const usual = median(gaps.map(({ x0, x1 }) => x1 - x0));
  return gaps.filter(({ x0, x1 }) => x1 - x0 > usual + APART * text.size);
}

/** Lines of one header follow each other within this many font sizes (as wrapped lines do; safe 1.3–1.7). */
const NEXT_LINE = 1.45;
/** On one line, texts differ in height by less than this many font sizes (safe 0.1–0.4). */
const ONE_LINE = 0.3;

function isNextLine(text: Segment, other: Segment): boolean {
  const apart = Math.abs(other.y - text.y);
  return apart > ONE_LINE * text.size && apart <= NEXT_LINE * text.size;
}

/** White of one and the same place has at least this width, font sizes (safe 0.2–0.5): spaces in words lie elsewhere on the next line. */
const WHITE = 0.3;
/** Fewest letters on each side of it. */
const FEWEST_LETTERS = 2;

/** Whether a next line has a gap where this one has, with letters of its own on both sides under this text's. */
function goesThrough(gap: Gap, text: Segment, next: readonly { text: Segment; gaps: readonly Gap[] }[]): boolean {
  if (gap.at < FEWEST_LETTERS || text.glyphs.length - gap.at < FEWEST_LETTERS) return false;
  const shares = (x0: number, x1: number) => overlap(gap.x0, gap.x1, x0, x1) >= WHITE * text.size;
  if (next.some(({ gaps }) => gaps.some(({ x0, x1 }) => shares(x0, x1)))) return true;
  const under = next
    .map(({ text: other }) => other)
    .filter((other) => overlap(other.x0, other.x1, text.x0, text.x1) > 0);
  return under.some((one) =>
    under.some(
      (other) => Math.abs(one.y - other.y) <= ONE_LINE * text.size && other.x0 > one.x1 && shares(one.x1, other.x0),
    ),
  );
}

function piece(text: Segment, glyphs: readonly Glyph[]): Segment {
  return {
    ...text,
    x0: Math.min(...glyphs.map((glyph) => glyph.x0)),
    x1: Math.max(...glyphs.map((glyph) => glyph.x1)),
    glyphs,
    text: glyphs.map((glyph) => glyph.text).join(""),
  };
}

/** Letters of one word may stand this many font sizes apart: 收　　　入 over the columns of one side (safe 4–10). */
const WIDEST_SPREAD = 8;
/** Words that headers set widely spaced. Other single letters are headers of their own (类 款 项, 男 女). */
const SPREAD_WORDS = /^(?:收入|支出|项目|合计|小计|总计|金额|科目|行次|栏次|名称|编码|单位|备注|序号)$/;

/**
 * Header texts, line by line from the top, with the letters of a widely spaced word joined: 收 入, 项 目, 支 出. The last
 * letter of a text wrapped above it is none of them.
 */
export function joinSpread(lines: readonly (readonly Segment[])[]): Segment[] {
  const all = lines.flat();
  const single = (text: Segment) => /^\p{Script=Han}$/u.test(text.text) && !all.some((above) => wraps(above, text));
  return lines.flatMap((texts) => {
    const joined: Segment[] = [];
    texts.forEach((text, i) => {
      const last = joined.at(-1);
      const before = texts[i - 1];
      const spread = last && before && single(before) && single(text) && near(before, text);
      if (spread) joined[joined.length - 1] = piece(last, [...last.glyphs, ...text.glyphs]);
      else joined.push(text);
    });
    return joined;
  });
}

function near(before: Segment, text: Segment): boolean {
  return text.x0 - before.x1 <= WIDEST_SPREAD * text.size && SPREAD_WORDS.test(before.text + text.text);
}
