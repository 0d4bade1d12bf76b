/** Promise 1 of the house, counted: every visible glyph of the document ends in exactly one place. */
import type { Block, Coverage, FlowItem, Page } from "../model/index.js";
import { looksLikeAmount, parseCell, squash } from "../text/index.js";

export interface Placement {
  /** Captions and notes of tables, headings, the table of contents. */
  readonly headings: ReadonlySet<Block>;
}

export function countCoverage(pages: readonly Page[], flow: readonly FlowItem[], placement: Placement): Coverage {
  const stray = strayAmounts(flow);
  const coverage: Coverage = { glyphs: 0, cells: 0, narrative: 0, headings: 0, furniture: 0, unplaced: 0 };
  for (const page of pages) coverage.glyphs += page.glyphs.length;
  for (const item of flow) {
    if (item.type === "grid") {
      for (const cell of item.grid.cells) for (const line of cell.lines) coverage.cells += line.glyphs.length;
      continue;
    }
    const count = item.block.lines.reduce((sum, line) => sum + line.glyphs.length, 0);
    coverage[placeOf(item.block, placement, stray)] += count;
  }
  return coverage;
}

function placeOf(
  block: Block,
  placement: Placement,
  stray: ReadonlySet<Block>,
): "furniture" | "headings" | "unplaced" | "narrative" {
  if (block.kind === "furniture") return "furniture";
  if (placement.headings.has(block)) return "headings";
  return stray.has(block) ? "unplaced" : "narrative";
}

/** A paragraph of nothing but amounts is no paragraph: a table's figures that were not recognised as such. */
export function isStrayAmount(block: Block): boolean {
  const words = block.lines.flatMap((line) => line.text.split(" ")).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => looksLikeAmount(word) && parseCell(word).kind === "amount");
}

const FIGURE = /^图[\d一二三四五六七八九十]/u;

/** Stray amounts of the flow. The labels of a captioned chart (图 1：…) on the same page are the chart's. */
export function strayAmounts(flow: readonly FlowItem[]): Set<Block> {
  const blocks = flow.flatMap((item) => (item.type === "block" && item.block.kind !== "furniture" ? [item.block] : []));
  const figures = new Set(blocks.filter((block) => FIGURE.test(squash(block.text))).map((block) => block.page));
  return new Set(blocks.filter((block) => !figures.has(block.page) && isStrayAmount(block)));
}
