import { type Ledger, Marks, type Span } from "./ledger.js";
import { lastStarted } from "./passage.js";
import { sentenceEnd } from "./reasons.js";
import type { SectionFacts } from "./section-facts.js";
import { findStretches, isOfPart, type Stretch } from "./stretches.js";

/** XX, ××, **: a template's blanks. A sentence with one states nothing. */
const PLACEHOLDER = /[X×＊*]{2,}/u;

/** One section's passage while it is being read. */
export class Reading {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly #placeholders: Marks;
  readonly #masks: Marks;

  constructor(
    readonly facts: SectionFacts,
    readonly ledger: Ledger,
  ) {
    this.text = ledger.passage.text;
    this.stretches = findStretches(facts, ledger.passage, ledger.context);
    this.#placeholders = new Marks(this.text.length);
    this.#masks = new Marks(this.text.length);
    for (const span of placeholderSpans(this.text)) this.#placeholders.add(span);
  }

  /** Takes a span out of what figures are read from: the text of a reason or a purpose. */
  mask(span: Span): void {
    this.#masks.add(span);
  }

  /** Whether figures at `at` are part of a reason, a purpose or a template's sentence. */
  isMasked(at: number): boolean {
    return this.isPlaceholder(at) || this.#masks.touches([at, at + 1]);
  }

  isPlaceholder(at: number): boolean {
    return this.#placeholders.touches([at, at + 1]);
  }

  /** The stretch that the character at `at` belongs to. */
  stretchAt(at: number): Stretch | undefined {
    const stretch = this.stretches[lastStarted(this.stretches, at)];
    return stretch !== undefined && at < stretch.to ? stretch : undefined;
  }

  /** The stretch, when comparisons, reasons and purposes are read for its subject. */
  judgedAt(at: number): Stretch | undefined {
    const stretch = this.stretchAt(at);
    if (stretch === undefined || stretch.subject.judged === false) return undefined;
    return isOfPart(stretch, at) ? undefined : stretch;
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
