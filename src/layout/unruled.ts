/** Where on a page the tables without any rule stand. */
import { headingOf } from "../text/index.js";
import type { Region } from "./alignment.js";
import { emptyTotal } from "./header-bottom.js";
import { isAnchor, type Strip } from "./rows.js";
import { isColumnNumbers, segments, textOf } from "./strips.js";
import { COLUMN_GAP, isAligned, isCaptionLine, isNote, isTabular, type PageText, ROW_REACH } from "./table-lines.js";

/** Fewest rows and columns by which text without any rule is taken for a table. */
const FEWEST_ROWS = 4;
const FEWEST_COLUMNS = 3;
/** Fewest lines with several texts where one of them numbers the columns: the header, the numbers, a total. */
const FEWEST_LINES = 3;
/** Fewest rows with numbers below a header that has more lines than they are. */
const FEWEST_ANCHORED = 2;
/** Fewest of a header above the total of an empty form. */
const FEWEST_HEADER_LINES = 1;

/** Runs of lines with three or more texts apart from each other, most of them with numbers; lines of one text between them. */
export function unruledRegions(text: PageText, taken: ReadonlySet<Strip>): Region[] {
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
    const isCaption = isCaptionLine(strip);
    if (taken.has(strip) || isCaption || !near) flush();
    if (isCaption) unit = i;
    if (taken.has(strip)) unit = null;
    if (taken.has(strip) || isCaption) return;
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
  if (isNote(strip) || endsOpen(strip) || strip.size > ROW_SIZE * (run.at(-1)?.size ?? 0)) return false;
  const texts = segments(strip, COLUMN_GAP);
  const numbers = run
    .filter(isAnchor)
    .slice(-3)
    .flatMap((line) => segments(line, COLUMN_GAP).filter((s) => s.numeric));
  return !texts.some((t) => numbers.some((n) => t.x0 < n.x1 && t.x1 > n.x0));
}

/** Prose that goes on in the next line. */
function endsOpen(strip: Strip): boolean {
  return /[，,]$/.test(strip.tokens.at(-1)?.text ?? "");
}

/** The lines below a run that are its last row: it may print one text only, a wrapped label's rest or an empty form's total. */
function lastRow(run: readonly Strip[], waiting: readonly Strip[]): readonly Strip[] {
  const texts = run.flatMap((strip) => segments(strip, COLUMN_GAP));
  const end = waiting.findIndex((strip) => !isAligned(strip, texts) || isHeadline(strip));
  return waiting.slice(0, end < 0 ? undefined : end);
}

function isHeadline(strip: Strip): boolean {
  return (headingOf(textOf(strip))?.level ?? LOWEST_HEADING) < LOWEST_HEADING;
}

/** Headings of parts, sections and sub-sections (第一部分, 一、, （一）) are below this level. */
const LOWEST_HEADING = 3;

/** 部门：X names whose table it is. */
const COLON = /[:：]/;

/** Most lines of one text above a header's first line with several. */
const HEAD_LINES = 6;

/** The lines between the unit line and the first line with several texts: all of them, or none where they are no header's. */
function headLines(between: readonly Strip[], first: Strip): Strip[] {
  const lines = [...between, first];
  const follow = lines.every((strip, i) => i === 0 || strip.y - (lines[i - 1]?.y ?? 0) <= ROW_REACH * first.size);
  const isHeader = !between.some((strip) => isNote(strip) || COLON.test(textOf(strip)));
  return follow && between.length <= HEAD_LINES && isHeader ? [...between] : [];
}

function unruled(text: PageText, strips: readonly Strip[], captioned: boolean): Region | null {
  const tabular = strips.filter(isTabular);
  const anchored = tabular.filter(isAnchor).length;
  const wide = tabular.filter((strip) => segments(strip, COLUMN_GAP).length >= FEWEST_COLUMNS).length;
  // An empty form prints no number but those of its columns, and not always these: then its total is the only row.
  const numbered = captioned && tabular.some(isColumnNumbers);
  const empty = captioned && anchored === 0 && emptyTotal(strips) !== undefined;
  const fewest = empty ? FEWEST_HEADER_LINES : numbered ? FEWEST_LINES : FEWEST_ROWS;
  if (tabular.length < fewest || wide < 0.5 * tabular.length) return null;
  // Below its title, a table may show little more than its header at the page's foot.
  const rows = captioned && anchored >= FEWEST_ANCHORED ? tabular.slice(tabular.findIndex(isAnchor)) : tabular;
  if (!numbered && !empty && anchored < 0.5 * rows.length) return null;
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
