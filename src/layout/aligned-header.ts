/** The header of a table without vertical rules: its texts, which of them are columns' own, and the rules it leaves out. */
import type { Rule } from "../model/index.js";
import type { Region } from "./alignment.js";
import type { Span } from "./columns.js";
import { EDGE } from "./header-band.js";
import { FULL } from "./header-bottom.js";
import { groupBlocks, type HeaderBlock, headerBlocks, impliedRules, MOST_TEXTS } from "./header-groups.js";
import { joinSpread, partTexts, type Stretch } from "./header-texts.js";
import type { Strip } from "./rows.js";
import { HEADER_GAP, isColumnNumbers, type Segment, segments } from "./strips.js";

export interface HeadTexts {
  readonly texts: readonly Segment[];
  /** The same with their wrapped lines joined; none where the texts are too many for a header. */
  readonly blocks: readonly HeaderBlock[];
  /** The row of column numbers, where the header ends with one. */
  readonly numbers: readonly Segment[];
}

export function headTexts(head: readonly Strip[], stretches: readonly Stretch[]): HeadTexts {
  const last = head.at(-1);
  const numbers = last && isColumnNumbers(last) ? last : null;
  const lines = head.filter((strip) => strip !== numbers).map((strip) => segments(strip, HEADER_GAP));
  const isHeader = lines.flat().length <= MOST_TEXTS;
  const counted = numbers ? segments(numbers, HEADER_GAP) : [];
  const texts = partTexts(isHeader ? joinSpread(lines) : lines.flat(), withBlank(stretches, counted));
  return { texts, blocks: isHeader ? headerBlocks(texts) : [], numbers: counted };
}

/** The stretches, with the columns that print nothing but their number: no stretch of numbers is nearest to it. */
function withBlank(stretches: readonly Stretch[], row: readonly Segment[]): Stretch[] {
  const numbers = row.filter((segment) => segment.numeric);
  const off = (s: Span, n: Span) => Math.abs(s.x0 + s.x1 - n.x0 - n.x1);
  const counted = new Set(
    stretches
      .filter((stretch) => stretch.numeric)
      .map((stretch) =>
        numbers.reduce((best, n) => (off(stretch, n) < off(stretch, best) ? n : best), numbers[0] as Span),
      ),
  );
  const blank = numbers.filter((n) => !counted.has(n) && !stretches.some((s) => s.x0 < n.x1 && s.x1 > n.x0));
  return [...stretches, ...blank].sort((a, b) => a.x0 - b.x0);
}

/** Header texts with no rule and no other text between them and the header's foot. */
export function leafTexts({ texts, blocks }: HeadTexts, stretches: readonly Span[], rules: readonly Rule[]): Span[] {
  if (blocks.length === 0) return [...texts];
  const groups = groupBlocks(blocks, stretches);
  const lowest = Math.max(...blocks.map((block) => block.y1));
  return blocks.filter((block) => {
    const middle = (block.x0 + block.x1) / 2;
    const below = rules.filter((r) => r.at > block.y1 - EDGE && r.at < lowest && r.from <= middle && r.to >= middle);
    return !below.some((rule) => hasChild(block, rule, blocks)) && !groups.has(block);
  });
}

/** Whether a text stands below the rule under the block: nearer to it than to its neighbours of the same height. */
function hasChild(block: HeaderBlock, rule: Rule, blocks: readonly HeaderBlock[]): boolean {
  const beside = blocks.filter((other) => other !== block && other.y0 < block.y1 && other.y1 > block.y0);
  const left = Math.max(...beside.filter((o) => o.x1 <= block.x0).map((o) => (o.x1 + block.x0) / 2), rule.from);
  const right = Math.min(...beside.filter((o) => o.x0 >= block.x1).map((o) => (o.x0 + block.x1) / 2), rule.to);
  return blocks.some((child) => {
    const middle = (child.x0 + child.x1) / 2;
    return child.y0 > rule.at - EDGE && middle > left && middle < right;
  });
}

/** Rules that the header leaves out: above its column numbers, and below each text over several columns. */
export function unprintedRules(region: Region, header: HeadTexts, edges: readonly number[], foot: number): Rule[] {
  const inner = region.rules.filter((rule) => rule.at > region.top + EDGE && rule.at < foot - EDGE);
  const lowest = header.texts.reduce((most, text) => Math.max(most, text.y), Number.NEGATIVE_INFINITY);
  const numbersAt = header.numbers[0]?.y ?? foot;
  const width = region.right - region.left;
  const above = inner.filter((rule) => rule.at > lowest && rule.at < numbersAt);
  const parted = header.numbers.length === 0 || above.reduce((sum, r) => sum + r.to - r.from, 0) >= FULL * width;
  // Where some columns have a rule there, the others' would continue it.
  const at = above[0]?.at ?? (lowest + numbersAt) / 2;
  const line: Rule[] = parted ? [] : [{ axis: "h", at, from: edges[0] ?? 0, to: edges.at(-1) ?? 0 }];
  return [...line, ...impliedRules(header.blocks, edges, at, inner)];
}
