import { HAN_VARIANTS, PUNCTUATION_VARIANTS, QUOTES } from "./variants.js";

/** Prints nothing: white space, zero-width characters, BOM, soft hyphen, direction marks, variation selectors. */
const BLANK = /[\s\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * The text without any white space (U+00A0, U+3000, thin and zero-width spaces, BOM and soft hyphen included).
 * Other characters stay as printed.
 */
export function squash(text: string): string {
  return text.replace(BLANK, "");
}

const QUOTE_CLASS = new RegExp(`[${QUOTES.replace(/[\]\\^-]/g, "\\$&")}]`, "u");
const APOSTROPHE = /(?<=[A-Za-z])['’＇](?=[A-Za-z])/gu;

/**
 * Quotes alternate “ ”, whatever was printed: documents misdirect them (”三公”) and converters double them ("三公"").
 * A run of one and the same quote is one quote.
 */
function alternateQuotes(text: string): string {
  let out = "";
  let last = "";
  let open = false;
  for (const character of text) {
    if (!QUOTE_CLASS.test(character)) {
      out += character;
      last = "";
      continue;
    }
    if (character === last) continue;
    last = character;
    out += open ? "”" : "“";
    open = !open;
  }
  return out;
}

const mapped = (text: string, table: ReadonlyMap<string, string>): string => {
  let out = "";
  for (const character of text) out += table.get(character) ?? character;
  return out;
};

/**
 * Comparison form of a printed text: NFKC, one form for Han variants, quotes (“”), brackets (()), colons, commas and
 * dashes (a run of dashes is one), no white space. Idempotent. For comparing only: what is printed is kept elsewhere.
 */
export function normalise(text: string): string {
  const folded = mapped(mapped(squash(text), PUNCTUATION_VARIANTS).normalize("NFKC"), HAN_VARIANTS);
  const again = squash(mapped(folded, PUNCTUATION_VARIANTS));
  return alternateQuotes(again.replace(APOSTROPHE, "")).replace(/-{2,}/g, "-");
}

const CJK = /[\p{Script=Han}\u2E80-\u2FDF\u3000-\u303F\u31C0-\u31EF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6“”‘’—…·]/u;

/** True for Han characters and the punctuation set with them: between these a line break means nothing. */
export function isCjk(character: string): boolean {
  return CJK.test(character);
}
