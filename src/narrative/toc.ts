import type { TocEntry } from "../model/index.js";
import { enumeratorOf, squash } from "../text/index.js";
import { type HeadingKey, headingKey } from "./headings/key.js";
import { knownHeading } from "./headings/recognise.js";
import type { FlowLine, FlowPiece } from "./lines.js";

/** A table of contents and the pieces it takes up, its title included: [from, to). */
export interface Toc {
  readonly entries: TocEntry[];
  readonly from: number;
  readonly to: number;
}

/** Pages that a table of contents may fill. The longest of the corpus fills two (government finals: 31 and 26 entries). */
const MAX_PAGES = 4;
/** An entry with more characters than this is a paragraph. */
const MAX_ENTRY = 60;
/** Without geometry: an entry this long may go on in the next line. */
const WRAPS_FROM = 24;
/** Widest gap between a wrapped line's end and the right margin, in font sizes. */
const RIGHT_SLACK = 3;

/** Dots, dashes and the page number behind an entry. */
const LEADER = /[.．·•…。_\-—－\s]{3,}\s*[-—－]?\s*\d{0,3}\s*[-—－]?$/u;
/** A page number set apart by a gap. */
const SPACED_PAGE = /(?<=[^\d\s])\s+\d{1,3}$/u;
/** `表一：`, `附表3`, `§2`: entries that the enumerators of sections do not cover. */
const OTHER_ENUMERATOR = /^(?:附?表[一二三四五六七八九十\d]+|§\s?\d+|附件)/u;

const isEnumerated = (text: string): boolean => enumeratorOf(text) !== null || OTHER_ENUMERATOR.test(text);

function levelOf(text: string): number {
  const { level } = headingKey(text, null);
  return level ?? (OTHER_ENUMERATOR.test(text) ? 1 : 0);
}

/** The entry as printed, without leader, page number and white space. */
function entryText(line: FlowLine): string {
  const spaced = line.spaced === "" ? line.run.text : line.spaced;
  const bare = squash(spaced.replace(LEADER, "").replace(SPACED_PAGE, ""));
  // The spaced text may differ from the glyphs (white space only); a year's digits at the end stay.
  return bare === "" || !line.run.text.startsWith(bare) ? line.run.text.replace(LEADER, "") : bare;
}

function isTitle(line: FlowLine): boolean {
  return /^目[录錄次]$/u.test(line.run.text);
}

/** What the first entry says, to know it again where the body begins. */
interface First {
  readonly key: HeadingKey;
  readonly id: string | null;
  /** It numbers parts or tables: sections count anew in each part, so 一、 may come again inside the contents. */
  readonly numbersWhole: boolean;
}

function firstEntry(text: string, entity: string | null): First {
  return {
    key: headingKey(text, entity),
    id: knownHeading(text, { entity, open: [] })?.id ?? null,
    numbersWhole: levelOf(text) === 0 || OTHER_ENUMERATOR.test(text),
  };
}

/** Whether the body starts with this text: the first entry comes again, whole or as a heading's first line. */
function beginsBody(text: string, { key, id, numbersWhole }: First, entity: string | null): boolean {
  const now = headingKey(text, entity);
  if (now.text === "" && now.level === null) return false;
  if (now.text === key.text && (now.level === key.level || now.level === null)) return true;
  if (now.level === null) return id !== null && id === knownHeading(text, { entity, open: [] })?.id;
  return numbersWhole && now.level === key.level && now.ordinal === key.ordinal;
}

/**
 * The table of contents: the entries after 目录 up to where the first of them comes again, a table or a sentence begins.
 * Null when there is none.
 * @param entity as `entityKey` gives it
 */
export function findToc(pieces: readonly FlowPiece[], entity: string | null): Toc | null {
  const from = pieces.findIndex((piece) => piece.type === "line" && isTitle(piece));
  const title = pieces[from];
  if (title === undefined || title.type !== "line") return null;
  const lines: FlowLine[] = [];
  let first: First | undefined;
  let to = from + 1;
  for (; to < pieces.length; to++) {
    const piece = pieces[to];
    if (piece === undefined || piece.type === "grid" || piece.page >= title.page + MAX_PAGES) break;
    const text = entryText(piece);
    if (/[。；]/u.test(text) || text.length > MAX_ENTRY) break;
    first ??= firstEntry(text, entity);
    if (lines.length >= 2 && beginsBody(text, first, entity)) break;
    lines.push(piece);
  }
  return lines.length < 2 ? null : { entries: joinEntries(lines), from, to };
}

function joinEntries(lines: readonly FlowLine[]): TocEntry[] {
  const margin = Math.max(...lines.map((line) => line.right));
  const entries: TocEntry[] = [];
  let previous: FlowLine | undefined;
  for (const line of lines) {
    const text = entryText(line);
    const last = entries.at(-1);
    if (text !== "" && last !== undefined && previous !== undefined && goesOn(previous, line, margin))
      last.text += text;
    else if (text !== "") entries.push({ text, level: levelOf(text), page: line.page });
    previous = line;
  }
  return entries;
}

/** Whether `line` is the rest of the entry in the line before. */
function goesOn(previous: FlowLine, line: FlowLine, margin: number): boolean {
  if (isEnumerated(line.run.text) || LEADER.test(previous.spaced)) return false;
  if (previous.right === 0) return previous.run.text.length >= WRAPS_FROM;
  return previous.right >= margin - RIGHT_SLACK * previous.size;
}
