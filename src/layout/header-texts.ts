/** Header texts of neighbouring columns that stand so near that they look like one letter-spaced text. */
import type { Glyph } from "../model/index.js";
import type { Span } from "./columns.js";
import { median } from "./geometry.js";
import { wraps } from "./header-groups.js";
import type { Segment } from "./strips.js";

/** A gap is one between two texts when it is wider than the text's usual gaps by this share of the size (safe 0.1–0.3). */
const APART = 0.15;

/** What one column, or several that touch, print below the header. */
export type Stretch = Span & { readonly numeric: boolean };

/** The texts, each cut where it reaches over two columns of numbers and has a gap between their middles. */
export function partTexts(texts: readonly Segment[], stretches: readonly Stretch[]): Segment[] {
  return texts.flatMap((text) => {
    const glyphs = [...text.glyphs].sort((a, b) => a.x0 - b.x0);
    const gaps = glyphs.slice(1).map((glyph, i) => ({ at: i + 1, width: glyph.x0 - (glyphs[i]?.x1 ?? 0), glyph }));
    const usual = median(gaps.map(({ width }) => width));
    const cuts = stretches.slice(1).flatMap((right, i) => {
      const left = stretches[i];
      if (!left?.numeric || !right.numeric || text.x0 >= left.x1 || text.x1 <= right.x0) return [];
      const between = gaps.filter(({ glyph, width }) => {
        const middle = glyph.x0 - width / 2;
        return (
          width > usual + APART * text.size && middle > (left.x0 + left.x1) / 2 && middle < (right.x0 + right.x1) / 2
        );
      });
      const widest = between.sort((a, b) => b.width - a.width)[0];
      return widest ? [widest.at] : [];
    });
    if (cuts.length === 0) return [text];
    const edges = [0, ...new Set(cuts), glyphs.length];
    return edges.slice(1).map((end, i) => piece(text, glyphs.slice(edges[i], end)));
  });
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
