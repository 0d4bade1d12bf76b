/** Lines of text that may be a table's: what each looks like. */
import type { Rule } from "../model/index.js";
import { readAmountUnit } from "../text/index.js";
import { isAnchor, type Strip } from "./rows.js";
import { type Segment, segments, textOf } from "./strips.js";
import type { Token } from "./tokens.js";

/** Texts of one line further apart than this many font sizes stand in different columns. */
export const COLUMN_GAP = 1;
/** Rows follow each other within this many times the line's size. */
export const ROW_REACH = 3.5;

/** Texts of one column begin within this, pt. */
export const SAME_START = 3;

/** A page without its ruled tables. */
export interface PageText {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Outside of lattices and page furniture; top to bottom. */
  readonly strips: readonly Strip[];
  /** Horizontal rules that bound no lattice; top to bottom. */
  readonly rules: readonly Rule[];
}

/** The line above a table that names the unit of amount (单位：万元): never part of the table. */
export function isUnitLine(strip: Strip): boolean {
  const text = textOf(strip);
  return /单\s*位/.test(text) && readAmountUnit(text) !== null;
}

/** What tables of accounts are called: such a line is the title of the next table, however near to this one. */
const TITLE = /^[^。，,；;]{0,40}(?:收入|支出|收支|经费|决算|预算)[^。，,；;：:]{0,20}表(?:[（(][^）)]*[）)])?$/u;
const LONGEST_TITLE = 60;

/** The line over a table that names it: never part of a table. */
export function isTitleLine(strip: Strip): boolean {
  // Nearly every line is told by its last character.
  if (!/[表）)]$/.test(strip.tokens.at(-1)?.text ?? "")) return false;
  const text = textOf(strip);
  return text.length <= LONGEST_TITLE && TITLE.test(text) && !strip.tokens.some(isAmount);
}

function isAmount({ numeric, text }: Token): boolean {
  return numeric && /\d[.,]\d/.test(text);
}

/** A line above a table: never part of it. */
export function isCaptionLine(strip: Strip): boolean {
  return isUnitLine(strip) || isTitleLine(strip);
}

export function isTabular(strip: Strip): boolean {
  return segments(strip, COLUMN_GAP).length >= 2 || (isAnchor(strip) && strip.tokens.every((token) => token.numeric));
}

/** A note under a table, or prose: never a row. */
const NOTE = /^(?:注|说明|备注|附注)[:：\d]|[。；]/;

export function isNote(strip: Strip): boolean {
  return NOTE.test(textOf(strip));
}

/** The total that an empty form prints beside no amount: the line's only text. */
export function isBareTotal(strip: Strip): boolean {
  return /^(?:合计|总计)$/.test(textOf(strip));
}

/** Whether the line's one text begins, or has its middle, where one of the texts does. */
export function isAligned(strip: Strip, texts: readonly Segment[]): boolean {
  const [own, ...more] = segments(strip, COLUMN_GAP);
  if (!own || more.length > 0) return false;
  const near = (a: number, b: number) => Math.abs(a - b) <= SAME_START;
  return texts.some((text) => near(text.x0, own.x0) || near(text.x0 + text.x1, own.x0 + own.x1));
}
