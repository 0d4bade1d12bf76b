import type { PixelBox } from "../bitmap.js";
import type { PlacedCharacter } from "./place.js";
import type { ReadLine } from "./read.js";

/** Two characters whose ink shares this part of the smaller one's box are one that was read twice. */
const SAME = 0.5;

/** Lines without characters that another line holds too, more surely: boxes of lines may overlap by a character. */
export function readOnce(lines: readonly ReadLine[]): ReadLine[] {
  return lines.flatMap((line, i) => {
    const others = lines.filter((other, k) => k !== i && shared(other.ink.box, line.ink.box) > 0);
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
  return shared(a.ink, b.ink) >= SAME * Math.min(area(a.ink), area(b.ink));
}

function isSurer(a: PlacedCharacter, b: PlacedCharacter, first: boolean): boolean {
  return a.confidence > b.confidence || (a.confidence === b.confidence && first);
}

function area({ x0, y0, x1, y1 }: PixelBox): number {
  return (x1 - x0) * (y1 - y0);
}

function shared(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return Math.max(0, width) * Math.max(0, height);
}
