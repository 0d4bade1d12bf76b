import { HAN_VARIANTS, PUNCTUATION_VARIANTS, QUOTES } from "./variants.js";

/** Prints nothing: white space, zero-width characters, BOM, soft hyphen, direction marks, variation selectors. */
const BLANK = /[\s\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * The text without any white space (U+00A0, U+3000, thin and zero-width spaces, BOM and soft hyphen included).
 * Other characters stay as printed.
 */
export function squash(text: string): string {
  return isDense(text) ? text : text.replace(BLANK, "");
}

/** Nothing but printing ASCII and hanzi with their punctuation, as nearly every text is: faster to see than to search. */
export function isDense(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || (code >= 0x7f && code <= 0x3000) || code >= 0xd800 || code === HANGUL_FILLER) return false;
  }
  return true;
}

const HANGUL_FILLER = 0x3164;

const classOf = (characters: Iterable<string>): string => `[${[...characters].join("").replace(/[\]\\^-]/g, "\\$&")}]`;
const QUOTE_CLASS = new RegExp(classOf(QUOTES), "u");
const APOSTROPHE = /(?<=[A-Za-z])['’＇](?=[A-Za-z])/gu;

/**
 * Quotes alternate “ ”, whatever was printed: documents misdirect them (”三公”) and converters double them ("三公"").
 * A run of one and the same quote is one quote.
 */
function alternateQuotes(text: string): string {
  if (!QUOTE_CLASS.test(text)) return text;
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

/** Replaces by a table; most texts hold nothing to replace, and the expression sees that faster than a look at each character. */
const replacer = (table: ReadonlyMap<string, string>): ((text: string) => string) => {
  const keys = new RegExp(classOf(table.keys()), "gu");
  return (text) => text.replace(keys, (character) => table.get(character) ?? character);
};
const onePunctuation = replacer(PUNCTUATION_VARIANTS);
const oneHan = replacer(HAN_VARIANTS);

/**
 * Comparison form of a printed text: NFKC, one form for Han variants, quotes (“”), brackets (()), colons, commas and
 * dashes (a run of dashes is one), no white space. Idempotent. For comparing only: what is printed is kept elsewhere.
 */
export function normalise(text: string): string {
  let form = known.get(text);
  if (form !== undefined) return form;
  const folded = oneHan(onePunctuation(squash(text)).normalize("NFKC"));
  const again = squash(onePunctuation(folded));
  form = alternateQuotes(again.replace(APOSTROPHE, "")).replace(/-{2,}/g, "-");
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= LONGEST_KNOWN) known.set(text, form);
  return form;
}

/** Labels and headers are compared again and again: their forms are kept, up to a number and a length (some MB at most). */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 100;

const CJK = /[\p{Script=Han}\u2E80-\u2FDF\u3000-\u303F\u31C0-\u31EF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6“”‘’—…·]/u;

/** True for Han characters and the punctuation set with them: between these a line break means nothing. */
export function isCjk(character: string): boolean {
  return CJK.test(character);
}

/** CJK Radicals Supplement, Kangxi Radicals, CJK Compatibility Ideographs. */
const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]/u;

/**
 * Radicals and compatibility ideographs as the characters that are printed: fonts that share one glyph for 一 and ⼀ make
 * PDFs say the latter. Anything else is left alone.
 */
export function unifyHan(text: string): string {
  if (!LOOKALIKE.test(text)) return text;
  return [...text].map((ch) => (LOOKALIKE.test(ch) ? (HAN_VARIANTS.get(ch) ?? ch.normalize("NFKC")) : ch)).join("");
}
