import { crop, type Gray, type PixelBox } from "../bitmap.js";
import type { LineKind, OcrEngine, ReadCharacter } from "../engine.js";
import type { Ink } from "./ink.js";
import { wellFormed } from "./number-form.js";
import { type PlacedCharacter, placeCharacters } from "./place.js";

/** Paper left around a line's ink, as a share of its height: measured to be best for digits and good for text. */
const PAPER = 0.3;

/** A line's ink and what an engine read there. */
export interface ReadLine {
  readonly ink: Ink;
  readonly characters: readonly PlacedCharacter[];
}

/** Reads a line's ink with an engine; null when nothing was read. */
export async function readInk(clean: Gray, ink: Ink, engine: OcrEngine, kind: LineKind): Promise<ReadLine | null> {
  const around = withPaper(ink.box);
  const left = Math.max(0, Math.floor(around.x0));
  const read = wellFormed(await engine.readLine(crop(clean, around), kind));
  const characters = placeCharacters(
    clean,
    ink,
    read.map((character) => moved(character, left)),
  );
  return characters.length === 0 ? null : { ink, characters };
}

function moved(character: ReadCharacter, by: number): ReadCharacter {
  return { ...character, x0: character.x0 + by, x1: character.x1 + by };
}

/** A box with paper around it. */
export function withPaper({ x0, y0, x1, y1 }: PixelBox): PixelBox {
  const paper = Math.max(2, PAPER * (y1 - y0));
  return { x0: x0 - paper, y0: y0 - paper, x1: x1 + paper, y1: y1 + paper };
}
