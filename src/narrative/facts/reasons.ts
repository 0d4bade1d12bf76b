import type { Span } from "./ledger.js";

/** A stated reason: where the clause that announces it starts, and the reason itself. */
export interface Reason {
  readonly clause: Span;
  readonly text: Span;
}

const ANNOUNCED =
  /(?:的)?(?:主要)?原因(?:主要)?(?:是因为|是由于|是|为|:|在于)+|主要(?:是)?(?:由于|因为|系)|(?:增加|减少|增长|下降|降低|持平|变动|差异)(?:,)?主要是/gu;
/** What makes the next sentence a statement of its own and not more of the reason. */
const STATEMENT = /\d[\d,.]*(?:亿元|万元|元|万|%|个|人次|批次|辆|台|团组)|原因|其中|如下|主要用于|年初预算|支出决算/u;
const MAX_SENTENCES = 4;
/** Behind a semicolon another matter is named within this many characters. */
const MAX_LEAD = 24;

/** Index of the sentence's end (its 。 or line break, or the text's end) from `from`. */
export function sentenceEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[。\n]/u);
  return at < 0 ? text.length : from + at;
}

/** Start of the clause around `at`: behind the last 。 ; : , or line break. */
export function clauseStart(text: string, at: number, marks = /[。;:,\n]/u): number {
  for (let index = at - 1; index >= 0; index--) if (marks.test(text[index] ?? "")) return index + 1;
  return 0;
}

/** A comparison behind a comma or semicolon: with the budget, or with another year. */
const COMPARED =
  /[,;](?:决算数?|支出决算|支出)?(?:与|比|较|同比)(?:(?<budget>(?:年初|全年|调整)?预算)|上年|去年|上一?年度|20\d\d年)[^,;。\n]{0,12}(?:相比,[^,;。\n]{0,16})?(?:增加|减少|增长|下降|降低|持平)/gu;

/**
 * Where a reason gives way to another comparison: 决算数小于预算数的主要原因是…,与上年相比减少…. A comparison of the same kind may
 * be part of the reason.
 * @param announced the clause that announces the reason
 */
function nextComparison(announced: string, reason: string): number {
  const ofBudget = announced.includes("预算");
  const ofYear = !ofBudget && /上年|20\d\d年|增|减|降|升/u.test(announced);
  for (const match of reason.matchAll(COMPARED)) {
    const another = match.groups?.budget === undefined ? ofBudget : ofYear;
    if (another || match[0].startsWith(";")) return match.index;
  }
  return -1;
}

/** End of a reason that starts at `from`: its sentence, and further sentences of the paragraph that state nothing else. */
function reasonEnd(text: string, clause: number, from: number, subjects: readonly number[]): number {
  let end = sentenceEnd(text, from);
  const compared = nextComparison(text.slice(clause, from), text.slice(from, end));
  if (compared >= 0) return from + compared;
  const inner = /[,;。]?其中:/u.exec(text.slice(from, end));
  if (inner !== null) return from + inner.index;
  for (const match of text.slice(from, end).matchAll(/;/gu)) {
    const at = from + match.index;
    const another = subjects.some((start) => start > at && start <= at + MAX_LEAD);
    if (another && /\d|持平/u.test(text.slice(at, end))) return at;
  }
  for (let count = 0; count < MAX_SENTENCES && text[end] === "。"; count++) {
    const next = sentenceEnd(text, end + 1);
    const sentence = text.slice(end + 1, next);
    if (sentence === "" || text[next] !== "。" || STATEMENT.test(sentence) || /^[("]?\d+[.、)]/u.test(sentence)) break;
    end = next;
  }
  return end;
}

/** The reasons stated in a text, in order. `subjects` are the places where a matter is named. */
export function findReasons(text: string, subjects: readonly number[]): Reason[] {
  const reasons: Reason[] = [];
  let behind = 0;
  for (const match of text.matchAll(ANNOUNCED)) {
    if (match.index < behind) continue;
    let from = match.index + match[0].length;
    // 主要原因是：主要原因是… is printed now and then.
    for (let again = ANNOUNCED_AT.exec(text.slice(from)); again !== null; again = ANNOUNCED_AT.exec(text.slice(from)))
      from += again[0].length;
    const clause = clauseStart(text, match.index);
    const to = reasonEnd(text, clause, from, subjects);
    if (to <= from) continue;
    reasons.push({ clause: [clause, from], text: [from, to] });
    behind = to;
  }
  return reasons;
}

const ANNOUNCED_AT = /^[:,]?(?:的)?主要原因(?:是|为|:)+/u;
