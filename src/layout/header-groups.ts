/** A header without rules of its own: which of its texts stand over several columns, by where they stand alone. */
import type { Rule } from "../model/index.js";
import { columnOf, type Span } from "./columns.js";
import { overlap } from "./geometry.js";
import type { Segment } from "./strips.js";

/** Lines of one wrapped text follow each other within this many font sizes (safe 1.3–1.7: header rows are further apart). */
const WRAP = 1.45;
/** They begin, end or have their middle at one place, to this many font sizes (safe 0.3–0.8). */
const ALIGNED = 0.6;
/** More texts than this are no header: what a page of scattered letters is taken for costs no time. */
export const MOST_TEXTS = 400;
/** A text stands on a higher line than another by at least this many font sizes (safe 0.6–1). */
const HIGHER = 0.8;
/** A text over a gap stands as near to the middle of its children as this share of their extent (safe 0.1–0.25). */
const CENTRED = 0.2;

/** Of two runs of columns with nearly the same middle the longer one: a column outweighs this many font sizes. */
const MORE = 0.3;

/** Texts on one line differ in height by no more than this many font sizes (safe 0.1–0.4). */
const LEVEL = 0.3;
/** A text set in the middle of its cell is off it by no more than this many font sizes (safe 0.3–0.6). */
const MIDDLE = 0.5;

/** A printed rule may touch the texts that it parts by so much, pt (safe 1–4). */
const BETWEEN = 2;

/** One printed header text with all its lines. */
export interface HeaderBlock extends Span {
  readonly y0: number;
  readonly y1: number;
  readonly size: number;
}

/** Whether the second text is the first one's next line. */
export function wraps(above: Line, text: Line): boolean {
  const down = text.y - above.y;
  const near = (a: number, b: number) => Math.abs(a - b) <= ALIGNED * text.size;
  // Lines of one text are set under each other; a text over several columns stands between its children.
  const aligned = near(middle(above), middle(text)) || near(above.x0, text.x0) || near(above.x1, text.x1);
  return down > LEVEL * text.size && down <= WRAP * text.size && aligned && meets(above, text);
}

type Line = Span & { readonly y: number; readonly size: number };

/** Header texts with their wrapped lines joined; top to bottom. */
export function headerBlocks(texts: readonly Segment[]): HeaderBlock[] {
  const blocks: { x0: number; x1: number; y0: number; y1: number; size: number; last: number }[] = [];
  for (const text of [...texts].sort((a, b) => a.y - b.y)) {
    const above = blocks.find(
      (b) => wraps({ x0: b.x0, x1: b.x1, y: b.last, size: b.size }, text) && !isMiddleChild(text, b, texts),
    );
    const half = text.size / 2;
    if (above) {
      above.x0 = Math.min(above.x0, text.x0);
      above.x1 = Math.max(above.x1, text.x1);
      above.y1 = text.y + half;
      above.last = text.y;
    } else {
      const { x0, x1, y, size } = text;
      blocks.push({ x0, x1, y0: y - half, y1: y + half, size, last: y });
    }
  }
  return blocks;
}

/**
 * Whether the text stands between two others of its line that no text stands over, and the one above it in the middle of all
 * three: 本年支出 over 合计, 基本支出 and 项目支出, where rows are no further apart than lines.
 */
function isMiddleChild(text: Segment, above: Span, texts: readonly Segment[]): boolean {
  const level = texts.filter((other) => other !== text && Math.abs(other.y - text.y) <= LEVEL * text.size);
  const left = level.filter((other) => other.x1 <= text.x0).sort((a, b) => b.x1 - a.x1)[0];
  const right = level.filter((other) => other.x0 >= text.x1).sort((a, b) => a.x0 - b.x0)[0];
  if (!left || !right || Math.abs(middle(above) - (middle(left) + middle(right)) / 2) > ALIGNED * text.size)
    return false;
  return [left, right].every(
    (child) => !texts.some((other) => other.y < child.y - LEVEL * child.size && meets(other, child)),
  );
}

/** The blocks that stand over no column of their own but over others' headers. `stretches`: where the body prints. */
export function groupBlocks(blocks: readonly HeaderBlock[], stretches: readonly Span[]): Set<HeaderBlock> {
  const groups = new Set<HeaderBlock>();
  for (const block of blocks) {
    const lower = blocks.filter((other) => isHigher(block, other));
    const under = lower.filter((other) => meets(block, other));
    const shared = stretches.some(
      (s) => meets(s, block) && lower.some((other) => meets(s, other) && isTop(other, block, blocks)),
    );
    if (under.length >= 1 || shared || standsOverGap(block, lower, blocks, stretches)) groups.add(block);
  }
  return groups;
}

/**
 * The rules that a header leaves out: one below each text that spans columns, as wide as these.
 * @param edges column edges
 * @param foot y where the header's texts end
 * @param printed its own rules
 */
export function impliedRules(
  blocks: readonly HeaderBlock[],
  edges: readonly number[],
  foot: number,
  printed: readonly Rule[],
): Rule[] {
  const home = new Map(blocks.map((block) => [block, columnOf(edges, { x0: middle(block), x1: middle(block) })]));
  const inColumn = (c: number, but: HeaderBlock) => blocks.filter((other) => other !== but && home.get(other) === c);
  const rules: Rule[] = [];
  for (const block of blocks) {
    const column = home.get(block) ?? 0;
    // A header that is all its column has, on this line: cells are set from their top, and heights tell nothing.
    const fromTop = blocks.some((other) => isLevel(other, block) && inColumn(home.get(other) ?? 0, other).length === 0);
    // What stands lower in the text's own column stands under it.
    const below = edges
      .slice(1)
      .map((_, c) => childOf(block, inColumn(c, block), fromTop || c === column ? null : foot));
    const own = below[column];
    if (!own || printed.some((rule) => parts(rule, block, own))) continue;
    const run = centredRun(block, column, below, edges);
    if (!run) continue;
    const children = below.slice(...run).flatMap((child) => child ?? []);
    const at = (block.y1 + Math.min(...children.map((child) => child.y0))) / 2;
    rules.push({ axis: "h", at, from: edges[run[0]] ?? 0, to: edges[run[1]] ?? 0 });
  }
  return rules;
}

/** Whether a printed rule runs between a text and the one under it. */
function parts(rule: Rule, above: HeaderBlock, below: HeaderBlock): boolean {
  const between = rule.at >= above.y1 - BETWEEN && rule.at <= below.y0 + BETWEEN;
  return between && rule.from <= middle(above) && rule.to >= middle(above);
}

/**
 * The first header text of a column if it may stand under the block, null otherwise. Texts are set in the middle of their
 * cell: the only text of a column tells by its height whether its cell begins beside the block or below it.
 */
function childOf(block: HeaderBlock, own: readonly HeaderBlock[], foot: number | null): HeaderBlock | null {
  const lower = own.filter((other) => isHigher(block, other));
  const [first] = lower;
  if (!first || own.some((other) => !isHigher(block, other) && other.y1 >= block.y0)) return null;
  if (lower.length > 1 || foot === null) return first;
  const centre = (first.y0 + first.y1) / 2;
  const offBeside = Math.abs(centre - (block.y0 + foot) / 2);
  const offBelow = Math.abs(centre - (block.y1 + foot) / 2);
  return offBeside < offBelow && offBeside <= MIDDLE * first.size ? null : first;
}

/** Neighbouring columns, two or more with `column` among them, whose middle is nearest to the text's; more rather than fewer. */
function centredRun(
  block: HeaderBlock,
  column: number,
  below: readonly (HeaderBlock | null)[],
  edges: readonly number[],
): [start: number, end: number] | null {
  let best: [number, number] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let start = column; start >= 0 && below[start]; start--) {
    for (let end = Math.max(column + 1, start + 2); end <= below.length && below[end - 1]; end++) {
      const off = Math.abs(((edges[start] ?? 0) + (edges[end] ?? 0)) / 2 - middle(block));
      const cost = off - MORE * block.size * (end - start);
      if (cost < least) {
        least = cost;
        best = [start, end];
      }
    }
  }
  return best;
}

/** Nothing directly below it, but a header on either side of its middle, and it stands in the middle of both. */
function standsOverGap(
  block: HeaderBlock,
  lower: readonly HeaderBlock[],
  all: readonly HeaderBlock[],
  stretches: readonly Span[],
): boolean {
  if (lower.some((other) => meets(block, other))) return false;
  const free = lower.filter((other) => isTop(other, block, all));
  const left = free.filter((other) => other.x1 <= block.x0).sort((a, b) => b.x1 - a.x1)[0];
  const right = free.filter((other) => other.x0 >= block.x1).sort((a, b) => a.x0 - b.x0)[0];
  if (!left || !right) return false;
  // A text lower than the header's first line is set in the middle of a cell of its own, and so is one over a third column.
  if (all.some((other) => other.y0 < block.y0 - LEVEL * block.size)) return false;
  if (stretches.filter((s) => s.x1 > left.x0 && s.x0 < right.x1).length > 2) return false;
  // A neighbour on its own line stands nearer than they do: it is one header in a row of headers.
  const level = all.some(
    (o) => o !== block && !isHigher(block, o) && !isHigher(o, block) && o.x1 > left.x0 && o.x0 < right.x1,
  );
  return !level && Math.abs((left.x0 + right.x1) / 2 - middle(block)) <= CENTRED * (right.x1 - left.x0);
}

/** No other text stands over this one, on the line of `block` or above it. */
function isTop(other: HeaderBlock, block: HeaderBlock, all: readonly HeaderBlock[]): boolean {
  return !all.some((o) => o !== other && o !== block && isHigher(o, other) && meets(o, other));
}

/** Set on the same line, but not the block itself. */
function isLevel(a: HeaderBlock, b: HeaderBlock): boolean {
  return a !== b && Math.abs(a.y0 - b.y0) <= LEVEL * a.size;
}

function isHigher(a: HeaderBlock, b: HeaderBlock): boolean {
  return b.y0 - a.y1 >= (HIGHER - 1) * a.size && b.y1 > a.y1 && b.y0 - a.y0 >= HIGHER * a.size;
}

function meets(a: Span, b: Span): boolean {
  return overlap(a.x0, a.x1, b.x0, b.x1) > 0;
}

function middle(span: Span): number {
  return (span.x0 + span.x1) / 2;
}
