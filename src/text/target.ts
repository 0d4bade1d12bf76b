import { signedNumber } from "./number.js";
import type { Comparator, NumberReading } from "./read-number.js";
import { amountUnitOf, isCountUnit } from "./units.js";

/** Words and signs before the figure. The longer ones first. */
const BEFORE: readonly (readonly [string, Comparator])[] = [
  ["大于或等于", ">="],
  ["小于或等于", "<="],
  ["大于等于", ">="],
  ["小于等于", "<="],
  ["不低于", ">="],
  ["不少于", ">="],
  ["不小于", ">="],
  ["不高于", "<="],
  ["不超过", "<="],
  ["不大于", "<="],
  ["不多于", "<="],
  ["至少", ">="],
  ["至多", "<="],
  ["最多", "<="],
  ["超过", ">"],
  ["高于", ">"],
  ["大于", ">"],
  ["多于", ">"],
  ["低于", "<"],
  ["小于", "<"],
  ["少于", "<"],
  ["等于", "="],
  [">=", ">="],
  ["<=", "<="],
  ["≥", ">="],
  ["≧", ">="],
  ["⩾", ">="],
  ["≤", "<="],
  ["≦", "<="],
  ["⩽", "<="],
  [">", ">"],
  ["<", "<"],
  ["=", "="],
];

/** Words behind the figure and its unit. */
const AFTER: readonly (readonly [string, Comparator])[] = [
  ["及以上", ">="],
  ["及以下", "<="],
  ["及以内", "<="],
  ["以上", ">="],
  ["以下", "<="],
  ["以内", "<="],
  ["之内", "<="],
  ["内", "<="],
];

function measure(text: string): { value: string; unit: string | null } | null {
  const [, number, tail] = /^(-?\d[\d.,]*)(.*)$/.exec(text) ?? [];
  const value = number === undefined ? null : signedNumber(number);
  if (value === null || tail === undefined) return null;
  if (tail === "") return { value, unit: null };
  const unit = tail === "%" || tail === "‰" ? tail : (amountUnitOf(tail) ?? (isCountUnit(tail) ? tail : null));
  return unit === null ? null : { value, unit };
}

/** `≥22万人`, `不超过5天`, `60%以上`, `5个工作日内` (in number form) as a target; null when it is none. */
export function readTarget(form: string): NumberReading | null {
  const text = form.replaceAll(" ", "");
  for (const [word, comparator] of BEFORE) {
    if (!text.startsWith(word)) continue;
    const read = measure(text.slice(word.length));
    return read === null ? null : { kind: "target", comparator, ...read };
  }
  for (const [word, comparator] of AFTER) {
    if (!text.endsWith(word)) continue;
    const read = measure(text.slice(0, -word.length));
    return read === null ? null : { kind: "target", comparator, ...read };
  }
  return null;
}
