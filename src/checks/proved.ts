import { oncePer } from "../model/index.js";
import { amountOf } from "./amount.js";
import { type CellKey, keyOf } from "./repair-equations.js";
import type { Evaluation } from "./types.js";

/** Other amounts than the cell's own in a sum that proves it: a copied figure may have been misread as the first was. */
const FEWEST_OTHERS = 2;

/**
 * Cells whose value a sum proves: it holds to the last digit with several other amounts, and no identity with the cell
 * fails. What is printed 0.00 is proved as any amount is; a blank is not (it says nothing).
 */
export const provedCells = oncePer((evaluations: readonly Evaluation[]): ReadonlySet<CellKey> => {
  const proved = new Set<CellKey>();
  const refuted = new Set<CellKey>();
  for (const { relation, status, severity, operands } of evaluations) {
    const keys = operands.flatMap((operand) => keyOf(operand) ?? []);
    if (status === "fail") for (const key of keys) refuted.add(key);
    if (relation !== "=" || status !== "ok" || severity === "info") continue;
    const amounts = new Set(
      operands.flatMap((one) => (amountOf(one.value)?.isZero() === false ? (keyOf(one) ?? []) : [])),
    );
    for (const operand of operands) {
      const key = keyOf(operand);
      if (key === null || amountOf(operand.value) === null) continue;
      if (amounts.size - (amounts.has(key) ? 1 : 0) >= FEWEST_OTHERS) proved.add(key);
    }
  }
  return new Set([...proved].filter((key) => !refuted.has(key)));
});
