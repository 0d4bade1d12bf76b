import { normalise, stripOrdinal } from "../../text/index.js";

/** A row label for comparison: normal form without ordinal, quotes and 其中. */
export function labelForm(text: string): string {
  return stripOrdinal(normalise(text).replace(/^其中:?/, ""))
    .replace(/[“”"]/g, "")
    .replace(/^\*+/, "");
}

const formsByRow = new WeakMap<{ readonly labels: readonly string[] }, ReadonlySet<string>>();

/** Whether a row's definition has the label, given in comparison form. */
export function isLabelled(row: { readonly labels: readonly string[] }, label: string): boolean {
  let forms = formsByRow.get(row);
  if (forms === undefined) {
    forms = new Set(row.labels.map(labelForm));
    formsByRow.set(row, forms);
  }
  return forms.has(label);
}
