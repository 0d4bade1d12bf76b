import type { FactContext } from "./ledger.js";
import { type Template, template } from "./template.js";

/**
 * What a section says, as data: the things it speaks of (subjects) and what it says of each (measures).
 *
 * A subject reaches from its mention to the next mention of any subject. Measures are tried in order on that stretch;
 * a figure belongs to the first that takes it.
 */
export interface Subject {
  /** Path of its facts, or a function of the mention; null leaves the mention alone. */
  readonly path: string | ((match: RegExpExecArray, index: number, context: FactContext) => string | null);
  readonly mention: RegExp;
  /** Or what is measured in the documents of a kind. */
  readonly measures: readonly Template[] | ((context: FactContext) => readonly Template[]);
  /** Facts that the mention itself makes: a label, a code. */
  readonly labels?: (match: RegExpExecArray, context: FactContext) => readonly LabelFact[];
  /** Suffixes, best first, of the fact that a comparison hangs on. Default: final, total, amount. */
  readonly compared?: readonly string[];
  /** Comparisons, reasons and 大于/小于预算 are read for it. Default true. */
  readonly judged?: boolean;
  /** What announces a list of names (主要包括:); each becomes a fact `.items[n]`. */
  readonly list?: RegExp;
  /** Subjects of the same name are numbered together, as one list. Default: each by itself. */
  readonly counter?: string;
  /** What follows 其中 in a paragraph is said of its parts, not of itself. Default false. */
  readonly whole?: boolean;
  /** Its stretch ends at the sentence's end. Default: the next mention. */
  readonly sentence?: boolean;
}

export interface LabelFact {
  readonly suffix: string;
  /** Name of the mention's group that the fact is read from. */
  readonly group: string;
  /** The value, where it is not the group's printed text. */
  readonly value?: string;
}

export interface SectionFacts {
  /** Ids of the sections that it reads. */
  readonly sections: readonly string[];
  readonly subjects: readonly Subject[];
  /** Subject of a text before the first mention. */
  readonly start?: Omit<Subject, "mention" | "path"> & { readonly path: string };
  /** Whole-passage templates with absolute paths ("/…"). */
  readonly statements?: readonly Template[];
  /** A sentence that says there is nothing: 本年度无政府性基金…支出. */
  readonly empty?: { readonly path: string; readonly pattern: RegExp };
  /** `A、B和C覆盖率分别为100%、99.2%和98.1%` becomes one fact each, numbered on in this list. */
  readonly distributed?: { readonly path: string; readonly suffix: string };
  /** 主要用于… is a fact `.purpose` of its subject. Default false. */
  readonly purpose?: boolean;
}

/** Types a section's facts; the data stays as written. */
export function defineFacts(facts: SectionFacts): SectionFacts {
  return facts;
}

/** Measures of a subject, from templates; `^` in a template is the end of the mention. */
export function measures(...sources: readonly string[]): readonly Template[] {
  return sources.map(template);
}

/** A mention: never one that only names the base of a share (占…的). */
export function mention(source: string): RegExp {
  return new RegExp(`(?<!占[^,;。:\\n]{0,14})(?:${source})`, "dgu");
}

/** What is measured of a subject in a document of this kind. */
export function measuresOf({ measures }: Pick<Subject, "measures">, context: FactContext): readonly Template[] {
  return typeof measures === "function" ? measures(context) : measures;
}
