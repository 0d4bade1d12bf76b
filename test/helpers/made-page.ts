/** Pages for layout tests, laid glyph by glyph: hanzi are one em wide, everything else half an em. */
import type { Box, DocumentLayout, FlowItem, Glyph, Grid, Page, Rule } from "../../src/model/index.js";

/** A4 upright, pt. */
export const WIDTH = 595;
export const HEIGHT = 842;

const NARROW = /^[\u0020-\u007e]$/;

export class MadePage {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly number: number;
  readonly width: number;
  readonly height: number;

  constructor(number = 1, width = WIDTH, height = HEIGHT) {
    this.number = number;
    this.width = width;
    this.height = height;
  }

  /** Text from x on, its baseline at y. Spaces move on and print nothing. */
  text(x: number, y: number, text: string, size = 10): this {
    let at = x;
    for (const character of text) {
      const width = NARROW.test(character) ? size / 2 : size;
      if (character !== " " && character !== "\u3000") this.glyph(character, at, y, width, size);
      at += width;
    }
    return this;
  }

  /** Text that ends at x. */
  right(x: number, y: number, text: string, size = 10): this {
    return this.text(x - widthOf(text, size), y, text, size);
  }

  centred(x: number, y: number, text: string, size = 10): this {
    return this.text(x - widthOf(text, size) / 2, y, text, size);
  }

  glyph(text: string, x: number, y: number, width: number, size: number): this {
    this.glyphs.push({
      text,
      x0: x,
      x1: x + width,
      y0: y - 0.85 * size,
      y1: y + 0.15 * size,
      baseline: y,
      size,
      font: "Made",
      angle: 0,
    });
    return this;
  }

  h(at: number, from: number, to: number): this {
    this.rules.push({ axis: "h", at, from, to });
    return this;
  }

  v(at: number, from: number, to: number): this {
    this.rules.push({ axis: "v", at, from, to });
    return this;
  }

  /** All rules of a table with these edges. */
  lattice(xs: readonly number[], ys: readonly number[]): this {
    for (const y of ys) this.h(y, xs[0] ?? 0, xs.at(-1) ?? 0);
    for (const x of xs) this.v(x, ys[0] ?? 0, ys.at(-1) ?? 0);
    return this;
  }

  /** A ruled table with a text in every cell, at its left edge; rows of `rows` are `pitch` high. */
  table(xs: readonly number[], top: number, rows: readonly (readonly string[])[], pitch = 20, size = 10): this {
    this.lattice(
      xs,
      Array.from({ length: rows.length + 1 }, (_, i) => top + i * pitch),
    );
    rows.forEach((row, r) => {
      row.forEach((text, c) => {
        this.text((xs[c] ?? 0) + 3, top + (r + 0.5) * pitch + 0.35 * size, text, size);
      });
    });
    return this;
  }

  build(changes: Partial<Page> = {}): Page {
    return {
      number: this.number,
      width: this.width,
      height: this.height,
      glyphs: this.glyphs,
      rules: this.rules,
      images: [],
      hiddenGlyphs: 0,
      source: "text",
      problems: [],
      ...changes,
    };
  }
}

export function widthOf(text: string, size = 10): number {
  return [...text].reduce((sum, character) => sum + (NARROW.test(character) ? size / 2 : size), 0);
}

export function gridsOf({ flow }: DocumentLayout): Grid[] {
  return flow.flatMap((item) => (item.type === "grid" ? [item.grid] : []));
}

/** The flow as a reader sees it: a table as its rows, a block as its kind and text. */
export function told({ flow }: DocumentLayout): (string | string[][])[] {
  return flow.map((item) => (item.type === "grid" ? rowsOf(item.grid) : `${item.block.kind}: ${item.block.text}`));
}

/** Texts of the cells that begin in each row. */
export function rowsOf(grid: Grid): string[][] {
  const rows: string[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell.text);
  return rows;
}

/** Row, column, rowSpan, columnSpan and text of each cell. */
export function cellsOf(grid: Grid): [number, number, number, number, string][] {
  return grid.cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text]);
}

/** Every glyph that came out, once for each place that it came out in. */
export function glyphsOf(flow: readonly FlowItem[]): Glyph[] {
  return flow.flatMap((item) =>
    item.type === "grid"
      ? item.grid.cells.flatMap((cell) => cell.lines.flatMap((line) => line.glyphs))
      : item.block.lines.flatMap((line) => line.glyphs),
  );
}

/** The page with its content turned clockwise about it, as a scan or a landscape table lies: 90, 180 or 270 degrees. */
export function turned(page: Page, angle: 90 | 180 | 270): Page {
  const { width: w, height: h } = page;
  const map = (box: Box): Box => turnedBox(box, page, angle);
  const swap = angle !== 180;
  return {
    ...page,
    width: swap ? h : w,
    height: swap ? w : h,
    glyphs: page.glyphs.map((glyph) => {
      const [x0, y0, x1, y1] = map([glyph.x0, glyph.y0, glyph.x1, glyph.y1]);
      return { ...glyph, x0, y0, x1, y1, baseline: y1, angle: (glyph.angle + angle) % 360 };
    }),
    rules: page.rules.map((rule): Rule => {
      const [x0, y0, x1, y1] = map(
        rule.axis === "h" ? [rule.from, rule.at, rule.to, rule.at] : [rule.at, rule.from, rule.at, rule.to],
      );
      const across = swap ? rule.axis === "v" : rule.axis === "h";
      return across ? { axis: "h", at: y0, from: x0, to: x1 } : { axis: "v", at: x0, from: y0, to: y1 };
    }),
  };
}

/** Where a box of the page lies once the page is turned (see `turned`). */
export function turnedBox([x0, y0, x1, y1]: Box, { width: w, height: h }: Page, angle: 90 | 180 | 270): Box {
  if (angle === 90) return [h - y1, x0, h - y0, x1];
  if (angle === 180) return [w - x1, h - y1, w - x0, h - y0];
  return [y0, w - x1, y1, w - x0];
}
