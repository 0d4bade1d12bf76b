import type { Cell } from "../../model/index.js";
import { cellAt, labelForm, type PerfRow, printedText } from "./cells.js";
import { type Draft, decimal, type IndicatorColumns, keepPlace } from "./draft.js";
import { SUM, TOTAL } from "./labels.js";

/** The row of the total score, which stands below indicators: what 合计 is of above them is money. */
export function readTotal(row: PerfRow, label: Cell, draft: Draft, indicators: IndicatorColumns | null): boolean {
  const text = labelForm(label);
  if (indicators === null || !TOTAL.test(text)) return false;
  const weight = cellAt(row, indicators.weight);
  const cell = row.cells.findLast((one) => one !== label && one !== weight && decimal(printedText(one)) !== null);
  const score = cell === undefined ? null : decimal(printedText(cell));
  const isSum = SUM.test(text);
  // The sum is the total only where no other is printed.
  if (!isSum && draft.totalScore === null) draft.places.delete("total.score");
  if (cell) keepPlace(draft, "total", "score", cell);
  if (isSum) draft.sum ??= score;
  else draft.totalScore ??= score;
  return true;
}
