import type { FormTable } from "../model/index.js";

/** False for a table of no known form: it has no keys that could be joined on, and is only in its own JSON, with its grid. */
export function isRecognised(table: Pick<FormTable, "id">): boolean {
  return !table.id.startsWith("unrecognised-");
}
