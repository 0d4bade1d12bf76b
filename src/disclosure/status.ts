/** Which forms are missing, and what the reading is worth: computed from what was found (promise 4 of the house). */

import { FAMILIES, type FormDefinition, type FormFamily, prescribedForms, type TableReading } from "../forms/index.js";
import type { Coverage, Disclosure, DocumentIdentity, Finding, FormTable, Page, TocEntry } from "../model/index.js";
import { normalise, stripOrdinal } from "../text/index.js";

/** The family whose forms the document prints: that of its tables, else that of its kind; 部门决算 where nothing tells. */
export function familyOf(identity: DocumentIdentity, readings: readonly TableReading[]): FormFamily {
  const counts = new Map<string, number>();
  for (const { form } of readings) if (form) counts.set(form.family, (counts.get(form.family) ?? 0) + 1);
  const [id] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const known = FAMILIES.find((family) => (id === undefined ? family.kind === identity.kind : family.id === id));
  // Forms of a user's own: nothing is prescribed for them.
  return known ?? (id === undefined ? FAMILIES[0] : { ...FAMILIES[0], id, name: id, forms: [], sets: [] });
}

/** Prescribed forms that the document does not hold, in the order of the family; none where nothing is prescribed. */
export function missingForms(family: FormFamily, tables: readonly FormTable[]): string[] {
  const found = new Set(tables.map((table) => table.id));
  return (prescribedForms(family, tables) ?? []).filter((form) => !found.has(form.id)).map((form) => form.id);
}

const COUNT: Readonly<Record<number, string>> = { 9: "nine", 12: "twelve" };

/** One finding per missing form: an error where the document's own contents promise it, or promise nothing at all. */
export function missingFindings(missing: readonly string[], toc: readonly TocEntry[], family: FormFamily): Finding[] {
  const { forms } = family;
  if (missing.length > 0 && missing.length === forms.length) {
    return [
      finding(
        "form.none-found",
        "error",
        `none of the ${COUNT[forms.length] ?? forms.length} official forms was found in the document; see \`juesuan inspect\` for what each page was taken for`,
        {},
      ),
    ];
  }
  const promised = promisedForms(toc, forms);
  return missing.map((id) => {
    const form = forms.find((f) => f.id === id);
    const title = form?.titles[0] ?? id;
    const page = promised.get(id);
    if (page !== undefined) {
      return finding(
        "form.missing",
        "error",
        `${title} is in the table of contents (p. ${page}) but not in the document`,
        { page, table: id },
      );
    }
    const listed = promised.size > 0;
    return finding(
      "form.missing",
      listed ? "info" : "error",
      listed
        ? `${title} is neither in the table of contents nor in the document`
        : `${title} was not found in the document`,
      { table: id },
    );
  });
}

/** Why a document of another kind is read only in part. */
export function kindFindings(identity: DocumentIdentity, tables: readonly FormTable[]): Finding[] {
  if (identity.kind === null || identity.kind === "final-accounts") return [];
  if (tables.some((table) => !table.id.startsWith("unrecognised"))) return [];
  const what = identity.kind === "budget" ? "a budget (部门预算)" : "a government's final accounts (财政总决算)";
  return [
    finding(
      "form.family-unknown",
      "warning",
      `the document is ${what}, of which no known form was found: its ${tables.length} tables are kept as unrecognised, with their whole grids`,
      {},
    ),
  ];
}

/** Forms that the table of contents names, with the page where it does. */
export function promisedForms(toc: readonly TocEntry[], family: readonly FormDefinition[]): Map<string, number> {
  const promised = new Map<string, number>();
  const bare = (text: string) =>
    stripOrdinal(normalise(text))
      .replace(/[“”"]/g, "")
      .replace(/^(?:(?:19|20)\d\d年度?)?(?:部门|单位)?/u, "");
  for (const entry of toc) {
    const text = bare(entry.text);
    const form = family.find((f) => f.titles.some((title) => bare(title) === text));
    if (form && !promised.has(form.id)) promised.set(form.id, entry.page);
  }
  return promised;
}

export function statusOf(input: {
  family: FormFamily;
  pages: readonly Page[];
  tables: readonly FormTable[];
  missing: readonly string[];
  promised: ReadonlyMap<string, number>;
  coverage: Coverage;
  /** Findings of columns whose figures were refused. */
  unread: readonly Finding[];
}): Disclosure["status"] {
  const { family, pages, tables, missing, promised, coverage, unread } = input;
  if (coverage.glyphs === 0) return "failed";
  const recognised = tables.some((table) => !table.id.startsWith("unrecognised"));
  const owed = promised.size > 0 ? missing.filter((id) => promised.has(id)) : missing;
  const problems = pages.some((page) => page.problems.length > 0);
  // Where no set of forms is prescribed, every table must be one that is known.
  const known =
    prescribedForms(family, tables) !== null || tables.every((table) => !table.id.startsWith("unrecognised"));
  const whole = owed.length === 0 && coverage.unplaced === 0 && unread.length === 0 && !problems;
  return recognised && known && whole ? "complete" : "partial";
}

export function finding(
  rule: string,
  severity: Finding["severity"],
  message: string,
  place: Finding["place"],
): Finding {
  return { rule, severity, message, place, actual: null, expected: null, tolerance: null, operands: [], note: null };
}
