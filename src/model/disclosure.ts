import type { DisclosureDocument, Finding, FormTable, PerformanceTable, Section } from "./output.js";

/**
 * One disclosure, whole: what the library returns and what `--stdout` prints.
 * Files on disk hold the same, with `document.json` referring to tables and sections by file.
 */
export interface Disclosure extends Omit<DisclosureDocument, "tables" | "sections" | "performance"> {
  tables: FormTable[];
  sections: Section[];
  performance: PerformanceTable[];
  findings: Finding[];
}
