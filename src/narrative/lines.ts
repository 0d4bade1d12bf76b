import { alongText } from "../layout/reading-direction.js";
import type { Block, FlowItem, Grid } from "../model/index.js";
import { type Run, runOfLine } from "./run.js";

/** One printed line of the running text. */
export interface FlowLine {
  readonly type: "line";
  readonly run: Run;
  /** As laid out, spaces kept. */
  readonly spaced: string;
  readonly block: Block;
  readonly page: number;
  /** First line of its block. */
  readonly first: boolean;
  /** Left and right end and font size, pt; all 0 where nothing is known. */
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

export interface FlowGrid {
  readonly type: "grid";
  readonly grid: Grid;
}

export type FlowPiece = FlowLine | FlowGrid;

/** The flow as lines and grids in reading order. Page furniture and blocks in `skip` are left out. */
export function piecesOf(flow: readonly FlowItem[], skip: ReadonlySet<Block> = new Set()): FlowPiece[] {
  const pieces: FlowPiece[] = [];
  for (const item of flow) {
    if (item.type === "grid") {
      pieces.push({ type: "grid", grid: item.grid });
      continue;
    }
    const { block } = item;
    if (block.kind === "furniture" || skip.has(block)) continue;
    let first = true;
    for (const line of block.lines) {
      const run = runOfLine(line);
      if (run.text === "") continue;
      const [left, , right] = alongText(line.box, line.glyphs);
      pieces.push({
        type: "line",
        run,
        spaced: line.text.trim(),
        block,
        page: line.page,
        first,
        left,
        right,
        size: line.size,
      });
      first = false;
    }
  }
  return pieces;
}
