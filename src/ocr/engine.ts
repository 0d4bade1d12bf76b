import type { Gray, PixelBox } from "./bitmap.js";

/** One character as an engine saw it; x0 and x1 in pixels of the picture it was given. */
export interface ReadCharacter {
  readonly text: string;
  /** 0–1. */
  readonly confidence: number;
  readonly x0: number;
  readonly x1: number;
}

/** One line of text, left to right. */
export interface LineReading {
  readonly text: string;
  /** The lowest character's confidence, 0–1; 0 for a line without characters. */
  readonly confidence: number;
  readonly characters: readonly ReadCharacter[];
}

/** What a line is expected to hold: an engine may use it to leave out characters that cannot be. */
export type LineKind = "text" | "number";

/** One OCR engine. Same picture, same result, whatever it read before. Close it when done. */
export interface OcrEngine {
  /** Goes into glyphs' `font` and evidence's `engine`. */
  readonly name: string;
  /** Boxes of the lines of text on a level, upright page; absent when the engine cannot tell. */
  readonly findLines?: (page: Gray) => Promise<readonly PixelBox[]>;
  /** Reads a picture that holds one level line. */
  readonly readLine: (line: Gray, kind: LineKind) => Promise<LineReading>;
  readonly close: () => Promise<void>;
}

/** A line reading from its characters. */
export function lineReading(characters: readonly ReadCharacter[]): LineReading {
  const confidence = characters.length === 0 ? 0 : Math.min(...characters.map((character) => character.confidence));
  return { text: characters.map((character) => character.text).join(""), confidence, characters };
}
