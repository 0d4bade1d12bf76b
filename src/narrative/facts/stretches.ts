import type { FactContext, Span } from "./ledger.js";
import type { Passage } from "./passage.js";
import { sentenceEnd } from "./reasons.js";
import type { SectionFacts, Subject } from "./section-facts.js";

/** A stretch of text that speaks of one subject. */
export interface Stretch {
  readonly path: string;
  readonly subject: Omit<Subject, "mention" | "path">;
  /** The mention; null for the text before the first one, and for the rest behind a bracket. */
  readonly match: RegExpExecArray | null;
  /** Start of the mention, its end, and the end of the stretch. */
  readonly from: number;
  readonly body: number;
  readonly to: number;
  /** What is said of its parts alone (其中…). */
  readonly parts: readonly Span[];
}

interface Mention extends Pick<Stretch, "path" | "from" | "body"> {
  readonly subject: Subject;
  readonly match: RegExpExecArray;
}

/** Every mention of every subject; the longer wins where two overlap (公务用车购置及运行维护费 over 公务用车购置). */
function findMentions(subjects: readonly Subject[], text: string, context: FactContext): Mention[] {
  const all: Omit<Mention, "path">[] = [];
  for (const subject of subjects)
    for (const match of text.matchAll(subject.mention))
      all.push({ subject, match, from: match.index, body: match.index + match[0].length });
  all.sort((a, b) => a.from - b.from || b.body - a.body);
  const mentions: Mention[] = [];
  const counts = new Map<string | Subject, number>();
  for (const one of all) {
    if (one.from < (mentions.at(-1)?.body ?? 0)) continue;
    const { subject, match } = one;
    const counter = subject.counter ?? subject;
    const index = counts.get(counter) ?? 0;
    const path = typeof subject.path === "string" ? subject.path : subject.path(match, index, context);
    if (path === null) continue;
    counts.set(counter, index + 1);
    mentions.push({ ...one, path });
  }
  return mentions;
}

/** The outermost bracket of its paragraph that a mention stands in, when it closes before the next mention. */
function asideAround(text: string, at: number, to: number): Span | null {
  const open: number[] = [];
  for (let index = text.lastIndexOf("\n", at - 1) + 1; index < at; index++) {
    if (text[index] === "(") open.push(index);
    else if (text[index] === ")") open.pop();
  }
  const from = open[0];
  if (from === undefined) return null;
  let depth = open.length;
  for (let index = at; index < to && text[index] !== "\n"; index++) {
    depth += text[index] === "(" ? 1 : text[index] === ")" ? -1 : 0;
    if (depth === 0) return [from, index];
  }
  return null;
}

/** Where a stretch speaks of the parts of its subject: from 其中 to the end of the bracket that holds it, or of the paragraph. */
function partsIn(text: string, { subject, body }: Pick<Stretch, "subject" | "body">, to: number): Span[] {
  if (subject.whole !== true) return [];
  const parts: Span[] = [];
  let depth = 0;
  let from: { at: number; depth: number } | null = null;
  for (let index = body; index < to; index++) {
    if (from === null && text.startsWith("其中", index)) from = { at: index, depth };
    depth += text[index] === "(" ? 1 : text[index] === ")" ? -1 : 0;
    if (from === null || (text[index] !== "\n" && depth >= from.depth)) continue;
    parts.push([from.at, index]);
    from = null;
  }
  if (from !== null) parts.push([from.at, to]);
  return parts;
}

/** The text of a passage shared out among the subjects of its section. */
export function findStretches(facts: SectionFacts, passage: Passage, context: FactContext): Stretch[] {
  const { text } = passage;
  const mentions = findMentions(facts.subjects, text, context);
  const first = mentions[0]?.from ?? text.length;
  const stretches: Stretch[] = [];
  if (facts.start !== undefined && first > 0)
    stretches.push({
      path: facts.start.path,
      subject: facts.start,
      match: null,
      from: 0,
      body: 0,
      to: first,
      parts: [],
    });
  for (const [at, mention] of mentions.entries()) {
    const next = mentions[at + 1]?.from ?? text.length;
    const to = mention.subject.sentence === true ? Math.min(next, sentenceEnd(text, mention.from)) : next;
    const aside = asideAround(text, mention.from, to);
    const outer = aside && stretches.findLast(({ from }) => from < aside[0]);
    if (!outer || text.slice(outer.body, aside[0]).includes("\n")) {
      stretches.push({ ...mention, to, parts: partsIn(text, mention, to) });
      continue;
    }
    // The bracket's end gives the rest back to the subject that it was opened behind.
    const [, end] = aside;
    const rest = { ...outer, match: null, from: end, body: end + 1, to };
    stretches.push({ ...mention, to: end, parts: partsIn(text, mention, end) });
    stretches.push({ ...rest, parts: partsIn(text, rest, to) });
  }
  return stretches;
}

/** Whether what stands at `at` is said of a part of the stretch's subject. */
export function isOfPart({ parts }: Pick<Stretch, "parts">, at: number): boolean {
  return parts.some(([from, to]) => at >= from && at < to);
}
