import { findDistributed } from "./distributed.js";
import type { Span } from "./ledger.js";
import { printed } from "./passage.js";
import type { Reading } from "./reading.js";
import { clauseStart, sentenceEnd } from "./reasons.js";
import type { Stretch } from "./stretches.js";

/** The value of a boolean fact. */
export const TRUE = "true";

const PURPOSE = /主要用于:?(?!以下|下列|如下)(?<text>[^。;\n]+)/dgu;

/** What the mentions themselves say: labels and codes. */
export function readLabels(reading: Reading): void {
  const { ledger } = reading;
  for (const { path, subject, match } of reading.stretches) {
    if (match === null || subject.labels === undefined || reading.isMasked(match.index)) continue;
    for (const { suffix, group, value } of subject.labels(match, ledger.context)) {
      const at = match.indices?.groups?.[group];
      if (at === undefined) continue;
      const quote: Span = [match.index, match.index + match[0].length];
      const text = value ?? printed(ledger.passage, ...at);
      ledger.put({ path: path + suffix, kind: "text", value: text, unit: null, at, quote });
    }
  }
}

/** 主要用于…: what the money of a subject went to. */
export function readPurposes(reading: Reading): void {
  if (reading.facts.purpose !== true) return;
  const { ledger, text } = reading;
  for (const match of text.matchAll(PURPOSE)) {
    const at = match.indices?.groups?.text;
    const stretch = reading.judgedAt(match.index);
    if (at === undefined || stretch === undefined || reading.isMasked(match.index)) continue;
    const value = printed(ledger.passage, ...at);
    if (/\d(?:万|亿)?元/u.test(value)) continue;
    const quote: Span = [match.index, match.index + match[0].length];
    ledger.put({ path: `${stretch.path}.purpose`, kind: "text", value, unit: null, at, quote });
    reading.mask(at);
  }
}

/** `主要包括:办公费、印刷费、…。` up to the list's end; brackets hold no separators. */
export function readList(reading: Reading, { subject, path, body, to }: Stretch): void {
  const { ledger, text } = reading;
  const announced = subject.list?.exec(text.slice(body, to));
  if (announced === null || announced === undefined) return;
  const from = body + announced.index + announced[0].length;
  if (reading.isPlaceholder(from)) return;
  const length = text.slice(from, to).search(/[。;\n]/u);
  const end = length < 0 ? to : from + length;
  let start = from;
  let depth = 0;
  let count = 0;
  for (let at = from; at <= end; at++) {
    depth += text[at] === "(" ? 1 : text[at] === ")" ? -1 : 0;
    if (at < end && (text[at] !== "、" || depth > 0)) continue;
    if (at > start) {
      count++;
      const span: Span = [start, at];
      const value = printed(ledger.passage, ...span);
      ledger.put({ path: `${path}.items[${count}]`, kind: "text", value, unit: null, at: span, quote: span });
    }
    start = at + 1;
  }
}

/** Names and shares told one after the other, numbered on in their list. */
export function readDistributed(reading: Reading): void {
  const { distributed } = reading.facts;
  if (distributed === undefined) return;
  const { ledger, text } = reading;
  const listed = reading.stretches.filter(({ path }) => path.startsWith(`${distributed.path}[`));
  let count = new Set(listed.map(({ path }) => path)).size;
  for (const { name, what, value, at, quote } of findDistributed(text)) {
    if (ledger.isUsed(at) || reading.isPlaceholder(at[0])) continue;
    count++;
    const path = `${distributed.path}[${count}]`;
    const label = printed(ledger.passage, ...name) + printed(ledger.passage, ...what);
    ledger.put({ path: `${path}.label`, kind: "text", value: label, unit: null, at: name, quote });
    ledger.put({ path: path + distributed.suffix, kind: "percent", value, unit: "%", at, quote });
  }
}

/** The sentence that says there is nothing. */
export function readEmpty(reading: Reading): void {
  const { empty } = reading.facts;
  if (empty === undefined) return;
  const { ledger, text } = reading;
  for (const match of text.matchAll(empty.pattern)) {
    const at: Span = [match.index, match.index + match[0].length];
    const quote: Span = [clauseStart(text, at[0], /[。;\n]/u), sentenceEnd(text, at[1])];
    // The template's instruction: 无…的部门，作下述说明.
    if (reading.isPlaceholder(at[0]) || /说明|的部门|的单位/u.test(text.slice(...quote))) continue;
    ledger.put({ path: empty.path, kind: "boolean", value: TRUE, unit: null, at, quote });
  }
}
