import type { Comparison, Fact } from "../../model/index.js";
import type { Node } from "../tree.js";
import { ownerAt, type Passage, placeOf, printed } from "./passage.js";

/** What facts are read in: what is known of the document. */
export interface FactContext {
  readonly fiscalYear: number | null;
  readonly entity: string | null;
  /** A comparison with 上年 in a budget is with last year's budget. */
  readonly kind: "final-accounts" | "budget" | "government-final-accounts" | null;
}

/** A stretch of a passage's text, end exclusive. */
export type Span = readonly [from: number, to: number];

export interface NewFact {
  readonly path: string;
  readonly kind: Fact["kind"];
  readonly value: string;
  readonly unit: string | null;
  /** Where the value stands, its unit included. */
  readonly at: Span;
  /** What the fact is quoted by; holds `at`. */
  readonly quote: Span;
  readonly comparison?: Comparison;
  readonly period?: string | null;
}

/** Marked stretches of a text. */
export class Marks {
  readonly #marked: Uint8Array;

  constructor(length: number) {
    this.#marked = new Uint8Array(length);
  }

  add([from, to]: Span): void {
    this.#marked.fill(1, from, to);
  }

  /** Whether any character of the span is marked. */
  touches([from, to]: Span): boolean {
    return this.#marked.subarray(from, to).includes(1);
  }
}

/**
 * The facts of one passage. A path is given once: a second, different value for it is refused, so that it can be told
 * otherwise. Keeps what has been explained.
 */
export class Ledger {
  readonly #facts: { fact: Fact; owner: Node; at: number }[] = [];
  readonly #byPath = new Map<string, Fact>();
  readonly #used: Marks;

  constructor(
    readonly passage: Passage,
    readonly context: FactContext,
  ) {
    this.#used = new Marks(passage.text.length);
  }

  /** Adds a fact and marks its figure as explained. False when the path has another value already. */
  put(entry: NewFact): boolean {
    const known = this.#byPath.get(entry.path);
    if (known !== undefined) {
      if (known.value !== entry.value) return false;
      this.#used.add(entry.at);
      return true;
    }
    const { passage } = this;
    const owner = ownerAt(passage, entry.at[0]);
    if (owner === undefined) return false;
    const year = this.context.fiscalYear;
    const fact: Fact = {
      path: entry.path,
      value: entry.value,
      unit: entry.unit,
      kind: entry.kind,
      period: entry.period === undefined ? (year === null ? null : String(year)) : entry.period,
      ...(entry.comparison === undefined ? {} : { comparison: entry.comparison }),
      quote: printed(passage, ...entry.quote),
      ...placeOf(passage, entry.at[0], ...entry.quote),
    };
    this.#byPath.set(entry.path, fact);
    this.#facts.push({ fact, owner, at: entry.at[0] });
    this.#used.add(entry.at);
    return true;
  }

  has(path: string): boolean {
    return this.#byPath.has(path);
  }

  /** The comparison that the fact of this path tells; undefined when there is no such fact, or it tells none. */
  comparisonAt(path: string): Comparison | undefined {
    return this.#byPath.get(path)?.comparison;
  }

  /** Hangs a comparison on the first of these paths that has a fact. */
  compare(paths: readonly string[], comparison: Comparison): void {
    for (const path of paths) {
      const fact = this.#byPath.get(path);
      if (fact === undefined) continue;
      fact.comparison ??= comparison;
      return;
    }
  }

  /** Whether a figure in this span is explained already. */
  isUsed(span: Span): boolean {
    return this.#used.touches(span);
  }

  /** Marks a span as explained (text of a reason, a threshold). */
  use(span: Span): void {
    this.#used.add(span);
  }

  /** Facts in reading order, with the section each stands in. */
  facts(): { fact: Fact; owner: Node }[] {
    return this.#facts.toSorted((a, b) => a.at - b.at);
  }
}
