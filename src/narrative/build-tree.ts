import type { Block } from "../model/index.js";
import { squash } from "../text/index.js";
import { headingKey, isBalanced, MAX_HEADING, mayBeEnumerated } from "./headings/key.js";
import {
  type HeadingScope,
  type KnownHeading,
  knownHeading,
  type UnknownHeading,
  unknownHeading,
} from "./headings/recognise.js";
import { goesOn, type Margins, marginsOf } from "./joining.js";
import type { FlowLine, FlowPiece } from "./lines.js";
import { joinRuns, type Run, sliceRun } from "./run.js";
import type { Node, Para, Tree } from "./tree.js";

/** Lines that a heading may be wrapped over. */
const MAX_HEADING_LINES = 4;
/** A heading's last line, when it is all that lacks (说明, 情况说明), is this short. Characters. */
const MAX_HEADING_TAIL = 12;
/** Characters of a heading with its ordinal and a remark in brackets. */
const MAX_PRINTED = 3 * MAX_HEADING;
/** Where a heading that is glued to its text may end. */
const GLUE = /情况说明|说明|情况|。/gu;

interface FoundHeading {
  readonly heading: KnownHeading | UnknownHeading;
  readonly run: Run;
  /** Lines used up. */
  readonly lines: number;
  /** Text behind a heading on the same line. */
  readonly rest: Run | null;
}

/** Deeper than any printed level: an unnumbered heading sees every open section. */
const MAX_LEVEL = 9;

const isSectionSign = (node: Node): boolean => node.heading !== null && headingKey(node.heading, null).isSectionSign;

class Builder {
  readonly roots: Node[] = [];
  readonly preface: Para[] = [];
  readonly headingLines = new Map<Block, number>();
  #stack: Node[] = [];
  #runs: Run[] = [];
  #last: FlowLine | undefined;
  readonly #taken = new Map<string, number>();

  constructor(readonly entity: string | null) {}

  get scope(): HeadingScope {
    return { entity: this.entity, open: this.#stack.map((node) => node.id) };
  }

  /** Sections that would be open under a heading of this level. */
  scopeAt(level: number | null): HeadingScope {
    const open = this.#stack.filter((node) => node.level < (level ?? MAX_LEVEL));
    return { entity: this.entity, open: open.map((node) => node.id) };
  }

  hasOpened(id: string): boolean {
    return this.#taken.has(id);
  }

  get current(): Node | undefined {
    return this.#stack.at(-1);
  }

  get last(): FlowLine | undefined {
    return this.#last;
  }

  addLine(line: FlowLine, run: Run): void {
    this.#runs.push(run);
    this.#last = line;
  }

  closeParagraph(): void {
    if (this.#runs.length > 0) {
      const run = joinRuns(this.#runs);
      const page = run.places[0]?.page;
      if (page !== undefined) (this.current?.paragraphs ?? this.preface).push({ run, page });
    }
    this.#runs = [];
    this.#last = undefined;
  }

  open(found: FoundHeading): void {
    this.closeParagraph();
    const { heading, run } = found;
    const level = this.#levelOf(heading);
    while ((this.current?.level ?? -1) >= level) this.#stack.pop();
    const parent = this.current;
    const siblings = parent?.children ?? this.roots;
    const node: Node = {
      id: this.#idFor(heading.id, parent, siblings.length + 1),
      heading: run.text,
      level,
      page: run.places[0]?.page ?? 1,
      children: [],
      paragraphs: [],
      grids: [],
    };
    siblings.push(node);
    this.#stack.push(node);
  }

  /** Depth in the tree. Where sections are numbered §1, 一、 is below them. */
  #levelOf(heading: FoundHeading["heading"]): number {
    if (heading.part) return 0;
    const { level } = heading.key;
    if (level === null) return this.hasNumberedPart ? 1 : 0;
    const below = !heading.key.isSectionSign && this.#stack.some((node) => node.level === 1 && isSectionSign(node));
    return below && level > 0 ? level + 1 : level;
  }

  /** Whether the open part is printed as 第X部分: then a heading without a number is below it. */
  get hasNumberedPart(): boolean {
    const part = this.#stack[0]?.heading;
    return part !== undefined && part !== null && headingKey(part, null).level === 0;
  }

  /** Sections of no known name are numbered among their siblings; an id that comes again gets a number. */
  #idFor(id: string | null, parent: Node | undefined, position: number): string {
    const base = id ?? (parent === undefined ? `section-${position}` : `${parent.id}.section-${position}`);
    const times = (this.#taken.get(base) ?? 0) + 1;
    this.#taken.set(base, times);
    return times === 1 ? base : `${base}-${times}`;
  }

  tree(): Tree {
    this.closeParagraph();
    const headingBlocks = [...this.headingLines].flatMap(([block, lines]) =>
      lines >= block.lines.filter((line) => squash(line.text) !== "").length ? [block] : [],
    );
    return { roots: this.roots, preface: this.preface, headingBlocks: new Set(headingBlocks) };
  }
}

/** In the glossary every term is numbered like a section, and 机关运行经费 is a term. */
function admits(heading: KnownHeading | UnknownHeading, builder: Builder): boolean {
  const glossary = builder.current?.id.startsWith("part-4-glossary") === true ? builder.current : undefined;
  if (glossary === undefined) return true;
  if (heading.part) return heading.id !== null || heading.key.level === 0;
  if (heading.id === null) return false;
  const level = glossary.heading === null ? null : headingKey(glossary.heading, null).level;
  return level === null ? heading.key.level === null : heading.key.level !== null && heading.key.level <= level;
}

/**
 * A second part without a number is a caption of something else (附件 above each annexed table), one numbered as a section
 * below 第X部分 is a section.
 */
const isRepeatedPart = (heading: KnownHeading, builder: Builder): boolean =>
  heading.part &&
  builder.hasOpened(heading.id) &&
  (heading.key.level === null || (heading.key.level === 1 && builder.hasNumberedPart));

function known(text: string, builder: Builder): KnownHeading | null {
  const { level } = headingKey(text, builder.entity);
  const found = knownHeading(text, builder.scopeAt(level));
  if (found === null || !admits(found, builder) || isRepeatedPart(found, builder)) return null;
  return found.id !== null && builder.scopeAt(found.part ? 0 : level).open.includes(found.id) ? null : found;
}

const isWholeBlock = (lines: readonly FlowLine[], next: FlowLine | undefined): boolean =>
  lines[0]?.first === true && (next?.first ?? true);

/** A known heading that starts with `lines[0]`, the shortest wrapping that is one, or one line more when that is one too. */
function wholeHeading(lines: readonly FlowLine[], builder: Builder): FoundHeading | null {
  for (let count = 1; count <= lines.length; count++) {
    const taken = lines.slice(0, count);
    const run = joinRuns(taken.map((line) => line.run));
    const added = taken.at(-1);
    if (count > 1 && (added === undefined || headingKey(added.run.text, null).level !== null)) return null;
    if (added?.page !== taken[0]?.page) return null;
    if (count > 1 && /[。；]/u.test(run.text.slice(0, -1)) && isBalanced(run.text)) return null;
    if (run.text.length > MAX_PRINTED) return null;
    const heading = known(run.text, builder);
    if (heading === null) continue;
    // Without a number only a whole block is a heading: a sentence's first line may read like one.
    if (heading.key.level === null && !isWholeBlock(taken, lines[count])) continue;
    // Where sections are numbered, a line without a number is a heading only when it is set as one.
    if (heading.key.level === null && !heading.part && builder.hasNumberedPart && taken[0]?.block.kind !== "heading")
      continue;
    const next = lines[count];
    if (next !== undefined && next.run.text.length <= MAX_HEADING_TAIL) {
      const longer = joinRuns([run, next.run]);
      const same = known(longer.text, builder);
      if (
        same !== null &&
        same.id === heading.id &&
        headingKey(next.run.text, null).level === null &&
        known(next.run.text, builder) === null
      )
        return { heading: same, run: longer, lines: count + 1, rest: null };
    }
    return { heading, run, lines: count, rest: null };
  }
  return null;
}

/** A known, numbered heading with its text behind it on the same line. */
function gluedHeading(line: FlowLine, builder: Builder): FoundHeading | null {
  const { text } = line.run;
  const { level } = headingKey(text, builder.entity);
  if (level === null || level === 0 || level > 2) return null;
  for (const match of text.matchAll(GLUE)) {
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    if (rest === "" || /^[：:，,、。；)）”"的]/u.test(rest)) continue;
    const heading = known(text.slice(0, end), builder);
    if (heading !== null)
      return {
        heading,
        run: sliceRun(line.run, 0, end),
        lines: 1,
        rest: sliceRun(line.run, end, text.length),
      };
  }
  return null;
}

/** Sections where short numbered lines are data, not headings. */
const NO_UNKNOWN = /^(?:part-2-forms|part-4-glossary)/u;

function otherHeading(lines: readonly FlowLine[], builder: Builder, margins: Margins): FoundHeading | null {
  const [line] = lines;
  if (line === undefined || !line.first || NO_UNKNOWN.test(builder.current?.id ?? "")) return null;
  const block = lines.filter((other) => other.block === line.block);
  if (block.length !== line.block.lines.filter((other) => other.text.trim() !== "").length) return null;
  // A full line with text behind it is a torn paragraph's first.
  const [end, next] = [block.at(-1), lines[block.length]];
  if (end === undefined) return null;
  // Where nothing is known of its length, the layout's word counts.
  const isSet = end.right === 0 && line.block.kind === "heading";
  if (!isSet && next !== undefined && goesOn(end, next, margins)) return null;
  const run = joinRuns(block.map((other) => other.run));
  const titles = builder.current !== undefined && !builder.hasNumberedPart;
  const heading = unknownHeading(run.text, builder.scope, titles && line.block.kind === "heading");
  return heading === null || !admits(heading, builder) ? null : { heading, run, lines: block.length, rest: null };
}

/**
 * Builds the section tree from the running text (the pieces behind the table of contents).
 * Headings are known by their text, in any order of parts (SPEC §1.1).
 */
export function buildTree(pieces: readonly FlowPiece[], entity: string | null): Tree {
  const builder = new Builder(entity);
  const margins = marginsOf(pieces);
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at];
    if (piece === undefined) break;
    if (piece.type === "grid") {
      builder.closeParagraph();
      builder.current?.grids.push(piece.grid);
      at++;
      continue;
    }
    const { last } = builder;
    const inside = last !== undefined && goesOn(last, piece, margins);
    const lines = mayBeHeading(piece) ? lookAhead(pieces, at) : [];
    const found =
      inside && headingKey(piece.run.text, entity).level === null
        ? null
        : (wholeHeading(lines, builder) ??
          gluedHeading(piece, builder) ??
          (inside ? null : otherHeading(lines, builder, margins)));
    if (found !== null) {
      builder.open(found);
      if (found.rest !== null) builder.addLine(piece, found.rest);
      else
        for (const { block } of lines.slice(0, found.lines))
          builder.headingLines.set(block, (builder.headingLines.get(block) ?? 0) + 1);
      at += found.lines;
      continue;
    }
    if (!inside) builder.closeParagraph();
    builder.addLine(piece, piece.run);
    at++;
  }
  return builder.tree();
}

/** A heading is numbered, or the first line of its block, and short. */
function mayBeHeading(line: FlowLine): boolean {
  const { text } = line.run;
  return mayBeEnumerated(text) || (line.first && text.length <= 2 * MAX_HEADING);
}

function lookAhead(pieces: readonly FlowPiece[], at: number): FlowLine[] {
  const lines: FlowLine[] = [];
  for (const piece of pieces.slice(at, at + MAX_HEADING_LINES)) {
    if (piece.type === "grid") break;
    lines.push(piece);
  }
  return lines;
}
