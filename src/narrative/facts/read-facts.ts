import type { Fact } from "../../model/index.js";
import { amountUnitOf } from "../../text/index.js";
import { findComparisons } from "./comparisons.js";
import type { FactContext, Ledger, Span } from "./ledger.js";
import { type Passage, printed } from "./passage.js";
import { clauseStart, findReasons, sentenceEnd } from "./reasons.js";
import type { SectionFacts, Subject } from "./section-facts.js";
import type { Slot, Template } from "./template.js";

type AnySubject = Omit<Subject, "mention" | "path">;

/** A stretch of text that speaks of one subject. */
interface Stretch {
  readonly path: string;
  readonly subject: AnySubject;
  /** Start of the mention, its end, and the end of the stretch. */
  readonly from: number;
  readonly body: number;
  readonly to: number;
}

/** XX, ××, **: a template's blanks. A sentence with one states nothing. */
const PLACEHOLDER = /[X×＊*]{2,}/u;
const DIRECTION =
  /决算数?(?:较|比|与|同|和)?(?:(?<less>小于|低于|少于)|(?<greater>大于|高于|多于|超过)|(?<equal>等于))(?:年初|全年|调整)?预算|(?:与|同|和|较)(?:年初|全年|调整)?预算数?(?:(?<approx>基本)|(?<flat>))(?:持平|一致|相等|相同)/dgu;
const PURPOSE = /主要用于:?(?!以下|下列|如下)(?<text>[^。;\n]+)/dgu;

const DEFAULT_COMPARED = [".final", ".total", ".amount"];

/** Placeholder sentences as spans. */
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

function findStretches(facts: SectionFacts, passage: Passage, context: FactContext): Stretch[] {
  const { text } = passage;
  const found: { from: number; body: number; path: string; subject: Subject; match: RegExpExecArray }[] = [];
  for (const subject of facts.subjects) {
    let index = 0;
    for (const match of text.matchAll(subject.mention)) {
      const path = typeof subject.path === "string" ? subject.path : subject.path(match, index, context);
      if (path === null) continue;
      index++;
      found.push({ from: match.index, body: match.index + match[0].length, path, subject, match });
    }
  }
  // The longer mention wins where two overlap (公务用车购置及运行维护费 over 公务用车购置).
  found.sort((a, b) => a.from - b.from || b.body - a.body);
  const mentions: typeof found = [];
  for (const one of found) if (one.from >= (mentions.at(-1)?.body ?? 0)) mentions.push(one);
  const stretches: Stretch[] = [];
  const first = mentions[0]?.from ?? text.length;
  if (facts.start !== undefined && first > 0)
    stretches.push({ path: facts.start.path, subject: facts.start, from: 0, body: 0, to: first });
  for (const [at, { path, subject, from, body }] of mentions.entries()) {
    const next = mentions[at + 1]?.from ?? text.length;
    const to = subject.sentence === true ? Math.min(next, sentenceEnd(text, from)) : next;
    stretches.push({ path, subject, from, body, to });
  }
  return stretches;
}

const KINDS: Readonly<Record<Slot["kind"], Fact["kind"]>> = {
  amt: "amount",
  pct: "percent",
  count: "count",
  score: "score",
  date: "date",
  text: "text",
};

/** Reads the facts of one section's passage by its data. */
class Reader {
  readonly passage: Passage;
  readonly context: FactContext;
  readonly #masks: Span[];
  readonly #placeholders: readonly Span[];
  readonly #stretches: readonly Stretch[];

  constructor(
    readonly facts: SectionFacts,
    readonly ledger: Ledger,
  ) {
    this.passage = ledger.passage;
    this.context = ledger.context;
    this.#placeholders = placeholderSpans(this.passage.text);
    this.#masks = [...this.#placeholders];
    this.#stretches = findStretches(facts, this.passage, this.context);
  }

  read(): void {
    const { text } = this.passage;
    const named = this.#stretches.map((stretch) => stretch.from);
    const reasons = findReasons(text, named).filter((reason) => !this.#isMasked(reason.clause[0]));
    for (const { text: span } of reasons) this.#masks.push(span);
    this.#readLabels();
    this.#readPurposes();
    for (const one of this.facts.statements ?? []) this.#apply(one, "", 0, text.length);
    for (const stretch of this.#stretches)
      for (const measure of stretch.subject.measures) this.#apply(measure, stretch.path, stretch.body, stretch.to);
    for (const stretch of this.#stretches) this.#readList(stretch);
    this.#readEmpty();
    this.#readComparisons();
    this.#readDirections();
    for (const { clause, text: span } of reasons) this.#putReason(clause, span);
  }

  #isMasked(at: number): boolean {
    return this.#masks.some(([from, to]) => at >= from && at < to);
  }

  /** The stretch that the character at `at` belongs to. */
  #stretchAt(at: number): Stretch | undefined {
    return this.#stretches.findLast((stretch) => stretch.from <= at && at < stretch.to);
  }

  #apply(measure: Template, path: string, from: number, to: number): void {
    const stretch = this.passage.text.slice(from, to);
    for (const match of stretch.matchAll(measure.pattern)) {
      const at = (name: string): Span | null => {
        const span = match.indices?.groups?.[name];
        return span === undefined ? null : [from + span[0], from + span[1]];
      };
      const spans = measure.slots.flatMap((slot) => at(slot.value) ?? []);
      const starts = measure.slots.map((slot) => at(slot.value)?.[0] ?? from + match.index);
      const counted = measure.slots.every((slot) => slot.kind === "count" || slot.kind === "date");
      if (
        spans.length === 0 ||
        starts.some((start) => this.#isPlaceholder(start) || (!counted && this.#isMasked(start)))
      )
        continue;
      const quote: Span = [this.#quoteStart(from + match.index), from + match.index + match[0].length];
      for (const slot of measure.slots) this.#putSlot(slot, path, at, quote);
    }
  }

  #isPlaceholder(at: number): boolean {
    return this.#placeholders.some(([from, to]) => at >= from && at < to);
  }

  /** A quote starts where its clause does, or its item of a list (…0辆、主要领导干部用车0辆). */
  #quoteStart(at: number): number {
    return this.passage.text[at - 1] === "、" ? at : clauseStart(this.passage.text, at);
  }

  #putSlot(slot: Slot, path: string, at: (name: string) => Span | null, quote: Span): void {
    const value = at(slot.value);
    if (value === null) return;
    const unit = at(slot.unit);
    const span: Span = [value[0], unit?.[1] ?? value[1]];
    if (this.ledger.isUsed(span)) return;
    const { text } = this.passage;
    const form = text.slice(...value);
    const full = slot.suffix.startsWith("/") ? slot.suffix.slice(1) : path + slot.suffix;
    if (slot.kind === "text") {
      this.ledger.put({
        path: full,
        kind: "text",
        value: printed(this.passage, ...value),
        unit: null,
        at: span,
        quote,
      });
      return;
    }
    if (slot.kind === "date") {
      const [year = "", month = "", day = ""] = form.match(/\d+/gu) ?? [];
      const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      this.ledger.put({ path: full, kind: "date", value: date, unit: null, at: span, quote, period: year });
      return;
    }
    const printedUnit = unit === null ? null : printed(this.passage, ...unit);
    this.ledger.put({
      path: full,
      kind: KINDS[slot.kind],
      value: form.replaceAll(",", ""),
      unit: printedUnit === null ? null : slot.kind === "amt" ? moneyUnit(printedUnit) : printedUnit.replace("％", "%"),
      at: span,
      quote,
    });
  }

  #readLabels(): void {
    for (const subject of this.facts.subjects) {
      if (subject.labels === undefined) continue;
      let index = 0;
      for (const match of this.passage.text.matchAll(subject.mention)) {
        const path = typeof subject.path === "string" ? subject.path : subject.path(match, index, this.context);
        if (path === null) continue;
        index++;
        if (this.#isMasked(match.index) || !this.#stretches.some((s) => s.from === match.index && s.path === path))
          continue;
        for (const { suffix, value, group } of subject.labels(match, this.context)) {
          const at = match.indices?.groups?.[group];
          if (at === undefined) continue;
          const quote: Span = [match.index, match.index + match[0].length];
          const text = value ?? printed(this.passage, ...at);
          this.ledger.put({ path: path + suffix, kind: "text", value: text, unit: null, at, quote });
        }
      }
    }
  }

  #readPurposes(): void {
    if (this.facts.purpose !== true) return;
    for (const match of this.passage.text.matchAll(PURPOSE)) {
      const at = match.indices?.groups?.text;
      const stretch = this.#stretchAt(match.index);
      if (at === undefined || stretch === undefined || stretch.subject.judged === false || this.#isMasked(match.index))
        continue;
      const value = printed(this.passage, ...at);
      if (/\d(?:万|亿)?元/u.test(value)) continue;
      this.ledger.put({
        path: `${stretch.path}.purpose`,
        kind: "text",
        value,
        unit: null,
        at,
        quote: [match.index, match.index + match[0].length],
      });
      this.#masks.push(at);
    }
  }

  /** `主要包括:办公费、印刷费、…。` up to the list's end; brackets hold no separators. */
  #readList({ subject, path, body, to }: Stretch): void {
    const announced = subject.list?.exec(this.passage.text.slice(body, to));
    if (announced === null || announced === undefined) return;
    const from = body + announced.index + announced[0].length;
    const { text } = this.passage;
    const length = text.slice(from, to).search(/[。;\n]/u);
    const end = length < 0 ? to : from + length;
    let start = from;
    let count = 0;
    for (let at = from; at <= end; at++) {
      if (at < end && (text[at] !== "、" || depthAt(text, from, at) > 0)) continue;
      if (at > start) {
        const value = printed(this.passage, start, at);
        count++;
        this.ledger.put({
          path: `${path}.items[${count}]`,
          kind: "text",
          value,
          unit: null,
          at: [start, at],
          quote: [start, at],
        });
      }
      start = at + 1;
    }
  }

  #readEmpty(): void {
    const { empty } = this.facts;
    if (empty === undefined) return;
    for (const match of this.passage.text.matchAll(empty.pattern)) {
      const end = match.index + match[0].length;
      const sentence: Span = [
        clauseStart(this.passage.text, match.index, /[。;\n]/u),
        sentenceEnd(this.passage.text, end),
      ];
      if (this.#isPlaceholder(match.index) || /说明|的部门|的单位/u.test(this.passage.text.slice(...sentence)))
        continue;
      this.ledger.put({
        path: empty.path,
        kind: "boolean",
        value: TRUE,
        unit: null,
        at: [match.index, end],
        quote: sentence,
      });
    }
  }

  #readComparisons(): void {
    const found = findComparisons(this.passage.text, this.context, (at) => this.#isMasked(at));
    for (const one of found) {
      const stretch = this.#stretchAt(one.move[0]);
      if (stretch === undefined || stretch.subject.judged === false || this.ledger.isUsed(one.move)) continue;
      const base = `${stretch.path}.comparison`;
      const { comparison, delta, pct, prior } = one;
      const quote = one.quote;
      if (this.ledger.has(`${base}.direction`)) continue;
      if (comparison.direction !== null)
        this.ledger.put({
          path: `${base}.direction`,
          kind: "direction",
          value: comparison.direction,
          unit: null,
          at: one.move,
          quote,
          comparison,
        });
      if (delta !== null)
        this.ledger.put({
          path: `${base}.delta`,
          kind: "amount",
          value: delta.value,
          unit: moneyUnit(delta.unit),
          at: delta.at,
          quote,
        });
      if (pct !== null)
        this.ledger.put({ path: `${base}.pct`, kind: "percent", value: pct.value, unit: pct.unit, at: pct.at, quote });
      if (prior !== null)
        this.ledger.put({
          path: `${stretch.path}.priorAmount`,
          kind: "amount",
          value: prior.value,
          unit: moneyUnit(prior.unit),
          at: prior.at,
          quote,
          period: comparison.year === null ? null : String(comparison.year),
        });
      const compared = (stretch.subject.compared ?? DEFAULT_COMPARED).map((suffix) => stretch.path + suffix);
      this.ledger.compare(compared, comparison);
    }
  }

  #readDirections(): void {
    for (const match of this.passage.text.matchAll(DIRECTION)) {
      if (this.#isMasked(match.index)) continue;
      const stretch = this.#stretchAt(match.index);
      if (stretch === undefined || stretch.subject.judged === false) continue;
      const groups = match.groups ?? {};
      const value =
        groups.less !== undefined
          ? "less"
          : groups.greater !== undefined
            ? "greater"
            : groups.approx !== undefined
              ? "approximatelyEqual"
              : "equal";
      const at: Span = [match.index, match.index + match[0].length];
      const quote: Span = [clauseStart(this.passage.text, match.index), sentenceEnd(this.passage.text, at[1])];
      this.ledger.put({ path: `${stretch.path}.direction`, kind: "direction", value, unit: null, at, quote });
    }
  }

  #putReason(clause: Span, span: Span): void {
    const stretch = this.#stretchAt(Math.max(clause[0], span[0] - 1));
    if (stretch === undefined || stretch.subject.judged === false) return;
    const value = printed(this.passage, ...span);
    const entry = { kind: "text", value, unit: null, at: span, quote: [clause[0], span[1]] } as const;
    if (!this.ledger.put({ path: `${stretch.path}.reason`, ...entry }))
      this.ledger.put({ path: `${stretch.path}.comparison.reason`, ...entry });
  }
}

/** Brackets that are open at `at`, counted from `from`. */
function depthAt(text: string, from: number, at: number): number {
  let depth = 0;
  for (const character of text.slice(from, at)) depth += character === "(" ? 1 : character === ")" ? -1 : 0;
  return depth;
}

/** A bare 万 or 亿 is 万元 or 亿元 in a context of money (SPEC §6). */
function moneyUnit(unit: string): string {
  return amountUnitOf(unit) ?? unit;
}

/** The value of a boolean fact, spelt as the contract's own tool (shared/tools/facts.py) spells it. */
export const TRUE = "True";

/** Reads what `facts` describes from the ledger's passage into the ledger. */
export function readFacts(facts: SectionFacts, ledger: Ledger): void {
  new Reader(facts, ledger).read();
}
