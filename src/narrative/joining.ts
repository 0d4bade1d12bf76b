import { enumeratorOf, readAmountUnit } from "../text/index.js";
import { mayBeEnumerated } from "./headings/key.js";
import type { FlowLine, FlowPiece } from "./lines.js";

/** A line that ends further from the right margin than this ends its paragraph, in font sizes. */
const RIGHT_SLACK = 2.5;
/** A line that starts within this many font sizes of the left margin is not indented. */
const LEFT_SLACK = 0.8;
/** Share of the text's width from which a line is long. */
const LONG_LINE = 0.6;

/** Ends of sentences and of list items. */
const SENTENCE_END = /[。；;！？!?…]["”’）)]?$/u;
/** A colon ends a paragraph unless what it announces is text. */
const COLON_END = /[:：]$/u;
const ANNOUNCES_TEXT = /(?:原因|用于|由于|是|为)[:：]$/u;
/** No paragraph starts with these. */
const CONTINUES = /^(?:[，,。；;：:、）)%％”]|[（(][类款项][）)])/u;
/** Furniture is short. Characters. */
const MAX_FURNITURE = 60;
/** Captions and table furniture stand alone. */
const ALONE = /^(?:公开\d\d表|图\s*\d+|表\s*\d+)|(?:决算|预算)[^。，,]*表$/u;

/** Left and right margin of the running text by page, pt. */
export type Margins = ReadonlyMap<number, { readonly left: number; readonly right: number }>;

/** The margins of these pages. */
export function marginsOf(pieces: readonly FlowPiece[]): Margins {
  const margins = new Map<number, { left: number; right: number }>();
  for (const piece of pieces) {
    if (piece.type === "grid") continue;
    const known = margins.get(piece.page) ?? { left: piece.left, right: piece.right };
    margins.set(piece.page, { left: Math.min(known.left, piece.left), right: Math.max(known.right, piece.right) });
  }
  return margins;
}

/** `单位：万元`: furniture that the amount unit is read from. */
const standsAlone = (line: FlowLine): boolean => {
  const { text } = line.run;
  return ALONE.test(text) || (text.length <= MAX_FURNITURE && /[元万亿]/u.test(text) && readAmountUnit(text) !== null);
};

/** Whether the line reaches the right margin, so that its paragraph may go on in the next line. */
function isFull(line: FlowLine, margins: Margins): boolean {
  if (line.right === 0) return true;
  return line.right >= (margins.get(line.page)?.right ?? 0) - RIGHT_SLACK * Math.max(line.size, 1);
}

/** Whether a long line is followed by one at the left margin, where no paragraph begins: a ragged break. */
function isRagged(last: FlowLine, next: FlowLine, margins: Margins): boolean {
  const before = margins.get(last.page);
  const after = margins.get(next.page);
  if (before === undefined || after === undefined || last.right === 0) return false;
  const flush = next.left <= after.left + LEFT_SLACK * Math.max(next.size, 1);
  return flush && last.right - last.left >= LONG_LINE * (before.right - before.left);
}

/**
 * Whether `next` belongs to the paragraph that ends with `last` so far. Within a block unless a numbered item begins; over blocks (a layout
 * that splits paragraphs, a page break) when no sentence ends and nothing new begins.
 */
export function goesOn(last: FlowLine, next: FlowLine, margins: Margins): boolean {
  const isNew =
    SENTENCE_END.test(last.run.text) && mayBeEnumerated(next.run.text) && enumeratorOf(next.run.text) !== null;
  if (last.block === next.block) return !isNew;
  if (SENTENCE_END.test(last.run.text)) return false;
  if (mayBeEnumerated(next.run.text) && enumeratorOf(next.run.text) !== null) return false;
  if (standsAlone(last) || standsAlone(next)) return false;
  if (COLON_END.test(last.run.text)) return ANNOUNCES_TEXT.test(last.run.text);
  if (CONTINUES.test(next.run.text)) return true;
  return isFull(last, margins) || isRagged(last, next, margins) || /[，,、（(]$/u.test(last.run.text);
}
