import type { Disclosure, FactsRow, Section } from "../model/index.js";
import { csvText } from "./csv.js";
import { validated } from "./schemas.js";

/** OUTPUT.md's order. */
export const FACTS_COLUMNS = [
  "document",
  "section",
  "path",
  "value",
  "unit",
  "kind",
  "period",
  "page",
  "quote",
] as const satisfies readonly (keyof FactsRow)[];

/** Every fact of every section, a section's own before those of its sub-sections. */
export function* factsRows(disclosure: Pick<Disclosure, "sections">, document: string): Generator<FactsRow> {
  for (const section of disclosure.sections) yield* sectionRows(section, document);
}

/**
 * The text of facts.csv.
 * @throws SchemaError when a row breaks schema facts-row
 */
export function factsCsv(disclosure: Pick<Disclosure, "sections">, document: string): string {
  return csvText(FACTS_COLUMNS, validated("facts-row", factsRows(disclosure, document)));
}

function* sectionRows(section: Section, document: string): Generator<FactsRow> {
  for (const { path, value, unit, kind, period, page, quote } of section.facts) {
    yield {
      document,
      section: section.id,
      path,
      value: kind === "boolean" ? csvBoolean(value) : (value ?? ""),
      unit: unit ?? "",
      kind,
      period: period ?? "",
      page: String(page),
      quote,
    };
  }
  for (const inner of section.sections) yield* sectionRows(inner, document);
}

/** OUTPUT.md's consumers (shared/tools/facts.py) spell booleans as Python does: "true" in JSON is True in the CSV. */
function csvBoolean(value: string | null): string {
  return value === null ? "" : value.charAt(0).toUpperCase() + value.slice(1);
}
