import type { Block, FlowItem, Grid } from "../../model/index.js";
import { normalise, squash } from "../../text/index.js";
import { indicatorColumns, rowsOf } from "./cells.js";
import { TITLE } from "./labels.js";

/** The grids of one performance table with the text around them. */
export interface PerformanceGroup {
  readonly grids: readonly Grid[];
  readonly title: string | null;
  readonly titlePage: number | null;
  /** 单位名称：X 填报日期：Y above the table. */
  readonly furniture: readonly string[];
  readonly notes: readonly string[];
}

/** The title stands at most this many blocks above. */
const MAX_ABOVE = 4;
/** A title, and each of its lines, is short. Characters. */
const MAX_TITLE = 60;
const FURNITURE = /(?:单位|部门)名称:|填报(?:日期|单位|时间)|填表/u;
const NOTE = /^(?:备注|注|说明)[:：]/u;
const MORE_NOTES = /^\d{1,2}[.、．]/u;

/** Whether the grid has the leafs of an indicator table: 一级指标 … 三级指标 with a value and a score. */
function hasIndicators(grid: Grid): boolean {
  return rowsOf([grid]).some((row) => {
    const { level1, level2, name, target, actual, score } = indicatorColumns(row);
    const levels = [level1, level2, name].filter((column) => column !== undefined).length;
    return (
      levels >= 2 && (target !== undefined || actual !== undefined) && (actual !== undefined || score !== undefined)
    );
  });
}

function titleAbove(blocks: readonly Block[]): { title: string; page: number } | null {
  const near = blocks.slice(-MAX_ABOVE);
  const at = near.findLastIndex((block) => {
    const text = normalise(block.text);
    return text.length <= MAX_TITLE && TITLE.test(text);
  });
  const block = near[at];
  if (block === undefined) return null;
  const text = squash(block.text);
  const before = near[at - 1];
  // A title torn over blocks: the year stands in the first.
  if (
    before !== undefined &&
    !/20\d\d/u.test(text) &&
    /^20\d\d年/u.test(normalise(before.text)) &&
    !/[。；：:]$/u.test(before.text)
  )
    return { title: squash(before.text) + text, page: before.page };
  return { title: text, page: block.page };
}

/** What hangs out of a cell that a page break cuts is this short. Characters. */
const MAX_OVERHANG = 12;

/** Text below the first part of a table whose indicators stand on the next page: the rest of a cell, and no new title. */
function isOverhang(block: Block, grids: readonly Grid[], next: FlowItem | undefined): boolean {
  const text = normalise(block.text);
  return (
    text.length <= MAX_OVERHANG &&
    !TITLE.test(text) &&
    next?.type === "grid" &&
    next.grid.pageStart === block.page + 1 &&
    grids.at(-1)?.pageEnd === block.page &&
    !grids.some(hasIndicators) &&
    hasIndicators(next.grid)
  );
}

/** The performance tables of a flow, in order. */
export function findPerformance(flow: readonly FlowItem[]): PerformanceGroup[] {
  const groups: PerformanceGroup[] = [];
  let blocks: Block[] = [];
  let at = 0;
  while (at < flow.length) {
    const item = flow[at];
    if (item === undefined) break;
    if (item.type === "block") {
      if (item.block.kind !== "furniture") blocks.push(item.block);
      at++;
      continue;
    }
    const grids: Grid[] = [];
    for (; at < flow.length; at++) {
      const next = flow[at];
      if (next === undefined) break;
      if (next.type === "block" && next.block.kind !== "furniture" && !isOverhang(next.block, grids, flow[at + 1]))
        break;
      if (next.type === "grid") grids.push(next.grid);
    }
    if (grids.some(hasIndicators)) {
      const title = titleAbove(blocks);
      groups.push({
        grids,
        title: title?.title ?? null,
        titlePage: title?.page ?? null,
        furniture: blocks
          .slice(-MAX_ABOVE)
          .map((block) => block.text)
          .filter((text) => FURNITURE.test(normalise(text))),
        notes: notesFrom(flow, at),
      });
    }
    blocks = [];
  }
  return groups;
}

/** 注：1.… and the numbered lines behind it. */
function notesFrom(flow: readonly FlowItem[], from: number): string[] {
  const notes: string[] = [];
  for (const item of flow.slice(from)) {
    if (item.type === "grid") break;
    if (item.block.kind === "furniture") continue;
    const text = squash(item.block.text);
    if (notes.length === 0 ? !NOTE.test(text) : !MORE_NOTES.test(text)) break;
    notes.push(text.replace(NOTE, ""));
  }
  return notes;
}
