/** What adds up inside a form, as data; `checks/` evaluates it. Columns are named by their keys. */
export type IdentityDefinition =
  /** In every row: total = Σ parts. */
  | { readonly kind: "columns"; readonly total: string; readonly parts: readonly string[] }
  /** In every column: the row `total` = Σ the rows `parts` (keys of rows). */
  | { readonly kind: "rows"; readonly total: string; readonly parts: readonly string[] }
  /** Every row = Σ the rows directly beneath it, unless one of them is only a part (其中). A warning where rows may be left out. */
  | { readonly kind: "children"; readonly columns: readonly string[]; readonly severity?: "warning" }
  /** The total row = Σ the rows of the top level; with `endings`, of the rows whose labels end in one the last = Σ the others. */
  | { readonly kind: "total"; readonly columns: readonly string[]; readonly endings?: readonly string[] }
  /** In every row: percent = part / base; of several bases the first that the table prints. */
  | { readonly kind: "ratio"; readonly percent: string; readonly part: string; readonly base: readonly string[] };
