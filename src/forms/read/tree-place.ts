/** Which row of a tree of labels stands above which. */
import { alongText } from "../../layout/reading-direction.js";
import type { Box, Glyph } from "../../model/index.js";
import { enumeratorOf, joinLines, squash } from "../../text/index.js";
import type { HeaderColumn } from "./header.js";
import type { Matrix } from "./matrix.js";
import { cellsUnder } from "./row-builder.js";

export interface TreeLabel {
  readonly text: string;
  /** Last line of the label above, printed into this row because its own is too low; "" as a rule. */
  readonly tail: string;
  /** Where the text begins, from the left edge of its cell, without 其中, pt. */
  readonly indent: number;
  /** How much wider the white space is on one side of the text than on the other, pt: next to nothing where it is centred. */
  readonly uneven: number;
  /** 一、 is 1, （一） 2, 1. 3, (1) 4; null without an ordinal. */
  readonly ordinal: number | null;
  /** First grid column of its cell. */
  readonly column: number;
  readonly part: boolean;
  readonly code: string | null;
  readonly total: boolean;
}

export interface TreePlace {
  /** Index of the row above it in the tree. */
  readonly parent: number | null;
  readonly depth: number;
}

/** Indents nearer than this are one, pt (a character is 9 to 12 pt wide, an indent one or two of them). */
const SAME_INDENT = 4;
/** A text is centred whose white spaces left and right differ by less, pt (rounding of the printer; safe from 1 to 6). */
const CENTRED = 3;
/** Labels set at one indent begin this near to each other, pt. */
const SAME_START = 1.5;
/** Lines overlap by more than this share of their size where they are of different texts (lines set tight: up to 0.1). */
const OVERLAP = 0.3;
const PART = /^[\s\u3000]*其\s*中\s*[:：]/u;
/** Printed in the second column of labels for the group itself. */
const OF_GROUP = /^(?:小计|合计)$/;

/** The label of a row: of several columns of labels the last that prints in it, unless that says 小计 of the one before. */
export function treeLabel(matrix: Matrix, row: number, columns: readonly HeaderColumn[]): TreeLabel {
  const printed = columns
    .flatMap((column) => cellsUnder(matrix, row, column))
    .filter((cell) => squash(cell.text) !== "");
  const last = printed.at(-1);
  const [group] = printed;
  const own = last && group && printed.length > 1 && OF_GROUP.test(squash(last.text)) ? group : last;
  if (!own)
    return {
      text: "",
      tail: "",
      indent: 0,
      uneven: 0,
      ordinal: null,
      column: 0,
      part: false,
      code: null,
      total: false,
    };
  const [above, ...rest] = own.lines;
  // On a page whose content is turned, "left" is where the text begins.
  const turned = above?.glyphs ?? [];
  const along = (box: Box) => alongText(box, turned);
  const frame = along(own.box);
  // Lines of one text never run into each other: the upper one is not this label's.
  const hasTail = above && rest[0] ? along(above.box)[3] - along(rest[0].box)[1] > OVERLAP * rest[0].size : false;
  const lines = hasTail ? rest : own.lines;
  const text = squash(hasTail ? joinLines(rest.map((line) => line.text)) : own.text);
  const part = PART.test(text);
  const line = lines[0];
  // 其中：A stands above B, which is set under A: the indent is that of A.
  const glyphs = line?.glyphs ?? [];
  const colon = part ? glyphs.findIndex((glyph) => /[:：]/.test(glyph.text)) : -1;
  const startOf = (glyph: Glyph | undefined) =>
    glyph ? along([glyph.x0, glyph.y0, glyph.x1, glyph.y1])[0] : undefined;
  const first = startOf(glyphs[0]) ?? 0;
  const past = (colon >= 0 ? (startOf(glyphs[colon + 1]) ?? first) : first) - first;
  const ordinal = enumeratorOf(text.replace(PART, ""))?.level ?? null;
  return {
    text,
    tail: hasTail && above ? squash(above.text) : "",
    indent: (line ? along(line.box)[0] : frame[0]) - frame[0] + past,
    uneven: Math.max(0, ...lines.map(({ box }) => Math.abs(along(box)[0] - frame[0] - (frame[2] - along(box)[2])))),
    ordinal: ordinal === 0 ? null : ordinal,
    column: own.column,
    part,
    code: null,
    total: false,
  };
}

/** Places rows in print order: each under the nearest row before it that stands above it. */
export function placeInTree(printed: readonly TreeLabel[]): TreePlace[] {
  const labels = withoutCentring(printed);
  const plain = labels.filter((label) => label.ordinal === null && !label.total && !label.part);
  const numbered = labels.filter((label) => label.ordinal !== null);
  const deepest = Math.max(0, ...numbered.map((label) => label.indent));
  // Where plain labels are set further in than numbered ones, one at the same indent is no child.
  const byIndent = plain.some((label) => label.indent > deepest + SAME_INDENT);
  // Labels in several columns: the column tells, and a label centred in its merged cell has no indent.
  const byColumn =
    new Set(labels.filter((label) => !label.total && label.code === null).map(({ column }) => column)).size > 1;
  const stack: number[] = [];
  return labels.map((label, i) => {
    if (label.total && label.code === null) stack.length = 0;
    while (stack.length > 0 && !above(labels[stack.at(-1) ?? 0], label, byIndent, byColumn)) stack.pop();
    const place = { parent: stack.at(-1) ?? null, depth: stack.length };
    if (!label.total) stack.push(i);
    return place;
  });
}

/** A centred label has no indent: where it begins says how long it is. One that begins where others are set is not centred by intent. */
function withoutCentring(labels: readonly TreeLabel[]): TreeLabel[] {
  const starts = labels.filter(({ uneven }) => uneven >= CENTRED).map(({ indent }) => indent);
  const isCentred = ({ uneven, indent, part }: TreeLabel) =>
    uneven < CENTRED && !part && !starts.some((start) => Math.abs(start - indent) < SAME_START);
  return labels.map((label) => (isCentred(label) ? { ...label, indent: 0 } : label));
}

function above(a: TreeLabel | undefined, b: TreeLabel, byIndent: boolean, byColumn: boolean): boolean {
  if (!a) return false;
  if (a.code !== null && b.code !== null) return b.code.length > a.code.length && b.code.startsWith(a.code);
  if (a.code !== null || b.code !== null) return false;
  if (byColumn) return a.column < b.column;
  if (a.ordinal !== null && b.ordinal !== null) return a.ordinal < b.ordinal;
  if (Math.abs(a.indent - b.indent) > SAME_INDENT) return a.indent < b.indent;
  if (b.part !== a.part) return b.part;
  return a.ordinal !== null && b.ordinal === null && !byIndent;
}
