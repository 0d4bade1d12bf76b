/** Levels of a classification code. */
export type CodeLevel = "类" | "款" | "项";

/** 支出功能分类: 2xx, then two digits for the 款 and two for the 项. */
const FUNCTIONAL = /^2\d{2}(\d{2}(\d{2})?)?$/;
/** 部门预算支出经济分类: 301–399 and their 款. */
const ECONOMIC = /^3(0[1-9]|[1-9]\d)(\d{2})?$/;
/** 政府预算支出经济分类: 501–599 and their 款. */
const GOVERNMENT_ECONOMIC = /^5(0[1-9]|[1-9]\d)(\d{2})?$/;

/** True for a 支出功能分类 code by its shape (3, 5 or 7 digits from 2xx). */
export function isFunctionalCode(code: string): boolean {
  return FUNCTIONAL.test(code);
}

/** True for a 部门预算支出经济分类 code by its shape (3 or 5 digits, 301–399). */
export function isEconomicCode(code: string): boolean {
  return ECONOMIC.test(code);
}

/** True for a 政府预算支出经济分类 code by its shape (3 or 5 digits, 501–599). */
export function isGovernmentEconomicCode(code: string): boolean {
  return GOVERNMENT_ECONOMIC.test(code);
}

const isCode = (code: string): boolean =>
  isFunctionalCode(code) || isEconomicCode(code) || isGovernmentEconomicCode(code);

/** 类 for 3 digits, 款 for 5, 项 for 7; null for what has no shape of a code. */
export function codeLevel(code: string): CodeLevel | null {
  if (!isCode(code)) return null;
  return code.length === 3 ? "类" : code.length === 5 ? "款" : "项";
}

/** An amount's separators between digits: such a text is no code. */
const AMOUNT_SEPARATOR = /\d[,.]\s*\d/;

/** All texts that `fragments` can spell when neighbours may share digits, with the digits each fragment keeps. */
function spellings(fragments: readonly string[]): Set<string> {
  let texts = new Set<string>([""]);
  for (const fragment of fragments) {
    const next = new Set<string>();
    for (const text of texts)
      for (let shared = Math.min(text.length, fragment.length); shared >= 0; shared--)
        if (text.endsWith(fragment.slice(0, shared))) {
          const joined = text + fragment.slice(shared);
          if (joined.length <= 7) next.add(joined);
        }
    texts = next;
  }
  return texts;
}

/**
 * One code from the fragments it was printed or read in (cells `208|05|01`, `2101|1103`, `2050)201`, `208|080799 其他…`).
 * Non-digits are dropped and separate; neighbours may repeat digits of each other (SPEC §0.4). The longest legal code
 * wins (7, then 5, then 3 digits): `208|08|` is 20808 and `2080|0801` is 2080801.
 *
 * Null when no legal code results, or several of the same length and `isKnown` does not leave exactly one.
 */
export function joinCodeFragments(
  fragments: readonly string[],
  isKnown: (code: string) => boolean = () => false,
): string | null {
  const texts = fragments.map((fragment) => fragment.normalize("NFKC"));
  if (texts.some((text) => AMOUNT_SEPARATOR.test(text))) return null;
  const digits = texts.flatMap((text) => text.match(/\d+/g) ?? []);
  if (digits.length === 0 || digits.length > 8) return null;
  const codes = [...spellings(digits)].filter(isCode);
  const length = Math.max(0, ...codes.map((code) => code.length));
  const longest = codes.filter((code) => code.length === length);
  const chosen = longest.length > 1 ? longest.filter(isKnown) : longest;
  return chosen.length === 1 ? (chosen[0] ?? null) : null;
}
