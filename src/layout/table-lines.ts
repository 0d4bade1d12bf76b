/** Lines of text that may be a table's: what each looks like. */
import type { Rule } from "../model/index.js";
import { readAmountUnit } from "../text/index.js";
import { isAnchor, type Strip } from "./rows.js";
import { segments, textOf } from "./strips.js";

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
