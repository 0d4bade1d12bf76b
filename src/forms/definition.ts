/** What a form is, as data. A new form is one file that default-exports `defineForm({...})`. */
import type { DocumentIdentity } from "../model/index.js";
import type { IdentityDefinition } from "./identity-definition.js";

/** Kinds of table that the engine reads. */
export type FormLayout =
  /** 项目|金额 twice beside each other; each printed row gives one row per side. */
  | "two-sided"
  /** One row per functional classification code. */
  | "code-tree"
  /** Several blocks of economic code | name | amount beside each other. */
  | "economic-blocks"
  /** One row of amounts under a header tree; also printed as a list with one row per item. */
  | "single-row"
  /** One row per label, its place in the tree told by indent, ordinal, code or columns of labels; 其中 rows. */
  | "hierarchy";

/**
 * A column. `path` lists groups of header texts: the column is the one whose printed header, from top to bottom, holds a
 * text of every group, in any order. More groups make a column more particular. A text between slashes is a pattern for
 * the whole header text: `/^20\\d\\d年决算数$/`; `{year}` and `{year-1}` are the year of the table's title and the one before.
 */
export interface ColumnDefinition {
  readonly key: string;
  readonly path: readonly (readonly string[])[];
  readonly side?: "income" | "expenditure";
  /** Where several printed columns match, the one under one of these header texts: 基本支出 also stands under 本年收入. */
  readonly under?: readonly string[];
  /** What its cells hold; amounts where nothing is said. A text column's cells are kept as evidence. */
  readonly kind?: "amount" | "percent" | "text";
  /** Printed by some layouts only: its absence says nothing about which form it is. */
  readonly optional?: true;
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
  /** Patterns for titles that vary by region, for the whole title without year, ordinal, quotes and brackets; a group `entity` is to hold an entity's name or nothing. */
  readonly titlePatterns?: readonly string[];
  /** The kind of document that prints it; a document known to be of another kind is not compared with it. */
  readonly kind?: NonNullable<DocumentIdentity["kind"]>;
  readonly layout: FormLayout;
  readonly unit: "元" | "万元" | "亿元";
  readonly columns: readonly ColumnDefinition[];
  readonly rows?: readonly RowDefinition[];
  /** Two-sided forms whose expenditure rows are functional classes: keys are this prefix and the class code. */
  readonly functionPrefix?: string;
  /** Economic blocks: which block a class (three digits) belongs to. */
  readonly blocks?: Readonly<Record<string, "personnel" | "public">>;
  /** Columns that the definition does not list (one per city, say) are keyed by their printed header. */
  readonly otherColumns?: "by-header";
  /** What adds up inside the form. */
  readonly identities?: readonly IdentityDefinition[];
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
  for (const pattern of [...(form.titlePatterns ?? []), ...headerPatterns(form)]) {
    try {
      new RegExp(pattern, "u");
    } catch (cause) {
      fail(`${pattern} is no pattern (${cause instanceof Error ? cause.message : String(cause)})`);
    }
  }
  const columns = form.columns.map((column) => `${column.side ?? ""}/${column.key}`);
  if (columns.length === 0 || new Set(columns).size !== columns.length) fail("columns must have different keys");
  if (form.columns.some((column) => column.path.length === 0 || column.path.some((group) => group.length === 0))) {
    fail("every column needs a path of non-empty groups");
  }
  const rows = (form.rows ?? []).map((row) => row.key);
  if (new Set(rows).size !== rows.length) fail("rows must have different keys");
  const keys = new Set(form.columns.map((column) => column.key));
  for (const key of form.otherColumns === "by-header" ? [] : (form.identities ?? []).flatMap(columnsOf)) {
    // An identity without one of its columns would find the publisher wrong.
    if (!keys.has(key)) fail(`an identity names the column "${key}", which is not among columns`);
  }
  return form;
}

/** Keys of the columns that an identity cannot do without. */
function columnsOf(identity: IdentityDefinition): readonly string[] {
  switch (identity.kind) {
    case "columns":
      return [identity.total, ...identity.parts];
    case "children":
    case "total":
      return identity.columns;
    case "ratio":
      return [identity.percent, identity.part];
    case "rows":
      return [];
  }
}

function headerPatterns(form: FormDefinition): string[] {
  return form.columns.flatMap((column) => column.path.flat()).flatMap((text) => patternOf(text) ?? []);
}

/** The pattern of a header text between slashes; null for a plain text. */
export function patternOf(text: string): string | null {
  return text.length > 2 && text.startsWith("/") && text.endsWith("/") ? text.slice(1, -1) : null;
}
