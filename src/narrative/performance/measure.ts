import type { PerformanceMeasure } from "../../model/index.js";
import { readNumber } from "../../text/index.js";

/** A target or an actual value: comparator, value and unit, or a word; null for a blank cell (SPEC §5.1). */
export function readMeasure(text: string): PerformanceMeasure {
  if (text === "") return null;
  const nothing = { raw: text, comparator: null, value: null, unit: null, qualitative: null };
  const reading = readNumber(text, "measure");
  switch (reading.kind) {
    case "blank":
      return nothing;
    case "amount":
      return { ...nothing, value: reading.value };
    case "percent":
      return { ...nothing, value: reading.value, unit: "%" };
    case "permille":
      return { ...nothing, value: reading.value, unit: "‰" };
    case "money":
    case "count":
    case "threshold":
      return { ...nothing, value: reading.value, unit: reading.unit };
    case "target":
      return { ...nothing, comparator: reading.comparator, value: reading.value, unit: reading.unit };
    default:
      return { ...nothing, qualitative: text };
  }
}
