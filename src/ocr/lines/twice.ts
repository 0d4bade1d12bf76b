import { areaOf, sharedArea } from "../bitmap.js";
import type { PlacedCharacter } from "./place.js";
import type { ReadLine } from "./read.js";

/** Two characters whose ink shares this part of the smaller one's box are one that was read twice. */
const SAME = 0.5;

/** Lines without characters that another line holds too, more surely: boxes of lines may overlap by a character. */
export function readOnce(lines: readonly ReadLine[]): ReadLine[] {
  return lines.flatMap((line, i) => {
    const others = lines.filter((other, k) => k !== i && sharedArea(other.ink.box, line.ink.box) > 0);
    if (others.length === 0) return line;
    const characters = line.characters.filter(
      (character) =>
        !others.some((other) =>
          other.characters.some(
            (twin) => isSame(twin, character) && isSurer(twin, character, lines.indexOf(other) < i),
          ),
        ),
    );
    return characters.length === 0 ? [] : { ...line, characters };
  });
}

function isSame(a: PlacedCharacter, b: PlacedCharacter): boolean {
  return sharedArea(a.ink, b.ink) >= SAME * Math.min(areaOf(a.ink), areaOf(b.ink));
}

function isSurer(a: PlacedCharacter, b: PlacedCharacter, first: boolean): boolean {
  return a.confidence > b.confidence || (a.confidence === b.confidence && first);
}
