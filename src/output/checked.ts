import type { Box, DisclosureDocument, Fact, Finding, FormTable, Place, Section } from "../model/index.js";

/** One document and what was found about it, as `juesuan check` reports it. */
export interface CheckedDocument {
  /** As the caller named it: the PDF's or the folder's path. */
  readonly name: string;
  readonly source: DisclosureDocument["source"];
  readonly status: DisclosureDocument["status"];
  /** Those asked for, in the order in which they are shown. */
  readonly findings: readonly Finding[];
  /** How many are milder than asked for, and so not in `findings`. */
  readonly hidden: Counts;
  /** Where on their pages the places of the findings and of their operands are, in pt, as far as they are known. */
  readonly boxes: ReadonlyMap<Place, Box>;
}

export interface Counts {
  error: number;
  warning: number;
  info: number;
}

/** Most severe first. */
export const SEVERITIES: readonly Finding["severity"][] = ["error", "warning", "info"];

export function countFindings(findings: Iterable<Finding>): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info };
}

/** Which findings are asked for. */
export interface Selection {
  /** The mildest that is shown. */
  readonly severity: Finding["severity"];
  readonly matches: (rule: string) => boolean;
}

/** The findings asked for: most severe first, then by rule (N5.2 before N5.10), then as they stand in the document. */
export function select(findings: readonly Finding[], selection: Selection): { shown: Finding[]; hidden: Counts } {
  const asked = findings.filter(({ rule }) => selection.matches(rule));
  const mildest = SEVERITIES.indexOf(selection.severity);
  const isShown = ({ severity }: Finding) => SEVERITIES.indexOf(severity) <= mildest;
  const shown = asked.filter(isShown).sort((a, b) => {
    const bySeverity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
    if (bySeverity !== 0) return bySeverity;
    return RULE_ORDER.compare(a.rule, b.rule) || (a.place.page ?? 0) - (b.place.page ?? 0);
  });
  return { shown, hidden: countFindings(asked.filter((finding) => !isShown(finding))) };
}

const RULE_ORDER = new Intl.Collator("en", { numeric: true });

/** The boxes of the findings' places: a cell's from its evidence, a statement's from its fact. Other places have none. */
export function boxesOf(
  findings: readonly Finding[],
  tables: readonly FormTable[],
  sections: readonly Section[],
): Map<Place, Box> {
  const facts = sections.flatMap(factsOf);
  const boxes = new Map<Place, Box>();
  for (const { place, operands } of findings) {
    for (const where of [place, ...operands.map((operand) => operand.place)]) {
      const box = boxOf(where, tables, facts);
      if (box) boxes.set(where, box);
    }
  }
  return boxes;
}

function boxOf({ page, table, row, column, path }: Place, tables: readonly FormTable[], facts: readonly Fact[]) {
  const isHere = (found: { page: number }) => page === undefined || found.page === page;
  if (table !== undefined && row !== undefined && column !== undefined) {
    const rows = tables.flatMap(({ id, rows }) => (id === table ? rows : [])).filter(({ key }) => key === row);
    return rows.flatMap(({ evidence }) => evidence[column] ?? []).find(isHere)?.box;
  }
  return path === undefined ? undefined : facts.find((fact) => fact.path === path && isHere(fact))?.box;
}

/** The facts of a section and of those within it, in the order of print. */
export function factsOf(section: Section): Fact[] {
  return [...section.facts, ...section.sections.flatMap(factsOf)];
}
