/** What a form is, as data. A new form is one file that default-exports `defineForm({...})`. */

/** Kinds of table that the engine reads. */
export type FormLayout =
  /** 项目|金额 twice beside each other; each printed row gives one row per side. */
  | "two-sided"
  /** One row per functional classification code. */
  | "code-tree"
  /** Several blocks of economic code | name | amount beside each other. */
  | "economic-blocks"
  /** One row of amounts under a header tree; also printed as a list with one row per item. */
  | "single-row";

/**
 * A column. `path` lists groups of header texts: the column is the one whose printed header, from top to bottom, holds a
 * text of every group, in any order. More groups make a column more particular.
 */
export interface ColumnDefinition {
  readonly key: string;
  readonly path: readonly (readonly string[])[];
  readonly side?: "income" | "expenditure";
}

/** A row known by its label. */
export interface RowDefinition {
  readonly key: string;
  readonly side?: "income" | "expenditure";
  /** Printed labels without ordinal; compared in normal form. */
  readonly labels: readonly string[];
  readonly role?: "item" | "subtotal" | "total";
  /** Only this row when it stands below that one: the same label means two things. */
  readonly after?: string;
  readonly block?: "personnel" | "public";
}

export interface FormDefinition {
  /** Canonical id, kebab-case. */
  readonly id: string;
  readonly family: string;
  /** The usual printed title, then its variants: without year, unit name, 部门 and quotes; compared whole. */
  readonly titles: readonly string[];
  readonly layout: FormLayout;
  readonly unit: "元" | "万元";
  readonly columns: readonly ColumnDefinition[];
  readonly rows?: readonly RowDefinition[];
  /** Two-sided forms whose expenditure rows are functional classes: keys are this prefix and the class code. */
  readonly functionPrefix?: string;
  /** Economic blocks: which block a class (three digits) belongs to. */
  readonly blocks?: Readonly<Record<string, "personnel" | "public">>;
}

/**
 * Checks a definition and hands it on.
 * @throws {TypeError} when an id, a key or a path is missing or given twice
 */
export function defineForm(form: FormDefinition): FormDefinition {
  const fail = (what: string): never => {
    throw new TypeError(`form ${form.id || "(without id)"}: ${what}`);
  };
  if (!/^[a-z][a-z0-9-]*$/.test(form.id)) fail("the id must be kebab-case");
  if (form.titles.length === 0) fail("at least one title is needed");
  const columns = form.columns.map((column) => `${column.side ?? ""}/${column.key}`);
  if (columns.length === 0 || new Set(columns).size !== columns.length) fail("columns must have different keys");
  if (form.columns.some((column) => column.path.length === 0 || column.path.some((group) => group.length === 0))) {
    fail("every column needs a path of non-empty groups");
  }
  const rows = (form.rows ?? []).map((row) => row.key);
  if (new Set(rows).size !== rows.length) fail("rows must have different keys");
  return form;
}
