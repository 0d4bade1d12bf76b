import type { Cell } from "../../model/index.js";
import { cellAt, labelForm, type PerfRow, printedText } from "./cells.js";
import { type Draft, decimal, type IndicatorColumns } from "./draft.js";
import { SUM, TOTAL } from "./labels.js";

/** The row of the total score, which stands below indicators: what 合计 is of above them is money. */
export function readTotal(row: PerfRow, label: Cell, draft: Draft, indicators: IndicatorColumns | null): boolean {
  const text = labelForm(label);
  if (indicators === null || !TOTAL.test(text)) return false;
  const weight = cellAt(row, indicators.weight);
  const scores = row.cells
    .filter((cell) => cell !== label && cell !== weight)
    .map((cell) => decimal(printedText(cell)));
  const score = scores.findLast((one) => one !== null) ?? null;
  if (SUM.test(text)) draft.sum ??= score;
  else draft.totalScore ??= score;
  return true;
}
