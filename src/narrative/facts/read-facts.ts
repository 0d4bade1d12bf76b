import type { Ledger } from "./ledger.js";
import { applyTemplate } from "./read-figures.js";
import { putReason, readComparisons, readDirections } from "./read-judgements.js";
import { readDistributed, readEmpty, readLabels, readList, readPurposes } from "./read-texts.js";
import { Reading } from "./reading.js";
import { findReasons } from "./reasons.js";
import { measuresOf, type SectionFacts } from "./section-facts.js";

/** Reads what `facts` describes from the ledger's passage into the ledger. */
export function readFacts(facts: SectionFacts, ledger: Ledger): void {
  const reading = new Reading(facts, ledger);
  const { text, stretches } = reading;
  // Reasons and purposes first: figures inside them are no figures of the accounts.
  const named = stretches.filter(({ match }) => match !== null).map(({ from }) => from);
  const reasons = findReasons(text, named).filter((reason) => !reading.isMasked(reason.clause[0]));
  for (const reason of reasons) reading.mask(reason.text);
  readLabels(reading);
  readPurposes(reading);
  for (const statement of facts.statements ?? [])
    applyTemplate(reading, statement, { path: "", body: 0, to: text.length, parts: [] });
  for (const stretch of stretches)
    for (const measure of measuresOf(stretch.subject, ledger.context)) applyTemplate(reading, measure, stretch);
  for (const stretch of stretches) readList(reading, stretch);
  readDistributed(reading);
  readEmpty(reading);
  readComparisons(reading);
  readDirections(reading);
  for (const reason of reasons) putReason(reading, reason);
}
