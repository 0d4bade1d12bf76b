/** One page → table parts and text blocks, top to bottom. */
import type { Block, Box, Glyph, Page, TextLine } from "../model/index.js";
import { alignedPart } from "./alignment.js";
import { assignGlyphs } from "./assign.js";
import { columnEdges } from "./columns.js";
import { findLattices, type Lattice, latticeBox } from "./lattice.js";
import { toLines } from "./lines.js";
import { returnOverhang } from "./overhang.js";
import { furnitureBlock, type TextFrame, textFrame, toBlocks } from "./paragraphs.js";
import { type GridPart, partBox, partCell } from "./part.js";
import { findRegions, type OpenTable } from "./regions.js";
import { mergeRules, type Rulings } from "./rulings.js";
import { splitTallRows } from "./split-rows.js";
import { toStrips } from "./strips.js";

export interface RuledPage {
  readonly page: Page;
  readonly rulings: Rulings;
  readonly lattices: readonly Lattice[];
}

export type PageItem = { readonly y: number } & (
  | { readonly type: "block"; readonly block: Block }
  | { readonly type: "part"; readonly part: GridPart }
);

export interface PageLayout {
  readonly items: readonly PageItem[];
  readonly frame: TextFrame;
  /** A table without vertical rules that may go on over the page's end. */
  readonly open: OpenTable | null;
}

export function ruledPage(page: Page): RuledPage {
  const rulings = mergeRules(page.rules);
  const lattices = findLattices(rulings).filter((lattice) => !isDrawnLetter(lattice, page.glyphs));
  return { page, rulings, lattices };
}

/** A table is wider or higher than this, pt: smaller lattices without text of their own are check boxes and letters drawn as paths (目, 田). */
const SMALLEST_TABLE = 30;
/** What is printed in a cell is at most this share of the table's height; a letter drawn over its own glyph is as high as that. */
const OF_TABLE = 0.6;

function isDrawnLetter(lattice: Lattice, glyphs: readonly Glyph[]): boolean {
  const box = latticeBox(lattice);
  const extent = Math.max(box[2] - box[0], box[3] - box[1]);
  if (extent >= SMALLEST_TABLE) return false;
  return !glyphs.some((glyph) => {
    const inside = insideBox(box, (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2);
    return inside && glyph.y1 - glyph.y0 <= OF_TABLE * extent;
  });
}

export function layoutPage(ruled: RuledPage, furniture: ReadonlySet<Glyph>, open: OpenTable | null): PageLayout {
  const { page } = ruled;
  const body = page.glyphs.filter((glyph) => !furniture.has(glyph));
  const assigned = assignGlyphs(body, ruled.lattices, page.number);
  const parts: GridPart[] = [];
  ruled.lattices.forEach((lattice, i) => {
    const cells = assigned.cells[i] ?? [];
    returnOverhang(lattice, cells, page.number);
    // A lattice without a single character is a drawing, and holds nothing that could be lost.
    if (cells.some((glyphs) => glyphs.length > 0)) parts.push(latticePart(lattice, cells, page.number));
  });
  const aligned = alignedParts(ruled, assigned.outside, open);
  parts.push(...aligned.parts);
  const lines = toLines(aligned.rest, page.number);
  const frame = textFrame(lines, page.width);
  const items: PageItem[] = [
    ...parts.map((part): PageItem => ({ type: "part", y: part.ys[0] ?? 0, part })),
    ...textItems(lines, parts.map(partBox), frame),
    ...toLines([...furniture], page.number).map(
      (line): PageItem => ({ type: "block", y: line.box[1], block: furnitureBlock(line) }),
    ),
  ];
  items.sort((a, b) => a.y - b.y);
  return { items, frame, open: aligned.open };
}

function latticePart(lattice: Lattice, glyphs: readonly Glyph[][], page: number): GridPart {
  const split = splitTallRows(lattice, glyphs, page);
  return {
    page,
    method: "lattice",
    xs: split.lattice.xs,
    ys: split.lattice.ys,
    cells: split.lattice.cells.map((cell, i) => partCell(cell, split.glyphs[i] ?? [], page)),
    open: false,
    continues: false,
  };
}

function alignedParts(
  ruled: RuledPage,
  glyphs: readonly Glyph[],
  before: OpenTable | null,
): { parts: GridPart[]; rest: Glyph[]; open: OpenTable | null } {
  const { page } = ruled;
  const boxes = ruled.lattices.map(latticeBox);
  const rules = ruled.rulings.h.filter(
    (rule) => !boxes.some((box) => insideBox(box, (rule.from + rule.to) / 2, rule.at)),
  );
  const strips = toStrips(glyphs, page.number);
  const regions = findRegions({ page: page.number, width: page.width, height: page.height, strips, rules }, before);
  const parts: GridPart[] = [];
  const placed = new Set<Glyph>();
  let open: OpenTable | null = null;
  for (const region of regions) {
    const found = alignedPart(region);
    if (!found) continue;
    parts.push(found.part);
    for (const { lines } of found.part.cells)
      for (const line of lines) for (const glyph of line.glyphs) placed.add(glyph);
    if (region.open) {
      const edges = columnEdges(found.columns, region.left, region.right);
      open = { columns: found.columns, edges, left: region.left, right: region.right };
    }
  }
  return { parts, rest: glyphs.filter((glyph) => !placed.has(glyph)), open };
}

/** Rules on a lattice's border belong to it, pt. */
const BORDER = 3;

function insideBox(box: Box, x: number, y: number): boolean {
  return x >= box[0] - BORDER && x <= box[2] + BORDER && y >= box[1] - BORDER && y <= box[3] + BORDER;
}

/** Blocks of the lines, none reaching over a table. */
function textItems(lines: readonly TextLine[], tables: readonly Box[], frame: TextFrame): PageItem[] {
  const runs: TextLine[][] = [[]];
  const sorted = [...lines].sort((a, b) => a.box[1] - b.box[1]);
  sorted.forEach((line, i) => {
    const last = sorted[i - 1];
    const parted = last && tables.some((box) => box[1] >= last.box[1] - 1 && box[1] <= line.box[3]);
    if (parted) runs.push([]);
    runs.at(-1)?.push(line);
  });
  return runs.flatMap((run) =>
    toBlocks(run, frame).map((block): PageItem => ({ type: "block", y: block.lines[0]?.box[1] ?? 0, block })),
  );
}
