/** Pages → the whole document in reading order: grids of cells and blocks of text. */
import type { Block, Box, DocumentLayout, FlowItem, Grid, Page, TextLine } from "../model/index.js";
import { squash } from "../text/index.js";
import { continues, joinParts, repeatsHeader } from "./continuation.js";
import { findFurniture } from "./furniture.js";
import { latticeBox } from "./lattice.js";
import { layoutPage, type PageLayout, ruledPage } from "./page-layout.js";
import { block, goesOn, type TextFrame } from "./paragraphs.js";
import type { GridPart } from "./part.js";
import type { OpenTable } from "./regions.js";
import { type UprightPage, uprightPage } from "./upright.js";

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
  const frames = new Map(upright.filter(({ page }, i) => page !== pages[i]).map((one) => [one.page.number, one]));
  const sources = new Map(pages.map((page) => [page.number, page]));
  return { flow: assemble(layouts).map((item) => toDisplay(item, frames, sources)) };
}

/** Lines above a table that a continuation page may print again: title, unit, entity. */
const CAPTION_LINES = 6;

/** The pages' items in one flow: tables joined over page breaks, paragraphs too. */
function assemble(layouts: readonly PageLayout[]): FlowItem[] {
  const flow: FlowItem[] = [];
  let table: GridPart[] = [];
  let tableAt = -1;
  /** What stood above the open table. */
  let caption: readonly string[] = [];
  /** Blocks below the open table that print its caption again: furniture, if the table goes on under them. */
  let again: { block: Block; frame: TextFrame }[] = [];
  /** Last block of text and where it stands, while nothing but furniture has followed. */
  let text: { at: number; block: Block; frame: TextFrame } | null = null;
  const closeTable = () => {
    if (table.length > 0) flow[tableAt] = { type: "grid", grid: joinParts(table) };
    table = [];
    const blocks = again;
    again = [];
    for (const { block, frame } of blocks) addText(block, frame);
  };
  const addText = (next: Block, frame: TextFrame) => {
    const newPage = text !== null && text.block.lines.at(-1)?.page !== next.page;
    if (text && newPage && goesOn(text.block, next, text.frame, frame)) {
      const joined = block([...text.block.lines, ...next.lines]);
      flow[text.at] = { type: "block", block: joined };
      text = { at: text.at, block: joined, frame };
    } else {
      text = { at: flow.length, block: next, frame };
      flow.push({ type: "block", block: next });
    }
  };
  const addPart = (part: GridPart) => {
    const goesOn = continues(table, part) && (again.length === 0 || repeatsHeader(table, part));
    if (goesOn) {
      for (const { block } of again) flow.push({ type: "block", block: { ...block, kind: "furniture" } });
      again = [];
    } else {
      closeTable();
      caption = textsAbove(flow, part.page);
      tableAt = flow.length;
      flow.push({ type: "grid", grid: joinParts([part]) });
    }
    table.push(part);
    text = null;
  };
  for (const layout of layouts) {
    for (const item of layout.items) {
      if (item.type === "part") addPart(item.part);
      else if (item.block.kind === "furniture") flow.push({ type: "block", block: item.block });
      else if (item.block.page === (table.at(-1)?.page ?? 0) + 1 && repeats(item.block, caption))
        again.push({ block: item.block, frame: layout.frame });
      else {
        closeTable();
        addText(item.block, layout.frame);
      }
    }
  }
  closeTable();
  return flow;
}

/** Whether every line of the block is one of the caption's. */
function repeats(block: Block, caption: readonly string[]): boolean {
  return block.lines.every((line) => caption.includes(squash(line.text)));
}

/** The last lines of the flow, on the page on which a table begins. */
function textsAbove(flow: readonly FlowItem[], page: number): string[] {
  const texts: string[] = [];
  for (let i = flow.length - 1; i >= 0 && texts.length < CAPTION_LINES; i--) {
    const item = flow[i];
    if (item?.type !== "block" || item.block.page !== page) break;
    if (item.block.kind !== "furniture") texts.unshift(...item.block.lines.map((line) => squash(line.text)));
  }
  return texts.slice(-CAPTION_LINES);
}

/** Boxes and glyphs back in the frame of the page as displayed; the grid's source from its pages. */
function toDisplay(
  item: FlowItem,
  frames: ReadonlyMap<number, UprightPage>,
  pages: ReadonlyMap<number, Page>,
): FlowItem {
  const map = (page: number, box: Box) => frames.get(page)?.back(box) ?? box;
  const lines = (all: readonly TextLine[]) =>
    all.map((line) => {
      const frame = frames.get(line.page);
      return frame ? { ...line, box: frame.back(line.box), glyphs: line.glyphs.map(frame.original) } : line;
    });
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
