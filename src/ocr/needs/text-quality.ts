import { FREQUENT } from "./frequent.js";

/** Digits, and the punctuation that Chinese prose and figures use. */
const USUAL = /[\d,.%‰\-−—–+±×=()<>≥≤:/*、。;?!“”"'‘’·…《》【】〔〕[\]〇○①-⑳~#&¥√☑□■^|_\s]/u;
const HAN = /\p{Script=Han}/u;
/** No character of a readable text: private use, unassigned, control characters, the replacement character. */
const NONE = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;

/** Pages with fewer characters than this (digits and usual punctuation apart) say nothing. */
const FEWEST_LETTERS = 20;
/** Of a readable page's letters at most this part is no character or an odd symbol; the worst readable page has 0.01. */
const MOST_ODD = 0.1;
/** Latin letters may be this part of a page that is not Chinese at all… */
const MOST_LATIN = 0.7;
/** …if their vowels are within this of them: 0.38 in English, 0.19 of random letters. */
const VOWELS = [0.25, 0.55] as const;
/** Fewer Chinese characters than these say nothing about rare, or about frequent ones. */
const FEWEST_FOR_COMMON = 30;
const FEWEST_FOR_FREQUENT = 100;
/** GB 2312's first level holds 0.95 of any readable page's Chinese characters, and 0.18 of random ones. */
const LEAST_COMMON = 0.7;
/** The most frequent characters make 0.26 of any readable page of prose or tables, and less than 0.05 of nonsense. */
const LEAST_FREQUENT = 0.12;

/**
 * Why a page's text is no text that a reader sees on it, in a few words; null when it may well be. Numbers say nothing,
 * and digits torn by spaces are no garbage.
 */
export function garbageReason(text: string): string | null {
  const letters = [...text.normalize("NFKC")].filter((character) => kindOf(character) !== "usual");
  if (letters.length < FEWEST_LETTERS) return null;
  const of = (kind: Kind) => letters.filter((character) => kindOf(character) === kind);
  const [han, latin] = [of("han"), of("latin")];
  const none = of("none").length;
  const odd = letters.length - han.length - latin.length;
  if (none > MOST_ODD * letters.length) return "characters of no known meaning";
  if (odd > MOST_ODD * letters.length) return "symbols where Chinese is printed";
  if (latin.length > MOST_LATIN * letters.length && !hasVowels(latin)) return "letters without words";
  if (han.length >= FEWEST_FOR_COMMON && share(han, (character) => common().has(character)) < LEAST_COMMON) {
    return "rare characters in a row";
  }
  if (han.length >= FEWEST_FOR_FREQUENT && share(han, (character) => FREQUENT.has(character)) < LEAST_FREQUENT) {
    return "Chinese characters without sense";
  }
  return null;
}

type Kind = "usual" | "han" | "latin" | "none" | "odd";
/** A document prints a few thousand characters, each many times. */
const kinds = new Map<string, Kind>();

function kindOf(character: string): Kind {
  let kind = kinds.get(character);
  if (kind === undefined) {
    kind = newKind(character);
    kinds.set(character, kind);
  }
  return kind;
}

function newKind(character: string): Kind {
  if (USUAL.test(character)) return "usual";
  if (HAN.test(character)) return "han";
  if (NONE.test(character)) return "none";
  return /[A-Za-z]/.test(character) ? "latin" : "odd";
}

function hasVowels(latin: readonly string[]): boolean {
  const vowels = share(latin, (letter) => /[aeiou]/i.test(letter));
  return vowels >= VOWELS[0] && vowels <= VOWELS[1];
}

function share(characters: readonly string[], is: (character: string) => boolean): number {
  return characters.filter(is).length / Math.max(1, characters.length);
}

let firstLevel: ReadonlySet<string> | null = null;

/** The 3,755 characters of GB 2312's first level (rows 16–55), decoded once. */
function common(): ReadonlySet<string> {
  if (firstLevel !== null) return firstLevel;
  const decoder = new TextDecoder("gbk");
  const characters = new Set<string>();
  for (let high = 0xb0; high <= 0xd7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) characters.add(decoder.decode(Uint8Array.of(high, low)));
  }
  firstLevel = characters;
  return characters;
}
