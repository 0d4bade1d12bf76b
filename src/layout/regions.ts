/** Where on a page the tables without a lattice stand. "Where", not "what cells": that is alignment.ts. */
import type { Rule } from "../model/index.js";
import type { Region } from "./alignment.js";
import { columnOf, type Span } from "./columns.js";
import { isAnchor, type Strip } from "./rows.js";
import { segments } from "./strips.js";
import {
  COLUMN_GAP,
  isAligned,
  isCaptionLine,
  isNote,
  isTabular,
  type PageText,
  ROW_REACH,
  SAME_START,
} from "./table-lines.js";
import { unruledRegions } from "./unruled.js";

/** Full rules of one table begin and end within this, pt. */
const SAME_EXTENT = 6;
/** A table's full rule covers at least this share of the page's width. */
const SHORTEST_RULE = 0.25;
/** A table that reached the foot of the page before. */
export interface OpenTable {
  readonly columns: readonly Span[];
  readonly edges: readonly number[];
  readonly left: number;
  readonly right: number;
}

export function findRegions(text: PageText, open: OpenTable | null): Region[] {
  const regions: Region[] = [];
  const taken = new Set<Strip>();
  const take = (region: Region | null) => {
    if (!region) return;
    for (const strip of region.strips) taken.add(strip);
    regions.push(region);
  };
  take(open ? continuation(text, open) : null);
  for (const group of ruleGroups(text)) take(ruledRegion(text, group, taken));
  for (const region of unruledRegions(text, taken)) take(region);
  return regions.sort((a, b) => a.top - b.top);
}

/** Lines of an empty form: a header of a few lines and a blank total. */
const LONGEST_EMPTY_FORM = 8;

interface RuleGroup {
  readonly left: number;
  readonly right: number;
  readonly rules: Rule[];
}

/** Rules of the same extent under each other, with the shorter ones between them; cut where a new table begins. */
function ruleGroups(text: PageText): RuleGroup[] {
  const groups: RuleGroup[] = [];
  for (const rule of text.rules) {
    const group = groups.find(
      (g) => Math.abs(rule.from - g.left) <= SAME_EXTENT && Math.abs(rule.to - g.right) <= SAME_EXTENT,
    );
    if (group) {
      const above = group.rules.at(-1)?.at ?? 0;
      const between = text.strips.filter((strip) => strip.y > above && strip.y < rule.at);
      if (between.some(isCaptionLine)) groups.unshift({ left: rule.from, right: rule.to, rules: [rule] });
      else group.rules.push(rule);
    } else if (rule.to - rule.from >= SHORTEST_RULE * text.width) {
      const inside = groups.find((g) => rule.from >= g.left - SAME_EXTENT && rule.to <= g.right + SAME_EXTENT);
      if (inside) inside.rules.push(rule);
      else groups.unshift({ left: rule.from, right: rule.to, rules: [rule] });
    } else {
      groups.find((g) => rule.from >= g.left - SAME_EXTENT && rule.to <= g.right + SAME_EXTENT)?.rules.push(rule);
    }
  }
  return groups;
}

function ruledRegion(text: PageText, group: RuleGroup, taken: ReadonlySet<Strip>): Region | null {
  const top = group.rules[0]?.at ?? 0;
  let bottom = group.rules.at(-1)?.at ?? 0;
  if (group.rules.length < 2) return null;
  const free = text.strips.filter((strip) => !taken.has(strip));
  const strips = free.filter((strip) => strip.y > top && strip.y < bottom);
  if (strips.length === 0) return null;
  for (const strip of rowsBelow(free, strips, bottom, group)) {
    strips.push(strip);
    bottom = strip.y1;
  }
  const tabular = strips.filter(isTabular).length;
  // An empty form is little more than its header: three rules and one line of column names are enough.
  const emptyForm = group.rules.length >= 3 && tabular >= 1 && strips.length <= LONGEST_EMPTY_FORM;
  if (tabular < strips.length / 3 && !emptyForm) return null;
  return {
    page: text.page,
    strips,
    rules: group.rules,
    left: group.left,
    right: group.right,
    top,
    bottom,
    open: !free.some((strip) => strip.y > bottom && !strips.includes(strip)),
    columns: null,
  };
}

/** A title's letters are larger than the rows' by this factor. */
const LARGER = 1.25;

/** Rows below the table's last rule, where no closing rule stands on this page. */
function rowsBelow(free: readonly Strip[], inside: readonly Strip[], bottom: number, table: RuleGroup): Strip[] {
  const rows: Strip[] = [];
  const texts = inside.flatMap((strip) => segments(strip, COLUMN_GAP));
  let keep = 0;
  let last = bottom;
  for (const strip of free.filter((s) => s.y > bottom)) {
    const size = inside.at(-1)?.size ?? strip.size;
    const outside = strip.tokens.some(
      (token) => token.x0 < table.left - SAME_EXTENT || token.x1 > table.right + SAME_EXTENT,
    );
    if (strip.y - last > ROW_REACH * size || strip.size > LARGER * size) break;
    if (outside || isCaptionLine(strip) || isNote(strip)) break;
    rows.push(strip);
    last = strip.y;
    if (isTabular(strip)) {
      // With the lines above it that are the label's first.
      for (const row of rows.slice(keep)) texts.push(...segments(row, COLUMN_GAP));
      keep = rows.length;
    } else if (keep > 0 && isAligned(strip, texts)) keep = rows.length;
  }
  return rows.slice(0, keep);
}

/** The first lines of the page that fit the columns of the table left open on the page before. */
function continuation(text: PageText, open: OpenTable): Region | null {
  const closing = text.rules
    .filter((r) => Math.abs(r.from - open.left) <= SAME_EXTENT && Math.abs(r.to - open.right) <= SAME_EXTENT)
    .at(-1);
  const strips: Strip[] = [];
  for (const strip of text.strips) {
    if (isCaptionLine(strip) || isNote(strip) || !fits(strip, open.edges)) break;
    if (closing && strip.y > closing.at) break;
    strips.push(strip);
  }
  dropTitle(strips);
  if (strips.length === 0) return null;
  const tabular = strips.filter(isTabular).length;
  // A label of three lines beside its amounts: one line in three.
  if (tabular === 0 || tabular < strips.length / 3) return null;
  const top = strips[0]?.y0 ?? 0;
  const lowest = Math.max(...strips.map((strip) => strip.y1));
  const bottom = closing && closing.at > lowest - 2 ? closing.at : lowest;
  return {
    page: text.page,
    strips,
    rules: text.rules.filter((rule) => rule.at >= top && rule.at <= bottom),
    left: open.left,
    right: open.right,
    top,
    bottom,
    open: text.strips.length === strips.length,
    columns: open.columns,
  };
}

/** Lines after the last row that begin where none of its texts does are no wrapped label, but the next table's title. */
function dropTitle(strips: Strip[]): void {
  const last = strips.findLastIndex(isTabular);
  const starts = strips.slice(0, last + 1).flatMap((strip) => segments(strip, COLUMN_GAP).map((s) => s.x0));
  const title = strips.findIndex((strip, i) => {
    const x = strip.tokens[0]?.x0 ?? 0;
    return i > last && !starts.some((start) => Math.abs(start - x) <= SAME_START);
  });
  if (title >= 0) strips.length = title;
}

/** How far a text may reach over its column's edge, pt. */
const FIT = 2;

/** A row with amounts may reach further out than those of the page before, font sizes (safe 1–3: a total is longer than its parts). */
const WIDER = 2;

/**
 * Each text stands in a column of its own, and keeps at least one of its edges: long labels reach over the other. Beside an
 * amount a label may be set over several columns (人员经费合计).
 */
function fits(strip: Strip, edges: readonly number[]): boolean {
  let before = -1;
  const anchored = isAnchor(strip);
  return segments(strip, 0.2).every((segment) => {
    const column = columnOf(edges, segment);
    const keeps = segment.x0 >= (edges[column] ?? 0) - FIT || segment.x1 <= (edges[column + 1] ?? 0) + FIT;
    const slack = anchored ? WIDER * strip.size : FIT;
    const inside = segment.x0 >= (edges[0] ?? 0) - slack && segment.x1 <= (edges.at(-1) ?? 0) + slack;
    const own = column >= before;
    before = column;
    return (keeps || (anchored && !segment.numeric)) && inside && own;
  });
}
