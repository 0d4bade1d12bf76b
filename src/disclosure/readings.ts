/** What two readings of one scanned cell have in common. */
import type { Reading } from "../model/index.js";
import { parseCell } from "../text/index.js";

/** The reading's amount, or its text without white space: equal for readings that say the same. */
export function canonical(text: string): string {
  const cell = parseCell(text);
  return cell.kind === "amount" ? cell.value : text.replace(/\s/g, "");
}

/** Whether readings after the first confirm a text: some say the same, and no more of them say one other thing. */
export function isConfirmed(text: string, again: readonly Reading[]): boolean {
  const votes = new Map<string, number>();
  for (const reading of again) votes.set(canonical(reading.text), (votes.get(canonical(reading.text)) ?? 0) + 1);
  const own = votes.get(canonical(text)) ?? 0;
  votes.delete("");
  return own > 0 && own >= Math.max(...votes.values());
}

/** The reader that compares a cell with the page's own digits (ocr/likeness). */
export const LIKENESS = "likeness";
