import type { Gray, PixelBox } from "./bitmap.js";

/** One character as an engine saw it; x0 and x1 in pixels of the picture it was given. */
export interface ReadCharacter {
  readonly text: string;
  /** 0–1. */
  readonly confidence: number;
  /** What else it may be, the likeliest first. */
  readonly others: readonly { readonly text: string; readonly confidence: number }[];
  readonly x0: number;
  readonly x1: number;
}

/** One line of text, left to right. */
export type LineReading = readonly ReadCharacter[];

/** What a line is expected to hold: an engine leaves out characters that cannot be in a number. */
export type LineKind = "text" | "number";

/** The characters of numbers: digits, separators, signs, percent. */
export const NUMBER_CHARACTERS = "0123456789,.-%";

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
