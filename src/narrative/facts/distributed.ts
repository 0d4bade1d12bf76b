import type { Span } from "./ledger.js";
import { clauseStart } from "./reasons.js";
import { PERCENT } from "./template.js";

/** One of several names with its own figure. */
export interface Share {
  /** Name and what is said of all (实名制管理 + 覆盖率): spans of both. */
  readonly name: Span;
  readonly what: Span;
  readonly value: string;
  readonly at: Span;
  readonly quote: Span;
}

/** The figures; what they are of stands before. */
const FIGURES = new RegExp(`分别(?:为|是)(?<list>${PERCENT}(?:[、和及]${PERCENT})+)`, "dgu");
/** Names, what is said of all, at the end of a clause: `甲、乙和丙等“三项制度”覆盖率`. */
const NAMES = /^(?<names>[^"]{2,200}?)(?:等"[^"]*")?(?<what>\p{Script=Han}{2,8})$/du;

const SEPARATOR = /[、和及]/gu;

const pieces = (text: string, from: number, separator: RegExp): Span[] => {
  const spans: Span[] = [];
  let start = 0;
  for (const match of [...text.matchAll(separator), null]) {
    const end = match?.index ?? text.length;
    if (end > start) spans.push([from + start, from + end]);
    start = end + 1;
  }
  return spans;
};

/** Names and figures told one after the other: `甲、乙和丙覆盖率分别为100%、99.2%和98.1%`; none when their numbers differ. */
export function findDistributed(text: string): Share[] {
  return [...text.matchAll(FIGURES)].flatMap((match) => {
    const list = match.indices?.groups?.list;
    const start = clauseStart(text, match.index);
    const said = NAMES.exec(text.slice(start, match.index))?.indices?.groups;
    if (list === undefined || said?.names === undefined || said.what === undefined) return [];
    const names: Span = [start + said.names[0], start + said.names[1]];
    const what: Span = [start + said.what[0], start + said.what[1]];
    const figures = pieces(text.slice(...list), list[0], SEPARATOR);
    const named = pieces(text.slice(...names), names[0], SEPARATOR);
    if (named.length !== figures.length) return [];
    const quote: Span = [start, match.index + match[0].length];
    return named.flatMap((name, index): Share[] => {
      const at = figures[index];
      return at === undefined ? [] : [{ name, what, value: text.slice(at[0], at[1] - 1), at, quote }];
    });
  });
}
