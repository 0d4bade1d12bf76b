import { type AmountUnit, amountUnitOf } from "./units.js";

/** Why a text is not read as a number. */
export type RefusalReason =
  | "two-numbers"
  | "bad-grouping"
  | "two-dots"
  | "letters"
  | "unit"
  | "placeholder"
  | "enumerator"
  | "trailing-punctuation"
  | "not-a-number";

/** What an amount cell says. `value` is a decimal string in the printed scale, without separators. */
export type CellValue =
  | { readonly kind: "blank" }
  | { readonly kind: "amount"; readonly value: string; readonly unit?: AmountUnit }
  | { readonly kind: "percent" | "permille"; readonly value: string }
  | { readonly kind: "refuse"; readonly reason: RefusalReason };

/** Printed for "nothing": dashes (a spreadsheet's "¥ -" too), a slash, an ellipsis (NFKC makes "..." of "…"), 无. */
const BLANK = /^(?:(?:¥ ?)?[-‐-―−─━_]+|\/+|\.{3,}|⋯+|无)?$/u;
/** Template marks for a figure to be filled in: XXX, ××.××, **. */
const PLACEHOLDER = /^[X×╳Ｘ*＊○〇□]+(?:[.,][X×╳Ｘ*＊○〇□]+)?$/iu;
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const SPACED = /^\d{1,3}(?: \d{3})+(?:\.\d+)?$/;

/** NFKC, one minus, single spaces: the form the grammar of SPEC §6 is written for. */
export function numberForm(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .normalize("NFKC")
    .replace(/[‐-―−─━](?=\d)/g, "-")
    .replace(/▲/g, "△")
    .replace(/\s+/g, " ")
    .trim();
}

/** A space beside a separator: print that spaces its letters ("2, 6 7 8 . 6 0"), since no number starts or ends so. */
const SPACED_SEPARATOR = /\d (?=[.,])|[.,] (?=\d)/g;

/**
 * Unsigned number: digits kept, separators dropped; null where the grammar refuses. Spaces inside are dropped only when
 * the stretches cannot be several numbers: one of them is none ("15,777,6 76.24"), or a separator stands apart.
 */
function digitsOf(text: string): string | null {
  if (NUMBER.test(text)) return text.replaceAll(",", "");
  if (SPACED.test(text)) return text.replaceAll(" ", "");
  if (!/^\d[\d., ]*$/.test(text)) return null;
  const whole = text.replaceAll(" ", "");
  const closed = text.replace(SPACED_SEPARATOR, (gap) => gap.trim());
  const isOne = closed !== text || !closed.split(" ").every((stretch) => NUMBER.test(stretch));
  return isOne && NUMBER.test(whole) ? whole.replaceAll(",", "") : null;
}

/** A currency sign before the digits, inside or outside of the sign and brackets (￥ is ¥ in number form). */
const CURRENCY = /^([-+(△]? ?)¥ ?(?=[-+(△]?\d)/;

/** Signed decimal string of a text in number form; null where the grammar refuses. */
export function signedNumber(printed: string): string | null {
  const form = printed.replace(CURRENCY, "$1");
  const inside = /^\((.+)\)$/.exec(form)?.[1]?.trim();
  if (inside !== undefined) {
    const digits = digitsOf(inside);
    // "(1)" is an enumerator; only a separator makes it an amount in brackets.
    return digits !== null && /[.,]/.test(inside) ? `-${digits}` : null;
  }
  const marked = /^(-|\+|△ ?)(.+)$/.exec(form);
  if (marked === null) return digitsOf(form);
  const digits = digitsOf(marked[2] ?? "");
  return digits === null ? null : marked[1] === "+" ? digits : `-${digits}`;
}

/** Names what keeps a text in number form from being a number. */
export function refusalOf(form: string): RefusalReason {
  if (PLACEHOLDER.test(form)) return "placeholder";
  if (/^\(\d+\)$|^\d+[.、]$/.test(form)) return "enumerator";
  if (/^[-△(]?\d[\d.,]*\)?[%‰]?[。;；:、.,]+$/.test(form)) return "trailing-punctuation";
  if (/^[-△(]?\d[\d.,]*\)?(?:[ |/;]+[-△(]?\d[\d.,]*\)?)+$/.test(form)) return "two-numbers";
  if (/^-?[\d.,]+$/.test(form)) return (form.match(/\./g) ?? []).length > 1 ? "two-dots" : "bad-grouping";
  if (/^[-△(]?[\d.,A-Za-z|]+\)?$/.test(form)) return "letters";
  const tail = /^[-△(]?\d[\d.,]*\)?(.+)$/.exec(form)?.[1];
  if (tail !== undefined && amountUnitOf(tail) !== null) return "unit";
  return "not-a-number";
}

/** A number with its unit of money behind it. */
const WITH_UNIT = /^(.*[\d)]) ?(\D+)$/;

/**
 * Reads one cell of an amount column (SPEC §6). Plain integers are amounts ("31", "2024", "2080101": forms in 元 print
 * no decimals); blanks ("", "-", "—", "/", "…", 无) are blank, never zero; the printed scale is kept ("10.00").
 *
 * Refused, with the reason: two numbers, bad grouping, letters, and a unit behind the number, unless
 * `unitInCell` says that the column has no unit of its own (then the amount carries it).
 */
export function parseCell(text: string, options: { readonly unitInCell?: boolean } = {}): CellValue {
  const form = numberForm(text);
  if (BLANK.test(form)) return { kind: "blank" };
  const value = signedNumber(form);
  if (value !== null) return { kind: "amount", value };
  const rate = /^(.*\S) ?([%‰])$/.exec(form);
  if (rate !== null) {
    const share = signedNumber(rate[1]?.trim() ?? "");
    if (share !== null) return { kind: rate[2] === "%" ? "percent" : "permille", value: share };
  }
  if (options.unitInCell === true) {
    const [, number, printedUnit] = WITH_UNIT.exec(form) ?? [];
    const amount = number === undefined ? null : signedNumber(number.trim());
    const unit = printedUnit === undefined ? null : amountUnitOf(printedUnit);
    if (amount !== null && unit !== null) return { kind: "amount", value: amount, unit };
  }
  return { kind: "refuse", reason: refusalOf(form) };
}
