import type { FormTable } from "../../src/model/index.js";

/** A table with nothing in it but what is given. */
export function blankTable(id: string, changes: Partial<FormTable> = {}): FormTable {
  return {
    id,
    formCode: null,
    title: null,
    entity: null,
    unit: null,
    pageStart: 1,
    pageEnd: 1,
    isEmpty: false,
    emptyStatement: null,
    columns: [],
    rows: [],
    notes: [],
    ...changes,
  };
}
