import { numberForm, signedNumber } from "./number.js";
import { type AmountUnit, amountUnitOf } from "./units.js";

/** A number with separators or decimals, or one with a unit of money behind it. Not part of a date, version or longer number. */
const AMOUNT = /(?<![\d.,A-Za-z])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+(?= ?[万亿千]?元))(?![\d]|[.,]\d)/;

/**
 * True when a text holds what looks like an amount: grouped digits ("1,234"), decimals ("0.00", "98.8%"), or a figure
 * with 元, 万元, 亿元 behind it. Plain integers (page numbers, years, codes) do not. For "no glyph that looks like an
 * amount left unplaced".
 */
export function looksLikeAmount(text: string): boolean {
  return AMOUNT.test(numberForm(text));
}

/** Money named in a running text. */
export interface MoneyInText {
  /** Decimal string, printed scale, no separators. */
  readonly value: string;
  readonly unit: AmountUnit;
  /** As printed. */
  readonly text: string;
  /** Offsets into the searched text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** SPEC §4 AMT; bare 万 only before a bracket or punctuation. */
const MONEY =
  /((?:(?<![0-9A-Za-z%)）])-)?[0-9][0-9,，]*(?:\.[0-9]+)?)\s*(万元|亿元|千元|元|[万亿](?=[（(，。；,;、]|$))/gu;

/** Every amount of money in a text, in order: `95,063.53万元`, `0.39万（`, `1.2亿元`. */
export function findMoney(text: string): MoneyInText[] {
  return [...text.matchAll(MONEY)].flatMap((match) => {
    const value = signedNumber(numberForm(match[1] ?? ""));
    const unit = amountUnitOf(match[2] ?? "");
    if (value === null || unit === null) return [];
    return [{ value, unit, text: match[0], start: match.index, end: match.index + match[0].length }];
  });
}
