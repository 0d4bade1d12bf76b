import type { Fact } from "../../model/index.js";
import { amountUnitOf } from "../../text/index.js";
import type { Span } from "./ledger.js";
import { printed } from "./passage.js";
import type { Reading } from "./reading.js";
import { clauseStart } from "./reasons.js";
import { isOfPart, type Stretch } from "./stretches.js";
import type { Slot, Template } from "./template.js";
import { otherYear } from "./years.js";

const KINDS: Readonly<Record<Slot["kind"], Fact["kind"]>> = {
  amt: "amount",
  pct: "percent",
  count: "count",
  score: "score",
  date: "date",
  text: "text",
};

/** What is asked of another year by name. */
const PRIOR = /\.prior[A-Z]/u;

/** A bare 万 or 亿 is 万元 or 亿元 in a context of money (SPEC §6). */
export function moneyUnit(unit: string): string {
  return amountUnitOf(unit) ?? unit;
}

/** What a template is searched in: a stretch, or a whole passage. */
export type Place = Pick<Stretch, "path" | "body" | "to" | "parts">;

/** Facts of one template on a stretch of the text, under its path; figures of its parts are left. */
export function applyTemplate(reading: Reading, measure: Template, place: Place): void {
  const { path, body: from, to } = place;
  const passage = reading.text.slice(from, to);
  if (!measure.fixed.every((text) => passage.includes(text))) return;
  for (const match of passage.matchAll(measure.pattern)) {
    const at = (name: string): Span | null => {
      const span = match.indices?.groups?.[name];
      return span === undefined ? null : [from + span[0], from + span[1]];
    };
    const starts = measure.slots.flatMap((slot) => at(slot.value)?.[0] ?? []);
    // Counts may stand in a reason (主要是更新公务用车2辆); money there is no figure of the accounts.
    const counted = measure.slots.every((slot) => slot.kind === "count" || slot.kind === "date");
    const barred = starts.some((start) => (counted ? reading.isPlaceholder(start) : reading.isMasked(start)));
    if (starts.length === 0 || barred || starts.some((start) => isOfPart(place, start))) continue;
    // 2023年公务接待10批次、60人次: what is told with a figure of another year is of that year too.
    const isOfAnotherYear = measure.slots.some((slot) => {
      const value = slot.kind === "date" || PRIOR.test(slot.suffix) ? null : at(slot.value);
      return value !== null && otherYear(reading.text, value[0], reading.ledger.context.fiscalYear) !== null;
    });
    if (isOfAnotherYear) continue;
    const start = from + match.index;
    const quote: Span = [quoteStart(reading.text, start), start + match[0].length];
    for (const slot of measure.slots) putSlot(reading, slot, path, at, quote);
  }
}

/** A quote starts where its clause does, or its item of a list (…0辆、主要领导干部用车0辆). */
function quoteStart(text: string, at: number): number {
  return text[at - 1] === "、" ? at : clauseStart(text, at);
}

function putSlot(reading: Reading, slot: Slot, path: string, at: (name: string) => Span | null, quote: Span): void {
  const { ledger, text } = reading;
  const value = at(slot.value);
  if (value === null) return;
  const unitAt = at(slot.unit);
  const span: Span = [value[0], unitAt?.[1] ?? value[1]];
  if (ledger.isUsed(span)) return;
  const full = slot.suffix.startsWith("/") ? slot.suffix.slice(1) : path + slot.suffix;
  const fact = { path: full, kind: KINDS[slot.kind], at: span, quote };
  const form = text.slice(...value);
  if (slot.kind === "text") ledger.put({ ...fact, value: printed(ledger.passage, ...value), unit: null });
  else if (slot.kind === "date") {
    const [year = "", month = "", day = ""] = form.match(/\d+/gu) ?? [];
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    ledger.put({ ...fact, value: date, unit: null, period: year });
  } else {
    const unit = unitAt === null ? null : printed(ledger.passage, ...unitAt);
    const shown = unit === null ? null : slot.kind === "amt" ? moneyUnit(unit) : unit.replace("％", "%");
    ledger.put({ ...fact, value: form.replaceAll(",", ""), unit: shown });
  }
}
