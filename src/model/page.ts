/**
 * What the PDF room and the OCR room hand on: a page as glyphs and ruling lines.
 *
 * Every coordinate is in pt (1/72 inch) of the page **as displayed** (CropBox, /Rotate and UserUnit already applied),
 * origin at the top left, y downwards.
 */

/** x0, y0, x1, y1 in pt; origin top left, y downwards; x0 ≤ x1 and y0 ≤ y1. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** One printed character (or ligature). White space is never a glyph: it is implied by position. */
export interface Glyph {
  /** Unicode text, one or more code points. */
  readonly text: string;
  readonly x0: number;
  /** baseline − 0.85 × size for horizontal text, so that the box's middle is the character's optical middle. */
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** y of the baseline (for turned text: of the box's bottom), pt. */
  readonly baseline: number;
  /** Font size in pt as displayed. */
  readonly size: number;
  /** Name of the font, or of the OCR engine. */
  readonly font: string;
  /** Writing direction as displayed, in degrees clockwise: 0 is left to right. */
  readonly angle: number;
  /** 0–1; only from OCR. */
  readonly confidence?: number;
}

/** A ruling line, horizontal (`h`, at = y, from/to = x) or vertical (`v`, at = x, from/to = y). */
export interface Rule {
  readonly axis: "h" | "v";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A raster image painted on the page. */
export interface PageImage {
  readonly box: Box;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Page {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Visible glyphs in paint order. */
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly images: readonly PageImage[];
  /** Glyphs that the file holds but does not show: invisible, clipped away or off the page. Not counted as lost. */
  readonly hiddenGlyphs: number;
  /** Where the glyphs come from. */
  readonly source: "text" | "ocr";
  /** OCR engine, when source is "ocr". */
  readonly engine?: string;
  /** Problems met while reading this page; each becomes a finding. */
  readonly problems: readonly PageProblem[];
}

export interface PageProblem {
  /** pdf.* or ocr.* */
  readonly rule: string;
  readonly message: string;
}
