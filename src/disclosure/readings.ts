/** What two readings of one scanned cell have in common. */
import { parseCell } from "../text/index.js";

/** A number read with less confidence than this, 0–1, is doubtful; the wrong cells of the corpus scan stood at 0.08–0.89. */
export const SURE = 0.9;

/** The reading's amount, or its text without white space: equal for readings that say the same. */
export function canonical(text: string): string {
  const cell = parseCell(text);
  return cell.kind === "amount" ? cell.value : text.replace(/\s/g, "");
}

/** The reader that compares a cell with the page's own digits (ocr/likeness). */
export const LIKENESS = "likeness";
