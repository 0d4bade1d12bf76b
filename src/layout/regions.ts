/** Where on a page the tables without a lattice stand. "Where", not "what cells": that is alignment.ts. */
import type { Rule } from "../model/index.js";
import { headingOf, readAmountUnit } from "../text/index.js";
import type { Region } from "./alignment.js";
import { columnOf, type Span } from "./columns.js";
import { isAnchor, type Strip } from "./rows.js";
import { isColumnNumbers, type Segment, segments } from "./strips.js";

/** Full rules of one table begin and end within this, pt. */
const SAME_EXTENT = 6;
/** A table's full rule covers at least this share of the page's width. */
const SHORTEST_RULE = 0.25;
/** Texts of one line further apart than this many font sizes stand in different columns. */
const COLUMN_GAP = 1;
/** Rows follow each other within this many times the line's size. */
const ROW_REACH = 3.5;

export interface PageText {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Outside of lattices and page furniture; top to bottom. */
  readonly strips: readonly Strip[];
  /** Horizontal rules that bound no lattice; top to bottom. */
  readonly rules: readonly Rule[];
}

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

/** The line above a table that names the unit of amount (单位：万元): never part of the table. */
function isUnitLine(strip: Strip): boolean {
  const text = strip.tokens.map((token) => token.text).join("");
  return /单\s*位/.test(text) && readAmountUnit(text) !== null;
}

function isTabular(strip: Strip): boolean {
  return segments(strip, COLUMN_GAP).length >= 2 || (isAnchor(strip) && strip.tokens.every((token) => token.numeric));
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
      if (between.some(isUnitLine)) groups.unshift({ left: rule.from, right: rule.to, rules: [rule] });
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

/** A note under a table, or prose: never a row. */
const NOTE = /^(?:注|说明|备注|附注)[:：\d]|[。；]|[，,]$/;

function isNote(strip: Strip): boolean {
  return NOTE.test(strip.tokens.map((token) => token.text).join(""));
}

/** A title's letters are larger than the rows' by this factor. */
const LARGER = 1.25;

/** Rows below the table's last rule, where no closing rule stands on this page. */
function rowsBelow(free: readonly Strip[], inside: readonly Strip[], bottom: number, table: RuleGroup): Strip[] {
  const rows: Strip[] = [];
  const starts = inside.flatMap((strip) => segments(strip, COLUMN_GAP).map((s) => s.x0));
  let keep = 0;
  let last = bottom;
  for (const strip of free.filter((s) => s.y > bottom)) {
    const text = strip.tokens.map((token) => token.text).join("");
    const size = inside.at(-1)?.size ?? strip.size;
    const outside = strip.tokens.some(
      (token) => token.x0 < table.left - SAME_EXTENT || token.x1 > table.right + SAME_EXTENT,
    );
    if (strip.y - last > ROW_REACH * size || strip.size > LARGER * size) break;
    if (outside || isUnitLine(strip) || NOTE.test(text)) break;
    rows.push(strip);
    last = strip.y;
    if (isTabular(strip)) {
      keep = rows.length;
      for (const segment of segments(strip, COLUMN_GAP)) starts.push(segment.x0);
    } else if (
      keep > 0 &&
      strip.tokens[0] &&
      starts.some((x) => Math.abs(x - (strip.tokens[0]?.x0 ?? 0)) <= SAME_START)
    ) {
      keep = rows.length;
    }
  }
  return rows.slice(0, keep);
}

/** Texts of one column begin within this, pt. */
const SAME_START = 3;

/** The first lines of the page that fit the columns of the table left open on the page before. */
function continuation(text: PageText, open: OpenTable): Region | null {
  const closing = text.rules
    .filter((r) => Math.abs(r.from - open.left) <= SAME_EXTENT && Math.abs(r.to - open.right) <= SAME_EXTENT)
    .at(-1);
  const strips: Strip[] = [];
  for (const strip of text.strips) {
    if (isUnitLine(strip) || isNote(strip) || !fits(strip, open.edges)) break;
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

/** Each text stands in a column of its own, and keeps at least one of its edges: long labels reach over the other. */
function fits(strip: Strip, edges: readonly number[]): boolean {
  let before = -1;
  return segments(strip, 0.2).every((segment) => {
    const column = columnOf(edges, segment);
    const keeps = segment.x0 >= (edges[column] ?? 0) - FIT || segment.x1 <= (edges[column + 1] ?? 0) + FIT;
    const inside = segment.x0 >= (edges[0] ?? 0) - FIT && segment.x1 <= (edges.at(-1) ?? 0) + FIT;
    const own = column >= before;
    before = column;
    return keeps && inside && own;
  });
}

/** Fewest rows and columns by which text without any rule is taken for a table. */
const FEWEST_ROWS = 4;
const FEWEST_COLUMNS = 3;
/** Fewest lines with several texts where one of them numbers the columns: the header, the numbers, a total. */
const FEWEST_LINES = 3;

/** Runs of lines with three or more texts apart from each other, most of them with numbers; lines of one text between them. */
function unruledRegions(text: PageText, taken: ReadonlySet<Strip>): Region[] {
  const regions: Region[] = [];
  let run: Strip[] = [];
  /** The run begins below the line that names its unit. */
  let captioned = false;
  /** Lines of one text below the run, part of it if it goes on below them: wrapped labels and headers. */
  let waiting: Strip[] = [];
  const flush = () => {
    const region = run.length > 0 ? unruled(text, [...run, ...lastRow(run, waiting)], captioned) : null;
    if (region) regions.push(region);
    run = [];
    waiting = [];
  };
  let unit: number | null = null;
  text.strips.forEach((strip, i) => {
    const last = waiting.at(-1) ?? run.at(-1);
    const near = !last || strip.y - last.y <= ROW_REACH * Math.max(strip.size, last.size);
    if (taken.has(strip) || isUnitLine(strip) || !near) flush();
    if (isUnitLine(strip)) unit = i;
    if (taken.has(strip)) unit = null;
    if (taken.has(strip) || isUnitLine(strip)) return;
    if (isTabular(strip)) {
      // The first line of a header may be one text over all columns (项目): what the unit line stands above.
      if (run.length === 0) {
        waiting = unit === null ? [] : headLines(text.strips.slice(unit + 1, i), strip);
        captioned = unit !== null && waiting.length === i - unit - 1;
        unit = null;
      }
      run.push(...waiting, strip);
      waiting = [];
    } else if (run.length > 0 && mayWait(strip, run)) waiting.push(strip);
    else flush();
  });
  flush();
  return regions;
}

/** Letters of a table's rows differ in size by less than this factor. */
const ROW_SIZE = 1.1;

/** A line of one text in a table: no note, no larger than the rows, and beside the columns of numbers, over which prose reaches. */
function mayWait(strip: Strip, run: readonly Strip[]): boolean {
  if (isNote(strip) || strip.size > ROW_SIZE * (run.at(-1)?.size ?? 0)) return false;
  const texts = segments(strip, COLUMN_GAP);
  const numbers = run
    .filter(isAnchor)
    .slice(-3)
    .flatMap((line) => segments(line, COLUMN_GAP).filter((s) => s.numeric));
  return !texts.some((t) => numbers.some((n) => t.x0 < n.x1 && t.x1 > n.x0));
}

/** The lines below a run that are its last row: it may print one text only, a wrapped label's rest or an empty form's total. */
function lastRow(run: readonly Strip[], waiting: readonly Strip[]): readonly Strip[] {
  const texts = run.flatMap((strip) => segments(strip, COLUMN_GAP));
  const end = waiting.findIndex((strip) => !aligned(strip, texts) || isHeadline(strip));
  return waiting.slice(0, end < 0 ? undefined : end);
}

function isHeadline(strip: Strip): boolean {
  return (headingOf(strip.tokens.map((token) => token.text).join(""))?.level ?? LOWEST_HEADING) < LOWEST_HEADING;
}

/** Headings of parts, sections and sub-sections (第一部分, 一、, （一）) are below this level. */
const LOWEST_HEADING = 3;

/** Whether the line's one text begins, or has its middle, where one of the texts does. */
function aligned(strip: Strip, texts: readonly Segment[]): boolean {
  const [own, ...more] = segments(strip, COLUMN_GAP);
  if (!own || more.length > 0) return false;
  const near = (a: number, b: number) => Math.abs(a - b) <= SAME_START;
  return texts.some((text) => near(text.x0, own.x0) || near(text.x0 + text.x1, own.x0 + own.x1));
}

/** Most lines of one text above a header's first line with several. */
const HEAD_LINES = 6;

/** The lines between the unit line and the first line with several texts: all of them, or none where they are no header's. */
function headLines(between: readonly Strip[], first: Strip): Strip[] {
  const lines = [...between, first];
  const follow = lines.every((strip, i) => i === 0 || strip.y - (lines[i - 1]?.y ?? 0) <= ROW_REACH * first.size);
  return follow && between.length <= HEAD_LINES && !between.some(isNote) ? [...between] : [];
}

function unruled(text: PageText, strips: readonly Strip[], captioned: boolean): Region | null {
  const tabular = strips.filter(isTabular);
  const anchored = tabular.filter(isAnchor).length;
  const wide = tabular.filter((strip) => segments(strip, COLUMN_GAP).length >= FEWEST_COLUMNS).length;
  // An empty form prints no number but those of its columns.
  const numbered = captioned && tabular.some(isColumnNumbers);
  if (tabular.length < (numbered ? FEWEST_LINES : FEWEST_ROWS) || wide < 0.5 * tabular.length) return null;
  if (!numbered && anchored < 0.5 * tabular.length) return null;
  const tokens = strips.flatMap((strip) => strip.tokens);
  const left = tokens.reduce((least, token) => Math.min(least, token.x0), Number.POSITIVE_INFINITY);
  const right = tokens.reduce((most, token) => Math.max(most, token.x1), Number.NEGATIVE_INFINITY);
  const top = strips[0]?.y0 ?? 0;
  const bottom = strips.at(-1)?.y1 ?? 0;
  return {
    page: text.page,
    strips,
    rules: [],
    left,
    right,
    top,
    bottom,
    open: !text.strips.some((strip) => strip.y > bottom),
    columns: null,
  };
}
