/** People's corrections in the tables and the narrative; what is printed stays in the evidence. */
import type { AppliedOverride, CellOverride, Fact, Finding, FormTable, Section, TableRow } from "../../model/index.js";
import { applied, stale } from "./findings.js";
import type { Decision } from "./in-force.js";
import { findCell, findFact, findRow, otherDocument, type Read } from "./places.js";

type Change<T> = (read: T) => T;

/**
 * Tables and sections with every correction that fits, and a finding for each: `override.applied`, `override.stale`.
 * Confirmations of findings are not looked at.
 */
export function withCorrections(read: Read, decisions: readonly Decision[]) {
  const findings: Finding[] = [];
  const rows = new Map<TableRow, Change<TableRow>[]>();
  const facts = new Map<Fact, Change<Fact>[]>();
  for (const decision of decisions) {
    if (decision.override.kind === "finding") continue;
    const reason = otherDocument(decision.override.document, read) ?? settle(decision, read, rows, facts);
    findings.push(reason === null ? applied(decision) : stale(decision, reason));
  }
  const tables = rows.size === 0 ? [...read.tables] : read.tables.map((table) => tableWith(table, rows));
  const sections = facts.size === 0 ? [...read.sections] : read.sections.map((section) => sectionWith(section, facts));
  return { tables, sections, findings };
}

/** Notes the change of what the decision fits; returns why it fits nothing, or null. */
function settle(
  { override }: Decision,
  { tables, sections }: Read,
  rows: Map<TableRow, Change<TableRow>[]>,
  facts: Map<Fact, Change<Fact>[]>,
): string | null {
  const { author, time, reason } = override;
  switch (override.kind) {
    case "proposal":
    case "value": {
      const row = findCell(override, tables);
      if (typeof row === "string") return row;
      const { kind, place, because } = override;
      const previous = row.values[place.column] ?? null;
      const entry = { kind, previous, ...(because && { because }), author, time, reason };
      return note(rows, row, (read) => rowWith(read, override, entry));
    }
    case "label": {
      const row = findRow(override, tables);
      if (typeof row === "string") return row;
      const labelOverride = { printed: row.label ?? "", author, time, reason };
      return note(rows, row, (read) => ({ ...read, label: override.label, labelOverride }));
    }
    case "statement": {
      const fact = findFact(override, sections);
      if (typeof fact === "string") return fact;
      const entry: AppliedOverride = { kind: "statement", previous: fact.value, author, time, reason };
      return note(facts, fact, (read) => ({ ...read, value: override.value, override: entry }));
    }
    case "finding":
      return null;
  }
}

function note<T>(changes: Map<T, Change<T>[]>, read: T, change: Change<T>): null {
  changes.set(read, [...(changes.get(read) ?? []), change]);
  return null;
}

function rowWith(row: TableRow, { place, value }: CellOverride, override: AppliedOverride): TableRow {
  const { column, page } = place;
  const printed = row.evidence[column] ?? { text: "", page, box: [0, 0, 0, 0], source: "text" };
  return {
    ...row,
    values: { ...row.values, [column]: value },
    evidence: { ...row.evidence, [column]: { ...printed, override } },
  };
}

function tableWith(table: FormTable, changes: ReadonlyMap<TableRow, readonly Change<TableRow>[]>): FormTable {
  if (!table.rows.some((row) => changes.has(row))) return table;
  const rows = table.rows.map((row) => (changes.get(row) ?? []).reduce((read, change) => change(read), row));
  const isEmpty = table.isEmpty && rows.every(({ values }) => Object.values(values).every((value) => value === null));
  return { ...table, isEmpty, rows };
}

function sectionWith(section: Section, changes: ReadonlyMap<Fact, readonly Change<Fact>[]>): Section {
  return {
    ...section,
    facts: section.facts.map((fact) => (changes.get(fact) ?? []).reduce((read, change) => change(read), fact)),
    sections: section.sections.map((inner) => sectionWith(inner, changes)),
  };
}
