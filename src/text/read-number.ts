import { isEconomicCode, isFunctionalCode, isGovernmentEconomicCode } from "./code.js";
import { normalise } from "./normalise.js";
import { numberForm, parseCell, type RefusalReason, refusalOf, signedNumber } from "./number.js";
import { readTarget } from "./target.js";
import { amountUnitOf, isCountUnit } from "./units.js";

export type Comparator = ">=" | "<=" | ">" | "<" | "=";

/**
 * What is known about the place a text stands in. The same digits mean different things:
 *
 * | context | "31" | "2024" | "2080101" | "208" | "无" | "(1)" |
 * | --- | --- | --- | --- | --- | --- | --- |
 * | `any` (nothing known) | lineNo | year | code | amount | blank | enumerator |
 * | `amount` column | amount | amount | amount | amount | blank | refuse |
 * | `code` column | refuse | refuse | code | code | blank | refuse |
 * | `lineNo` column (行次) | lineNo | refuse | refuse | lineNo | blank | refuse |
 * | `measure` (performance target or actual) | amount | amount | amount | amount | qualitative | enumerator |
 */
export type NumberContext = "any" | "amount" | "code" | "lineNo" | "measure";

/** A text, classified. `value` is a decimal string in the printed scale; units are apart from it. */
export type NumberReading =
  | { readonly kind: "blank" }
  | { readonly kind: "amount" | "percent" | "permille"; readonly value: string }
  | { readonly kind: "money" | "count" | "threshold"; readonly value: string; readonly unit: string }
  | { readonly kind: "target"; readonly comparator: Comparator; readonly value: string; readonly unit: string | null }
  /** The printed text without white space. */
  | { readonly kind: "qualitative"; readonly value: string }
  /** ISO 8601: 2024-12-31, or 2024-12 when no day is printed. */
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "code" | "year" | "lineNo"; readonly value: string }
  | { readonly kind: "columnNo" | "enumerator" | "ordinal" | "docNo" | "placeholder" }
  | { readonly kind: "refuse"; readonly reason: RefusalReason };

/** 行次 and 栏次 of the official forms go up to 64 (SPEC §6); plain integers beyond it are no line numbers. */
const LAST_LINE_NUMBER = 64;

const DATE = /^((?:19|20)\d{2})(?:年|[-/])(\d{1,2})(?:(?:月|[-/])(\d{1,2})日?|月)$/;
const DOCUMENT_NUMBER = /[〔[([](?:19|20)\d{2}[\])\]〕]第?\d+号$/;
/** A number in Chinese numerals of several characters (二十连增, 三百余次) is no measure. */
const CHINESE_NUMBER = /^[一二三四五六七八九两]?[十百千][一二三四五六七八九十百千零余多]*/;
const NUMBER_THEN_TAIL = /^((?:[-△] ?)?\d[\d.,]*|\([\d.,]+\)) ?(\D.*)$/;

const pad = (part: string): string => part.padStart(2, "0");

function readDate(form: string): NumberReading | null {
  const [, year, month, day] = DATE.exec(form.replaceAll(" ", "")) ?? [];
  if (year === undefined || month === undefined) return null;
  if (Number(month) < 1 || Number(month) > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31)))
    return null;
  return { kind: "date", value: `${year}-${pad(month)}${day === undefined ? "" : `-${pad(day)}`}` };
}

/** `9 10 11 12`: several small integers, each one more than the last. */
function isColumnNumbers(form: string): boolean {
  const numbers = form.split(" ").map(Number);
  return (
    /^\d{1,2}(?: \d{1,2})+$/.test(form) &&
    numbers.every((n, at) => at === 0 || n === (numbers[at - 1] ?? Number.NaN) + 1)
  );
}

function readInteger(form: string, context: NumberContext): NumberReading | null {
  if (!/^\d+$/.test(form)) return null;
  const isCode = isFunctionalCode(form) || isEconomicCode(form) || isGovernmentEconomicCode(form);
  if (context === "code") return isCode ? { kind: "code", value: form } : { kind: "refuse", reason: "not-a-number" };
  if (context === "lineNo")
    return form.length <= 3 ? { kind: "lineNo", value: form } : { kind: "refuse", reason: "not-a-number" };
  if (context !== "any") return null;
  if (form.length === 7 && isCode) return { kind: "code", value: form };
  if (/^(?:19|20)\d{2}$/.test(form)) return { kind: "year", value: form };
  return /^[1-9]/.test(form) && Number(form) <= LAST_LINE_NUMBER ? { kind: "lineNo", value: form } : null;
}

/** Marks that say "this is no measure", whatever digits they hold. */
function readMark(form: string): NumberReading | null {
  const text = form.replaceAll(" ", "");
  if (/^(?:\d{1,2}[.、]|\(\d{1,2}\)[、.]?|[①-⑳])$/.test(text)) return { kind: "enumerator" };
  if (/^第[\d一二三四五六七八九十百]+\p{Script=Han}{0,6}$/u.test(text)) return { kind: "ordinal" };
  if (DOCUMENT_NUMBER.test(text)) return { kind: "docNo" };
  if (isColumnNumbers(form)) return { kind: "columnNo" };
  return refusalOf(form) === "placeholder" ? { kind: "placeholder" } : null;
}

function readWithUnit(form: string): NumberReading | null {
  const [, number, tail] = NUMBER_THEN_TAIL.exec(form) ?? [];
  const value = number === undefined ? null : signedNumber(number);
  if (value === null || tail === undefined) return null;
  const unit = tail.replaceAll(" ", "");
  const threshold = /^(\D+?)\(不?含(?:本数)?\)(?:以[上下内])?$/.exec(unit)?.[1];
  if (threshold !== undefined && (amountUnitOf(threshold) !== null || isCountUnit(threshold)))
    return { kind: "threshold", value, unit: amountUnitOf(threshold) ?? threshold };
  const money = amountUnitOf(unit);
  if (money !== null) return { kind: "money", value, unit: money };
  return isCountUnit(unit) ? { kind: "count", value, unit } : null;
}

/**
 * Classifies a whole text by the number grammar of SPEC §6. `context` says what is known about its place (see
 * `NumberContext`); in an `amount` column the reading is that of `parseCell`.
 */
export function readNumber(text: string, context: NumberContext = "any"): NumberReading {
  if (context === "amount") return parseCell(text);
  const form = numberForm(text);
  if (context === "measure" && form === "无") return { kind: "qualitative", value: form };
  const mark = context === "any" || context === "measure" ? readMark(form) : null;
  const cell = parseCell(text);
  const reading = readInteger(form, context) ?? mark ?? (cell.kind === "refuse" ? null : cell);
  if (reading !== null) return context === "code" || context === "lineNo" ? onlyIn(reading, context) : reading;
  if (context === "code" || context === "lineNo") return { kind: "refuse", reason: refusalOf(form) };
  const worded = readDate(form) ?? readYear(form) ?? readWithUnit(form) ?? readTarget(form);
  if (worded !== null) return worded;
  const reason = refusalOf(form);
  if (reason !== "not-a-number") return { kind: "refuse", reason };
  if (context !== "measure" && CHINESE_NUMBER.test(normalise(form))) return { kind: "refuse", reason };
  return /\p{Script=Han}/u.test(form)
    ? { kind: "qualitative", value: text.replace(/\s+/gu, "") }
    : { kind: "refuse", reason };
}

const onlyIn = (reading: NumberReading, context: "code" | "lineNo"): NumberReading =>
  reading.kind === context || reading.kind === "blank" ? reading : { kind: "refuse", reason: "not-a-number" };

function readYear(form: string): NumberReading | null {
  const year = /^((?:19|20)\d{2}) ?年度?$/.exec(form)?.[1];
  return year === undefined ? null : { kind: "year", value: year };
}
