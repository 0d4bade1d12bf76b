import type { FactContext } from "./ledger.js";
import type { Passage } from "./passage.js";
import { sentenceEnd } from "./reasons.js";
import type { SectionFacts, Subject } from "./section-facts.js";

/** A stretch of text that speaks of one subject. */
export interface Stretch {
  readonly path: string;
  readonly subject: Omit<Subject, "mention" | "path">;
  /** The mention; null for the text before the first one. */
  readonly match: RegExpExecArray | null;
  /** Start of the mention, its end, and the end of the stretch. */
  readonly from: number;
  readonly body: number;
  readonly to: number;
}

interface Mention extends Pick<Stretch, "path" | "from" | "body"> {
  readonly subject: Subject;
  readonly match: RegExpExecArray;
}

/** Every mention of every subject; the longer wins where two overlap (公务用车购置及运行维护费 over 公务用车购置). */
function findMentions(subjects: readonly Subject[], text: string, context: FactContext): Mention[] {
  const all: Mention[] = [];
  for (const subject of subjects) {
    let index = 0;
    for (const match of text.matchAll(subject.mention)) {
      const path = typeof subject.path === "string" ? subject.path : subject.path(match, index, context);
      if (path === null) continue;
      index++;
      all.push({ path, subject, match, from: match.index, body: match.index + match[0].length });
    }
  }
  all.sort((a, b) => a.from - b.from || b.body - a.body);
  const mentions: Mention[] = [];
  for (const one of all) if (one.from >= (mentions.at(-1)?.body ?? 0)) mentions.push(one);
  return mentions;
}

/** The text of a passage shared out among the subjects of its section. */
export function findStretches(facts: SectionFacts, passage: Passage, context: FactContext): Stretch[] {
  const { text } = passage;
  const mentions = findMentions(facts.subjects, text, context);
  const first = mentions[0]?.from ?? text.length;
  const stretches: Stretch[] = [];
  if (facts.start !== undefined && first > 0)
    stretches.push({ path: facts.start.path, subject: facts.start, match: null, from: 0, body: 0, to: first });
  for (const [at, mention] of mentions.entries()) {
    const next = mentions[at + 1]?.from ?? text.length;
    const to = mention.subject.sentence === true ? Math.min(next, sentenceEnd(text, mention.from)) : next;
    stretches.push({ ...mention, to });
  }
  return stretches;
}
