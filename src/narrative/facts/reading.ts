import type { Ledger, Span } from "./ledger.js";
import { sentenceEnd } from "./reasons.js";
import type { SectionFacts } from "./section-facts.js";
import { findStretches, type Stretch } from "./stretches.js";

/** XX, ××, **: a template's blanks. A sentence with one states nothing. */
const PLACEHOLDER = /[X×＊*]{2,}/u;

/** One section's passage while it is being read. */
export class Reading {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly #placeholders: readonly Span[];
  readonly #masks: Span[] = [];

  constructor(
    readonly facts: SectionFacts,
    readonly ledger: Ledger,
  ) {
    this.text = ledger.passage.text;
    this.stretches = findStretches(facts, ledger.passage, ledger.context);
    this.#placeholders = placeholderSpans(this.text);
  }

  /** Takes a span out of what figures are read from: the text of a reason or a purpose. */
  mask(span: Span): void {
    this.#masks.push(span);
  }

  /** Whether figures at `at` are part of a reason, a purpose or a template's sentence. */
  isMasked(at: number): boolean {
    return this.isPlaceholder(at) || this.#masks.some(([from, to]) => at >= from && at < to);
  }

  isPlaceholder(at: number): boolean {
    return this.#placeholders.some(([from, to]) => at >= from && at < to);
  }

  /** The stretch that the character at `at` belongs to. */
  stretchAt(at: number): Stretch | undefined {
    return this.stretches.findLast((stretch) => stretch.from <= at && at < stretch.to);
  }

  /** The stretch, when comparisons, reasons and purposes are read for its subject. */
  judgedAt(at: number): Stretch | undefined {
    const stretch = this.stretchAt(at);
    return stretch?.subject.judged === false ? undefined : stretch;
  }
}

function placeholderSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  while (from < text.length) {
    const to = sentenceEnd(text, from);
    if (PLACEHOLDER.test(text.slice(from, to))) spans.push([from, to]);
    from = to + 1;
  }
  return spans;
}
