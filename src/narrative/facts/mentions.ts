import { findMoney, type MoneyInText } from "../../text/index.js";
import type { Ledger, Span } from "./ledger.js";
import { printed } from "./passage.js";
import { clauseStart, sentenceEnd } from "./reasons.js";
import { otherYear } from "./years.js";

/** A price that something must reach (单价100万元(含)以上设备) is no amount of this document. */
const THRESHOLD = /^(?:\((?:不)?含(?:本数)?\))?(?:及)?(?:以[上下内]|起)/u;
/** An amount with the noun in front: Chinese, in the same clause. */
const NOUN = /\p{Script=Han}{2,}/u;
/** Behind an amount a list goes on: 均衡性转移支付442.4亿元、县级… */
const LIST_MARK = /(?<=[元万亿%)])、/gu;
const MAX_LABEL = 40;
/** What may stand in front of the label and is none of it. */
const ENUMERATOR = /^(?:["()、.—~-]|[①-⑳]|\d{1,2}[.、](?!\d)|其中[:,]?)+/u;

/** The amounts printed in a text, thresholds left out. */
export function amountsIn(text: string): MoneyInText[] {
  return findMoney(text).filter((money) => !THRESHOLD.test(text.slice(money.end)));
}

/** What stands before an amount in its clause: what it is an amount of. */
function labelSpan(text: string, at: number): Span | null {
  let from = clauseStart(text, at);
  for (const mark of text.slice(from, at).matchAll(LIST_MARK)) from += mark.index + 1 - (from - clauseStart(text, at));
  from = Math.max(from, at - MAX_LABEL);
  from += ENUMERATOR.exec(text.slice(from, at))?.[0].length ?? 0;
  return NOUN.test(text.slice(from, at)) ? [from, at] : null;
}

/**
 * The last resort: an amount that no pattern of its section took, with the words in front of it as its label, apart from
 * the canonical paths (`<section>.mentions[n].amount` and `.label`). Amounts without any such words are left.
 */
export function readMentions(ledger: Ledger, root: string): void {
  const { passage } = ledger;
  let count = 0;
  for (const money of amountsIn(passage.text)) {
    const at: Span = [money.start, money.end];
    if (ledger.isUsed(at)) continue;
    const label = labelSpan(passage.text, money.start);
    if (label === null) continue;
    count++;
    const path = `${root}.mentions[${count}]`;
    const quote: Span = [label[0], money.end];
    ledger.put({
      path: `${path}.label`,
      kind: "text",
      value: printed(passage, ...label),
      unit: null,
      at: label,
      quote,
    });
    const another = otherYear(passage.text, money.start, ledger.context.fiscalYear);
    const period = another === null ? {} : { period: another.year?.toString() ?? null };
    ledger.put({ path: `${path}.amount`, kind: "amount", value: money.value, unit: money.unit, at, quote, ...period });
  }
}

/** Sentences with amounts that no fact explains. */
export function unexplained(ledger: Ledger): { sentence: Span; amounts: string[] }[] {
  const { text } = ledger.passage;
  const found: { sentence: Span; amounts: string[] }[] = [];
  for (const money of amountsIn(text)) {
    if (ledger.isUsed([money.start, money.end])) continue;
    const sentence: Span = [clauseStart(text, money.start, /[。\n]/u), sentenceEnd(text, money.end)];
    const last = found.at(-1);
    if (last !== undefined && last.sentence[0] === sentence[0]) last.amounts.push(money.text);
    else found.push({ sentence, amounts: [money.text] });
  }
  return found;
}
