import type { ReadCharacter } from "../engine.js";

/** What a line of a money column may look like: groups of three or none, and decimals (GB/T 15835 4.1: thousands by commas). */
const WELL_FORMED = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,6})?%?$/;
/** Only characters of numbers, in either width. */
const NUMBER_LIKE = /^[-−－\d０-９,，.．%％]+$/u;
/** An alternative less likely than this is not taken. */
const LEAST = 0.05;

/**
 * A line of a number's characters that is no well-formed number, with separators taken the other way where the engine
 * thought that possible, if that makes it well-formed: "120.472,508.62" is 120,472,508.62. Digits are never changed.
 */
export function wellFormed(characters: readonly ReadCharacter[]): readonly ReadCharacter[] {
  const text = characters.map((character) => character.text).join("");
  if (text.length < 5 || !NUMBER_LIKE.test(text) || isWellFormedNumber(text)) return characters;
  const other = characters.map((character, i) => {
    const own = character.text.normalize("NFKC");
    if (own !== "," && own !== ".") return character;
    // A point where three digits and another separator follow is a comma; a comma before the last one or two digits a point.
    const rest = characters.slice(i + 1).map((next) => next.text.normalize("NFKC"));
    const wanted = rest.some((next) => next === "," || next === ".") ? "," : rest.length === 3 ? own : ".";
    if (wanted === own) return character;
    const found = character.others.find(({ text: form }) => form.normalize("NFKC") === wanted);
    return found !== undefined && found.confidence >= LEAST
      ? { ...character, text: found.text, confidence: found.confidence }
      : character;
  });
  return isWellFormedNumber(other.map((character) => character.text).join("")) ? other : characters;
}

/** Whether a text is a number as money columns print it. */
export function isWellFormedNumber(text: string): boolean {
  return WELL_FORMED.test(text.normalize("NFKC").replace(/[−－]/gu, "-"));
}
