import { squash } from "./normalise.js";

const DIGITS = "零一二三四五六七八九";

/** 一…九十九 as an integer; null for anything else. */
export function chineseToInt(text: string): number | null {
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (tens === undefined || ten === undefined || ones === undefined || text === "") return null;
  if (ten === "") return tens !== "" && ones !== "" ? null : DIGITS.indexOf(tens + ones);
  return (tens === "" ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones));
}

/** An integer from 1 to 99 in Chinese numerals. Throws `RangeError` outside. */
export function intToChinese(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99)
    throw new RangeError(`no Chinese ordinal for ${value}: 1 to 99 only`);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? DIGITS[tens] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? DIGITS[ones] : "");
}

/** 0 = 第X部分, 1 = 一、, 2 = （一）, 3 = 1. or 1、 */
export interface Heading {
  readonly level: 0 | 1 | 2 | 3;
  /** The printed number (documents repeat and skip some: never a key); null when it cannot be read. */
  readonly ordinal: number | null;
  /** What follows the ordinal, as printed, without white space; may be "". */
  readonly title: string;
}

/** What stands before an enumerated text, and the text. `level` 4 is （1） and ①. */
export interface Enumerated {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly ordinal: number | null;
  readonly rest: string;
}

const NUMERAL = "[一二三四五六七八九十]{1,3}";
const OPEN = "[(（〔［\\[【﹙]";
const CLOSE = "[)）〕］\\]】﹚]";
const ARABIC = "[0-9０-９]{1,2}";

const PART = new RegExp(`^第(${NUMERAL}|${ARABIC})部分[:：、.．—-]?(.*)$`, "u");
const SECTION = new RegExp(`^(${NUMERAL})[、､,，.．﹑](.*)$`, "u");
const SUB = new RegExp(`^${OPEN}(${NUMERAL})${CLOSE}[、.．]?(.*)$`, "u");
const SUB_SIGN = /^([㈠-㈩])[、.．]?(.*)$/u;
const ITEM = new RegExp(`^(${ARABIC})[.．、､﹑](?![0-9０-９](?!\\d{3}年))(.*)$`, "u");
const ITEM_BRACKETED = new RegExp(`^${OPEN}(${ARABIC})${CLOSE}[、.．]?(.*)$`, "u");
const ITEM_SIGN = /^([①-⑳⑴-⒇])[、.．]?(.*)$/u;

const PATTERNS: readonly (readonly [RegExp, Enumerated["level"]])[] = [
  [PART, 0],
  [SECTION, 1],
  [SUB, 2],
  [SUB_SIGN, 2],
  [ITEM, 3],
  [ITEM_BRACKETED, 4],
  [ITEM_SIGN, 4],
];

/** What every pattern begins with: most texts begin otherwise. */
const BEGINS = /^[第一二三四五六七八九十(（〔［[【﹙0-9０-９㈠-㈩①-⑳⑴-⒇]/u;

function readOrdinal(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/[()]/g, "");
  return /^\d+$/.test(plain) ? Number(plain) : chineseToInt(plain);
}

/** The enumerator at the start of a text of any length and the rest (white space removed); null when there is none. */
export function enumeratorOf(text: string): Enumerated | null {
  const line = squash(text);
  if (!BEGINS.test(line)) return null;
  for (const [pattern, level] of PATTERNS) {
    const [, ordinal, rest] = pattern.exec(line) ?? [];
    if (ordinal !== undefined && rest !== undefined) return { level, ordinal: readOrdinal(ordinal), rest };
  }
  return null;
}

/** Headings are short and are no sentences (SPEC §1.2). Characters of the title. */
const MAX_TITLE = 40;

/**
 * A numbered heading: 第X部分 (level 0), 一、 (1), （一） (2), 1. or 1、 (3). Null for an unnumbered text and for a
 * sentence that merely starts with a number (longer than 40 characters, or with a full stop in it): see `enumeratorOf`.
 */
export function headingOf(text: string): Heading | null {
  const found = enumeratorOf(text);
  if (found === null || found.level === 4) return null;
  const { level, ordinal, rest } = found;
  if ([...rest].length > MAX_TITLE || rest.includes("。")) return null;
  if (rest === "" && level !== 0) return null;
  return { level, ordinal, title: rest };
}

/** The label without its leading enumerator (一、 （一） 1. 1、 (1) ①) and without white space. */
export function stripOrdinal(label: string): string {
  return enumeratorOf(label)?.rest ?? squash(label);
}
