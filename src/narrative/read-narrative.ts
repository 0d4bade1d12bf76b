import type { Block, DocumentIdentity, FlowItem, Paragraph, Section, TocEntry } from "../model/index.js";
import { buildTree } from "./build-tree.js";
import { entityKey } from "./headings/key.js";
import { readIdentity } from "./identity.js";
import { type FlowPiece, piecesOf } from "./lines.js";
import { boxOn } from "./run.js";
import { sectionOf } from "./section.js";
import { findToc } from "./toc.js";
import type { Para } from "./tree.js";

/** What is known of the document before its narrative is read; what is left out is read from its cover. */
export interface NarrativeContext {
  readonly fiscalYear?: number | null;
  readonly entity?: string | null;
  readonly kind?: DocumentIdentity["kind"];
  /** Blocks that are told elsewhere: titles, furniture and notes of tables. */
  readonly skip?: ReadonlySet<Block>;
}

/** The narrative of a document. Every block of the flow but furniture and `skip` is in exactly one of its parts. */
export interface Narrative {
  readonly toc: TocEntry[];
  /** Parts (level 0) and sections (level 1) in reading order; deeper sections inside. */
  readonly sections: Section[];
  /** Cover and other text before the first section. */
  readonly preface: Paragraph[];
  readonly identity: DocumentIdentity | null;
  /** Blocks that are nothing but headings, and blocks of the table of contents. All others are narrative. */
  readonly headingBlocks: ReadonlySet<Block>;
  readonly tocBlocks: ReadonlySet<Block>;
}

/** 上海市XX局: the official template, where figures and names are examples and nothing is stated. */
const BLANK_NAME = /[X×＊*]{2,}/u;

/**
 * Reads table of contents, section tree, facts, units, glossary, key work and figure captions from the flow.
 * Throws nothing: what is not understood stays a paragraph, and amounts no pattern explains are listed.
 */
export function readNarrative(flow: readonly FlowItem[], context: NarrativeContext = {}): Narrative {
  const identity = readIdentity(flow);
  const known = {
    fiscalYear: context.fiscalYear ?? identity?.fiscalYear ?? null,
    entity: context.entity ?? identity?.entity ?? null,
    kind: context.kind ?? identity?.kind ?? null,
  };
  const pieces = piecesOf(flow, context.skip);
  const entity = entityKey(known.entity);
  const toc = findToc(pieces, entity);
  const body: FlowPiece[] = toc === null ? pieces : [...pieces.slice(0, toc.from), ...pieces.slice(toc.to)];
  const tree = buildTree(body, entity);
  const isTemplate = BLANK_NAME.test(known.entity ?? "");
  const tocLines = toc === null ? [] : pieces.slice(toc.from, toc.to);
  return {
    toc: toc?.entries ?? [],
    sections: tree.roots.flatMap((root) => sectionOf(root, known, isTemplate)),
    preface: tree.preface.map(paragraphOf),
    identity,
    headingBlocks: tree.headingBlocks,
    tocBlocks: new Set(tocLines.flatMap((piece) => (piece.type === "line" ? [piece.block] : []))),
  };
}

/** A logical paragraph as output: its text without white space, and its box on its first page. */
export function paragraphOf({ run, page }: Para): Paragraph {
  return { text: run.text, page, box: [...(boxOn(run.places, page) ?? ([0, 0, 0, 0] as const))] };
}
