import type { Block, Grid } from "../model/index.js";
import type { Run } from "./run.js";

/** A logical paragraph: lines joined over blocks and pages, headings cut off. */
export interface Para {
  readonly run: Run;
  readonly page: number;
}

/** A section of the narrative while it is being read. */
export interface Node {
  id: string;
  readonly heading: string | null;
  readonly level: number;
  readonly page: number;
  readonly children: Node[];
  /** Own paragraphs and tables in reading order, those of the children not included. */
  readonly paragraphs: Para[];
  readonly grids: Grid[];
}

/** The narrative as a tree, with what became of every block. */
export interface Tree {
  /** Parts and sections in reading order. */
  readonly roots: Node[];
  /** Text before the first section, cover and table of contents left out. */
  readonly preface: Para[];
  readonly headingBlocks: ReadonlySet<Block>;
}

/** All nodes, a section before its sub-sections. */
export function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.children);
  }
}
