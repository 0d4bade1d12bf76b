/** Promise 1 of the house, counted: every visible glyph of the document ends in exactly one place. */
import type { Block, Coverage, FlowItem, Page } from "../model/index.js";
import { looksLikeAmount, squash } from "../text/index.js";

export interface Placement {
  /** Captions and notes of tables, headings, the table of contents. */
  readonly headings: ReadonlySet<Block>;
}

export function countCoverage(pages: readonly Page[], flow: readonly FlowItem[], placement: Placement): Coverage {
  const coverage: Coverage = { glyphs: 0, cells: 0, narrative: 0, headings: 0, furniture: 0, unplaced: 0 };
  for (const page of pages) coverage.glyphs += page.glyphs.length;
  for (const item of flow) {
    if (item.type === "grid") {
      for (const cell of item.grid.cells) for (const line of cell.lines) coverage.cells += line.glyphs.length;
      continue;
    }
    const count = item.block.lines.reduce((sum, line) => sum + line.glyphs.length, 0);
    coverage[placeOf(item.block, placement)] += count;
  }
  return coverage;
}

function placeOf(block: Block, placement: Placement): "furniture" | "headings" | "unplaced" | "narrative" {
  if (block.kind === "furniture") return "furniture";
  if (placement.headings.has(block)) return "headings";
  return isStrayAmount(block) ? "unplaced" : "narrative";
}

/** A paragraph of nothing but amounts is no paragraph: a table's figures that were not recognised as such. */
export function isStrayAmount(block: Block): boolean {
  const words = block.lines.flatMap((line) => line.text.split(" ")).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => looksLikeAmount(squash(word)));
}
