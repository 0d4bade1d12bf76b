/** Glyphs → lines of text. */
import type { Glyph, TextLine } from "../model/index.js";
import { isCjk, joinLines } from "../text/index.js";
import { boxOf } from "./geometry.js";

/** Baselines nearer than this share of the size are one line (safe 0.3–0.5). */
export const SAME_LINE = 0.4;
/** A gap wider than this share of the size is a space (safe 0.25–0.5: kerning stays under, a space is ≥ 0.25 + side bearings). */
const SPACE = 0.35;

/** Between two digits a narrower gap is one already: "12 345" must not become 12345 unseen (safe 0.15–0.25). */
const DIGIT_SPACE = 0.2;
const DIGIT = /^[\d０-９]$/u;
/** … but not in a number that is letter-spaced throughout: there it is wider than so many of its usual gaps (safe 1.5–2.5) … */
const OF_USUAL_GAP = 2;
/** … of which there are at least so many: two numbers of a digit each have one. */
const FEWEST_GAPS = 4;
const NUMERIC = /^[\d０-９.,，．]+$/u;

/** Lines of upright text, from top to bottom; turned text (by a multiple of 90°) in its own reading order. */
export function toLines(glyphs: readonly Glyph[], page: number): TextLine[] {
  // Nearly all text is upright, and most calls are for one cell.
  const upright = glyphs.some(isTurned) ? glyphs.filter((glyph) => !isTurned(glyph)) : glyphs;
  const lines = groupLines(upright, left, middle).map((line) => textLine(line, page, left, right));
  if (upright === glyphs) return lines;
  for (const [angle, group] of turnedGroups(glyphs)) lines.push(...turnedLines(group, angle, page));
  return lines;
}

function isTurned(glyph: Glyph): boolean {
  return glyph.angle !== 0;
}

function turnedGroups(glyphs: readonly Glyph[]): Map<number, Glyph[]> {
  const groups = new Map<number, Glyph[]>();
  for (const glyph of glyphs.filter(isTurned)) {
    const group = groups.get(glyph.angle);
    if (group) group.push(glyph);
    else groups.set(glyph.angle, [glyph]);
  }
  return groups;
}

export function left(glyph: Glyph): number {
  return glyph.x0;
}

function right(glyph: Glyph): number {
  return glyph.x1;
}

function middle(glyph: Glyph): number {
  return (glyph.y0 + glyph.y1) / 2;
}

/** Along-and-across coordinates of text turned clockwise by the angle, so that it reads left to right, top to bottom. */
function turnedLines(glyphs: readonly Glyph[], angle: number, page: number): TextLine[] {
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const along = (g: Glyph) => ((g.x0 + g.x1) / 2) * cos + ((g.y0 + g.y1) / 2) * sin;
  const across = (g: Glyph) => ((g.y0 + g.y1) / 2) * cos - ((g.x0 + g.x1) / 2) * sin;
  const half = (g: Glyph) => (Math.abs((g.x1 - g.x0) * cos) + Math.abs((g.y1 - g.y0) * sin)) / 2;
  const start = (g: Glyph) => along(g) - half(g);
  const end = (g: Glyph) => along(g) + half(g);
  return groupLines(glyphs, along, across).map((line) => textLine(line, page, start, end));
}

function groupLines(
  glyphs: readonly Glyph[],
  along: (g: Glyph) => number,
  across: (g: Glyph) => number,
): (readonly Glyph[])[] {
  const sorted = inOrder(glyphs, across);
  const lines: Glyph[][] = [];
  let line: Glyph[] = [];
  let centre = 0;
  for (const glyph of sorted) {
    const at = across(glyph);
    const size = Math.max(glyph.size, line[0]?.size ?? 0);
    if (line.length > 0 && at - centre > SAME_LINE * size) {
      lines.push(line);
      line = [];
    }
    // The line's middle follows its larger glyphs: a raised digit does not carry the line away.
    centre = line.length === 0 ? at : (centre * line.length + at) / (line.length + 1);
    line.push(glyph);
  }
  if (line.length > 0) lines.push(line);
  return lines.map((one) => inOrder(one, along));
}

/** The glyphs by ascending position. Most are painted in that order, and are given back as they are. */
export function inOrder(glyphs: readonly Glyph[], position: (g: Glyph) => number): readonly Glyph[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const glyph of glyphs) {
    const at = position(glyph);
    if (at < last) return [...glyphs].sort((a, b) => position(a) - position(b));
    last = at;
  }
  return glyphs;
}

/** Where a glyph begins, or ends, along its line. */
type Edge = (glyph: Glyph) => number;

function textLine(glyphs: readonly Glyph[], page: number, start: Edge, stop: Edge): TextLine {
  let text = "";
  let end = Number.NaN;
  let size = 0;
  let digitSpace: number | undefined;
  let before = "";
  for (const glyph of glyphs) {
    const from = start(glyph);
    const to = stop(glyph);
    // Nearly no two characters are so far apart: only then it matters what they are.
    if (from - end > DIGIT_SPACE * glyph.size) {
      const digits = DIGIT.test(glyph.text) && DIGIT.test(before.at(-1) ?? "");
      if (digits) digitSpace ??= spaceBetweenDigits(glyphs, start, stop);
      if (from - end > (digits ? (digitSpace ?? SPACE) : SPACE) * glyph.size) text += " ";
    }
    text += glyph.text;
    before = glyph.text;
    end = Math.max(to, Number.isNaN(end) ? to : end);
    size = Math.max(size, glyph.size);
  }
  return { page, box: boxOf(glyphs), text, size, glyphs };
}

/** From which gap on two digits of the line are two numbers', share of the size: 3 , 0 6 4 . 9 1 is one, set wide. */
function spaceBetweenDigits(glyphs: readonly Glyph[], start: Edge, stop: Edge): number {
  if (glyphs.length <= FEWEST_GAPS || !glyphs.every(({ text }) => NUMERIC.test(text))) return DIGIT_SPACE;
  const gaps = glyphs.slice(1).map((glyph, i) => (start(glyph) - stop(glyphs[i] ?? glyph)) / glyph.size);
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return Math.min(SPACE, Math.max(DIGIT_SPACE, OF_USUAL_GAP * usual));
}

/** The text of a cell or paragraph from its lines. Letter-spaced hanzi are closed up; spaces between Latin words stay. */
export function textOf(lines: readonly TextLine[]): string {
  return joinLines(lines.map((line) => closeUp(line.text)));
}

/** Drops spaces that touch a CJK character on either side: Chinese is set without them. */
export function closeUp(text: string): string {
  if (!text.includes(" ")) return text;
  const characters = [...text];
  return characters
    .filter((ch, i) => ch !== " " || !(isCjk(characters[i - 1] ?? "") || isCjk(characters[i + 1] ?? "")))
    .join("");
}
