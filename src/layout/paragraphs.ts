/** Lines of running text → blocks: paragraphs and headings. */
import type { Block, TextLine } from "../model/index.js";
import { headingOf, squash } from "../text/index.js";
import { median } from "./geometry.js";
import { closeUp, textOf } from "./lines.js";

/** A line that begins further right than this, in font sizes, is indented (safe 0.8–1.8; Chinese text indents by 2). */
const INDENT = 1.2;
/** No first line is indented further than this, in font sizes (safe 4.5–8): it is centred, or set to the right. */
const FURTHEST_INDENT = 5;
/** A line that ends this many font sizes before the margin ends its paragraph (safe 1.5–3). */
const SHORT = 2;
/** A distance between lines larger than the page's usual one by this factor parts paragraphs. */
const WIDE_GAP = 1.6;
/** And so does one of more than this many font sizes, whatever is usual on a page of few lines (safe 2.5–5). */
const WIDEST_GAP = 3.5;
/** Sizes that differ by this share are another kind of text. */
const OTHER_SIZE = 0.15;
/** A heading is one line of at most this many characters without a full stop (SPEC §1.2). */
const LONGEST_HEADING = 40;

const SENTENCE_END = /[。！？；：!?;:]["”’）)]*$/;

export interface TextFrame {
  /** Left and right margin of the running text, pt. */
  readonly left: number;
  readonly right: number;
  /** Usual distance between baselines, pt. */
  readonly pitch: number;
  /** Whether a line is long enough to tell the margins: a cover's are not. */
  readonly told: boolean;
}

/** The margins that most lines keep. */
export function textFrame(lines: readonly TextLine[], width: number): TextFrame {
  const long = lines.filter((line) => line.box[2] - line.box[0] > 0.5 * width);
  const of = long.length > 0 ? long : lines;
  const gaps = lines.slice(1).map((line, i) => line.box[3] - (lines[i]?.box[3] ?? 0));
  return {
    left: Math.min(...of.map((line) => line.box[0]), width),
    right: Math.max(...of.map((line) => line.box[2]), 0),
    pitch: median(gaps.filter((gap) => gap > 0)),
    told: long.length > 0,
  };
}

/** Blocks of consecutive lines (top to bottom), none over a table. */
export function toBlocks(lines: readonly TextLine[], frame: TextFrame): Block[] {
  const blocks: Block[] = [];
  let run: TextLine[] = [];
  const flush = () => {
    if (run.length > 0) blocks.push(block(run));
    run = [];
  };
  for (const line of lines) {
    const last = run.at(-1);
    if (last && startsParagraph(line, last, frame)) flush();
    run.push(line);
  }
  flush();
  return blocks;
}

function startsParagraph(line: TextLine, last: TextLine, frame: TextFrame): boolean {
  const size = Math.max(line.size, last.size);
  if (Math.abs(line.size - last.size) > OTHER_SIZE * size) return true;
  const gap = line.box[3] - last.box[3];
  if ((frame.pitch > 0 && gap > WIDE_GAP * frame.pitch) || gap > WIDEST_GAP * size) return true;
  if (last.box[2] < frame.right - SHORT * size) return true;
  if (line.box[0] > frame.left + INDENT * size || last.box[0] > frame.left + FURTHEST_INDENT * size) return true;
  const heading = headingOf(squash(line.text));
  return heading !== null && (heading.level < 3 || SENTENCE_END.test(last.text));
}

export function block(lines: readonly TextLine[]): Block {
  const text = textOf(lines);
  return { kind: isHeading(text) ? "heading" : "paragraph", page: lines[0]?.page ?? 1, lines, text };
}

export function furnitureBlock(line: TextLine): Block {
  return { kind: "furniture", page: line.page, lines: [line], text: closeUp(line.text) };
}

function isHeading(text: string): boolean {
  const bare = squash(text);
  return bare.length <= LONGEST_HEADING && !bare.includes("。") && headingOf(bare) !== null;
}

/** Whether the block at a page's end goes on in the block at the next page's head. */
export function goesOn(before: Block, after: Block, frame: TextFrame, nextFrame: TextFrame): boolean {
  if (before.kind !== "paragraph" || after.kind !== "paragraph") return false;
  const last = before.lines.at(-1);
  const first = after.lines[0];
  if (!last || !first || !frame.told || SENTENCE_END.test(squash(before.text))) return false;
  const size = Math.max(last.size, first.size);
  return (
    Math.abs(last.size - first.size) <= OTHER_SIZE * size &&
    last.box[2] >= frame.right - SHORT * size &&
    first.box[0] <= nextFrame.left + INDENT * size &&
    headingOf(squash(first.text)) === null
  );
}
