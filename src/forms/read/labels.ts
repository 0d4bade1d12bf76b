import { oncePer } from "../../model/index.js";
import { normalise, stripOrdinal } from "../../text/index.js";

/** A row label for comparison: normal form without ordinal, quotes and 其中. */
export function labelForm(text: string): string {
  return stripOrdinal(normalise(text).replace(/^其中:?/, ""))
    .replace(/[“”"]/g, "")
    .replace(/^\*+/, "");
}

type Labelled = { readonly labels: readonly string[] };

const formsOf = oncePer((row: Labelled): ReadonlySet<string> => new Set(row.labels.map(labelForm)));

/** Whether a row's definition has the label, given in comparison form. */
export function isLabelled(row: Labelled, label: string): boolean {
  return formsOf(row).has(label);
}
