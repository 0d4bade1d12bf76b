import { normalise, stripOrdinal } from "../text/index.js";

/**
 * What two printed names of one thing have in common: no ordinal, no (类)(款)(项), no quotes, 与 and 及 for 和, and none
 * of 支出 at the end unless nothing else is left.
 */
export function nameKey(name: string): string {
  const plain = normalise(stripOrdinal(name))
    .replace(/\([类款项]\)$/, "")
    .replace(/[“”]/g, "")
    .replace(/[与及]/g, "和");
  return plain.replace(/(?<=.)支出$/, "");
}
