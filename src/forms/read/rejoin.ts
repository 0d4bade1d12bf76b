/**
 * A table that goes on over the page under a title of its own (收入决算表 again, or 收入决算表（续）, or its unit line alone with
 * the header repeated): the layout room sees text between the parts, only who knows titles can tell that it is the same table.
 */
import type { Block, Cell, FlowItem, Grid } from "../../model/index.js";
import { squash } from "../../text/index.js";
import { readFurnitureLine } from "./caption.js";
import { joinHalves } from "./halves.js";
import { isTitleLike, titleForm } from "./title.js";

/** Tables of one width end within this of each other, pt. */
const SAME_EXTENT = 8;

/** The flow with such parts and the halves of wide tables joined; the titles and unit lines between them become page furniture. */
export function rejoinTables(flow: readonly FlowItem[]): FlowItem[] {
  const joined: FlowItem[] = [];
  let last = -1;
  /** Blocks since the last table, and the title over that table. */
  let between: Block[] = [];
  let title: string | null = null;
  const { flow: whole, sheets } = joinHalves(flow);
  for (const item of whole) {
    if (item.type === "block") {
      joined.push(item);
      if (item.block.kind !== "furniture") between.push(item.block);
      continue;
    }
    const before = joined[last];
    const own = titleOver(between);
    const ofSheets = before?.type === "grid" && sheets.has(before.grid) && sheets.has(item.grid);
    if (before?.type === "grid" && goesOn(before.grid, item.grid, between, title, own, ofSheets)) {
      const grid = join(before.grid, item.grid);
      joined[last] = { type: "grid", grid };
      if (ofSheets) sheets.add(grid);
      for (let at = last + 1; at < joined.length; at++) {
        const repeated = joined[at];
        if (repeated?.type === "block") joined[at] = { type: "block", block: { ...repeated.block, kind: "furniture" } };
      }
    } else {
      last = joined.length;
      joined.push(item);
      title = own;
    }
    between = [];
  }
  return joined;
}

function titleOver(blocks: readonly Block[]): string | null {
  const block = blocks.findLast((b) => isTitleLike(squash(b.text)) && !readFurnitureLine(b.lines)?.formCode);
  return block ? titleForm(squash(block.text)) : null;
}

/** @param ofSheets both were cut into halves, and printed over, then down: no part of one touches a part of the other */
function goesOn(
  table: Grid,
  next: Grid,
  between: readonly Block[],
  title: string | null,
  own: string | null,
  ofSheets: boolean,
): boolean {
  if (next.pageStart !== table.pageEnd + 1 || table.columns !== next.columns || table.method !== next.method)
    return false;
  if (ofSheets && own === null && between.every(isCaption)) return sameWidth(table.parts[0], next.parts[0]);
  if (between.length === 0 || !between.every(isCaption) || !sameExtent(table, next)) return false;
  if (own !== null) return own === title && sameEntity(between);
  return repeatedRows(table, next) > 0;
}

function isCaption(block: Block): boolean {
  const text = squash(block.text);
  return isTitleLike(text) || /^[(（]?续表?[)）]?$/u.test(text) || readFurnitureLine(block.lines) !== null;
}

/** A line that names an entity opens a new set of forms: only the first page of a table prints it as a rule. */
function sameEntity(between: readonly Block[]): boolean {
  return (
    between.every((block) => !readFurnitureLine(block.lines)?.entity) || between.some((block) => /续/.test(block.text))
  );
}

const sameExtent = (table: Grid, next: Grid): boolean => sameWidth(table.parts.at(-1), next.parts[0]);

function sameWidth(a: Grid["parts"][number] | undefined, b: Grid["parts"][number] | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a.box[2] - a.box[0] - (b.box[2] - b.box[0])) <= SAME_EXTENT;
}

function join(table: Grid, next: Grid): Grid {
  const offset = table.rows;
  const repeated = repeatedRows(table, next);
  return {
    ...table,
    pageEnd: next.pageEnd,
    rows: offset + next.rows,
    cells: [...table.cells, ...next.cells.map((cell): Cell => ({ ...cell, row: cell.row + offset }))],
    parts: [...table.parts, ...next.parts],
    repeatedHeaderRows: [
      ...table.repeatedHeaderRows,
      ...Array.from({ length: repeated }, (_, row) => row + offset),
      ...next.repeatedHeaderRows.map((row) => row + offset),
    ],
  };
}

/** Leading rows that print the same in both parts. */
function repeatedRows(table: Grid, next: Grid): number {
  const first = rowKeys(table);
  const again = rowKeys(next);
  let count = 0;
  while (count < first.length && count < again.length && first[count] === again[count]) count++;
  return again.slice(0, count).some((key) => /[^\d:|]/.test(key)) ? count : 0;
}

function rowKeys(grid: Grid): string[] {
  const keys = new Array<string>(grid.rows).fill("");
  for (const cell of grid.cells) keys[cell.row] += `${cell.column}:${squash(cell.text)}|`;
  return keys;
}
