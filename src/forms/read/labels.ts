import { normalise, stripOrdinal } from "../../text/index.js";

/** A row label for comparison: normal form without ordinal, quotes and 其中. */
export function labelForm(text: string): string {
  return stripOrdinal(normalise(text).replace(/^其中:?/, ""))
    .replace(/[“”"]/g, "")
    .replace(/^\*+/, "");
}
