/** Pages → the whole document in reading order: grids of cells and blocks of text. */
import type { Block, Box, DocumentLayout, FlowItem, Grid, Page, TextLine } from "../model/index.js";
import { continues, joinParts } from "./continuation.js";
import { findFurniture } from "./furniture.js";
import { latticeBox } from "./lattice.js";
import { layoutPage, type PageLayout, ruledPage } from "./page-layout.js";
import { block, goesOn, type TextFrame } from "./paragraphs.js";
import type { GridPart } from "./part.js";
import type { OpenTable } from "./regions.js";
import { uprightPage } from "./upright.js";

/** Lays out the pages of one document, in order. Every glyph comes out in exactly one cell or block. */
export function layoutDocument(pages: readonly Page[]): DocumentLayout {
  const upright = pages.map(uprightPage);
  const ruled = upright.map(({ page }) => ruledPage(page));
  const furniture = findFurniture(
    ruled.map(({ page }) => page),
    ruled.map(({ lattices }) => lattices.map(latticeBox)),
  );
  let open: OpenTable | null = null;
  const layouts: PageLayout[] = [];
  ruled.forEach((page, i) => {
    const layout = layoutPage(page, furniture[i] ?? new Set(), open);
    open = layout.open;
    layouts.push(layout);
  });
  const back = new Map(pages.map((page, i) => [page.number, upright[i]?.back ?? ((box: Box) => box)]));
  const sources = new Map(pages.map((page) => [page.number, page]));
  return { flow: assemble(layouts).map((item) => toDisplay(item, back, sources)) };
}

/** The pages' items in one flow: tables joined over page breaks, paragraphs too. */
function assemble(layouts: readonly PageLayout[]): FlowItem[] {
  const flow: FlowItem[] = [];
  let table: GridPart[] = [];
  let tableAt = -1;
  /** Last block of text and where it stands, while nothing but furniture has followed. */
  let text: { at: number; block: Block; frame: TextFrame } | null = null;
  const closeTable = () => {
    if (table.length > 0) flow[tableAt] = { type: "grid", grid: joinParts(table) };
    table = [];
  };
  for (const layout of layouts) {
    for (const item of layout.items) {
      if (item.type === "part") {
        if (!continues(table, item.part)) {
          closeTable();
          tableAt = flow.length;
          flow.push({ type: "grid", grid: joinParts([item.part]) });
        }
        table.push(item.part);
        text = null;
      } else if (item.block.kind === "furniture") {
        flow.push({ type: "block", block: item.block });
      } else {
        closeTable();
        const newPage = text !== null && text.block.lines.at(-1)?.page !== item.block.page;
        if (text && newPage && goesOn(text.block, item.block, text.frame, layout.frame)) {
          const joined = block([...text.block.lines, ...item.block.lines]);
          flow[text.at] = { type: "block", block: joined };
          text = { at: text.at, block: joined, frame: layout.frame };
        } else {
          text = { at: flow.length, block: item.block, frame: layout.frame };
          flow.push({ type: "block", block: item.block });
        }
      }
    }
  }
  closeTable();
  return flow;
}

/** Boxes back in the frame of the page as displayed; the grid's source from its pages. */
function toDisplay(
  item: FlowItem,
  back: ReadonlyMap<number, (box: Box) => Box>,
  pages: ReadonlyMap<number, Page>,
): FlowItem {
  const map = (page: number, box: Box) => back.get(page)?.(box) ?? box;
  const lines = (all: readonly TextLine[]) => all.map((line) => ({ ...line, box: map(line.page, line.box) }));
  if (item.type === "block") return { type: "block", block: { ...item.block, lines: lines(item.block.lines) } };
  const { grid } = item;
  const scanned = grid.parts.map((part) => pages.get(part.page)).find((page) => page?.source === "ocr");
  const shown: Grid = {
    ...grid,
    cells: grid.cells.map((cell) => ({ ...cell, box: map(cell.page, cell.box), lines: lines(cell.lines) })),
    parts: grid.parts.map((part) => ({ page: part.page, box: map(part.page, part.box) })),
    source: scanned ? "ocr" : "text",
    ...(scanned?.engine ? { engine: scanned.engine } : {}),
  };
  return { type: "grid", grid: shown };
}
