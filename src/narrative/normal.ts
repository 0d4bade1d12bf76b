import { normalise } from "../text/index.js";

/**
 * A text in the form that patterns are written for, with the way back.
 *
 * Half-width brackets, colon, comma, semicolon and digits; every quotation mark is `"`; the full stop stays `。`.
 */
export interface Normal {
  readonly text: string;
  /** For each UTF-16 unit of `text`: the unit of the source that it comes from. Ascending. */
  readonly source: readonly number[];
}

const folded = new Map<string, string>();

/** One character in normal form, by the text room's tables. */
function fold(character: string): string {
  let form = folded.get(character);
  if (form === undefined) {
    form = normalise(character).replace(/[“”]/gu, '"');
    folded.set(character, form);
  }
  return form;
}

/** Normal form of a text without white space. */
export function normalForm(source: string): Normal {
  let text = "";
  const origin: number[] = [];
  let at = 0;
  for (const character of source) {
    const form = character === "\n" ? "\n" : fold(character);
    text += form;
    for (let unit = 0; unit < form.length; unit++) origin.push(at);
    at += character.length;
  }
  return { text, source: origin };
}

/** The source range of the normal range [from, to): end exclusive. */
export function sourceRange(normal: Normal, source: string, from: number, to: number): [from: number, to: number] {
  const first = normal.source[from];
  const last = normal.source[to - 1];
  if (first === undefined || last === undefined) return [0, 0];
  const character = source.codePointAt(last) ?? 0;
  return [first, last + (character > 0xffff ? 2 : 1)];
}
