import type { Gray, PixelBox } from "../bitmap.js";
import { crop } from "../bitmap.js";
import type { LineKind, OcrEngine } from "../engine.js";
import { type Ink, inkIn } from "./ink.js";
import { type PlacedCharacter, placeCharacters } from "./place.js";

/** Paper left around a line's ink, as a share of its height: measured to be best for digits and good for text. */
const PAPER = 0.3;

/** A line's ink and what an engine read there. */
export interface ReadLine {
  readonly ink: Ink;
  readonly characters: readonly PlacedCharacter[];
}

/** Reads the ink inside a box with an engine; null when there is none, or nothing was read. */
export async function readBox(clean: Gray, box: PixelBox, engine: OcrEngine, kind: LineKind): Promise<ReadLine | null> {
  const ink = inkIn(clean, box);
  if (ink === null) return null;
  const around = withPaper(ink.box);
  const picture = crop(clean, around);
  const { characters } = await engine.readLine(picture, kind);
  const [left] = [Math.max(0, Math.floor(around.x0))];
  const placed = placeCharacters(
    clean,
    ink,
    characters.map((character) => ({ ...character, x0: character.x0 + left, x1: character.x1 + left })),
  );
  return placed.length === 0 ? null : { ink, characters: placed };
}

/** A box with paper around it. */
export function withPaper({ x0, y0, x1, y1 }: PixelBox): PixelBox {
  const paper = Math.max(2, PAPER * (y1 - y0));
  return { x0: x0 - paper, y0: y0 - paper, x1: x1 + paper, y1: y1 + paper };
}
