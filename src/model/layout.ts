/** What the layout room hands on: tables as grids of cells, the rest as blocks, all in reading order. */
import type { Reading } from "./output.js";
import type { Box, Glyph } from "./page.js";

/** Glyphs on one baseline, left to right. */
export interface TextLine {
  readonly page: number;
  readonly box: Box;
  /** Characters in reading order; a single space where the gap is wider than a space. */
  readonly text: string;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
}

/** One cell of a grid, possibly spanning. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly page: number;
  readonly box: Box;
  /** The cell's lines joined: nothing between CJK, a space between Latin words. "" for a blank cell. */
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** Of a scanned cell that was read again: all readings, the first one (its lines) first. */
  readonly readings?: readonly Reading[];
}

/** A table's cells, possibly joined from parts on consecutive pages. */
export interface Grid {
  readonly pageStart: number;
  readonly pageEnd: number;
  readonly rows: number;
  readonly columns: number;
  /** Sorted by row, then column; together they tile the grid. */
  readonly cells: readonly Cell[];
  /** Where each part stands. */
  readonly parts: readonly { readonly page: number; readonly box: Box }[];
  /** How the cells were found. */
  readonly method: "lattice" | "alignment";
  /** Rows (0-based, ascending) that repeat the header on a continuation page; kept in place so that no glyph is lost. */
  readonly repeatedHeaderRows: readonly number[];
  /** From OCR or the text layer. */
  readonly source: "text" | "ocr";
  readonly engine?: string;
}

/** A run of lines that belong together: a paragraph, a heading, a caption, or page furniture. */
export interface Block {
  readonly kind: "paragraph" | "heading" | "furniture";
  /** Page of its first line. */
  readonly page: number;
  readonly lines: readonly TextLine[];
  /** Lines joined: nothing between CJK, a space between Latin words. */
  readonly text: string;
}

export type FlowItem =
  | { readonly type: "block"; readonly block: Block }
  | { readonly type: "grid"; readonly grid: Grid };

/** The whole document in reading order. */
export interface DocumentLayout {
  readonly flow: readonly FlowItem[];
}
