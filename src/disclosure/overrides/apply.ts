/** People's corrections in the tables and the narrative; what is printed stays in the evidence. */
import { isBlankRow } from "../../forms/index.js";
import type {
  AppliedOverride,
  CellOverride,
  Fact,
  Finding,
  FormTable,
  PerformanceTable,
  Section,
  TableGridCell,
  TableRow,
} from "../../model/index.js";
import { applied, stale } from "./findings.js";
import type { Decision } from "./in-force.js";
import { correctedPerformance, findPerformance } from "./performance.js";
import { findCell, findFact, findRow, findText, otherDocument, type Read } from "./places.js";

type Change<T> = (read: T) => T;

/** What becomes of each thing that was read. */
interface Changes {
  readonly rows: Map<TableRow, Change<TableRow>[]>;
  readonly texts: Map<TableGridCell, Change<TableGridCell>[]>;
  readonly facts: Map<Fact, Change<Fact>[]>;
  readonly performance: Map<PerformanceTable, Change<PerformanceTable>[]>;
}

/**
 * Tables, sections and 绩效自评表 with every correction that fits, and a finding for each: `override.applied`, `override.stale`.
 * Confirmations of findings are not looked at.
 */
export function withCorrections(read: Read, decisions: readonly Decision[]) {
  const findings: Finding[] = [];
  const changes: Changes = { rows: new Map(), texts: new Map(), facts: new Map(), performance: new Map() };
  for (const decision of decisions) {
    if (decision.override.kind === "finding") continue;
    const reason = otherDocument(decision.override.document, read) ?? settle(decision, read, changes);
    findings.push(reason === null ? applied(decision) : stale(decision, reason));
  }
  const { facts } = changes;
  const tables = read.tables.map((table) => tableWith(table, changes));
  const sections = facts.size === 0 ? [...read.sections] : read.sections.map((section) => sectionWith(section, facts));
  const performance = read.performance.map((table) => changed(table, changes.performance));
  return { tables, sections, performance, findings };
}

/** Notes the change of what the decision fits; returns why it fits nothing, or null. */
function settle({ override }: Decision, { tables, sections, performance }: Read, changes: Changes): string | null {
  const { author, time, reason } = override;
  switch (override.kind) {
    case "proposal":
    case "value": {
      const row = findCell(override, tables);
      if (typeof row === "string") return row;
      const { kind, place, because } = override;
      const previous = row.values[place.column] ?? null;
      const entry = { kind, previous, ...(because && { because }), author, time, reason };
      return note(changes.rows, row, (read) => rowWith(read, override, entry));
    }
    case "label": {
      const row = findRow(override, tables);
      if (typeof row === "string") return row;
      const labelOverride = { printed: row.label ?? "", author, time, reason };
      return note(changes.rows, row, (read) => ({ ...read, label: override.label, labelOverride }));
    }
    case "statement": {
      const fact = findFact(override, sections);
      if (typeof fact === "string") return fact;
      const entry: AppliedOverride = { kind: "statement", previous: fact.value, author, time, reason };
      return note(changes.facts, fact, (read) => ({ ...read, value: override.value, override: entry }));
    }
    case "performance": {
      const found = findPerformance(override, performance);
      if (typeof found === "string") return found;
      return note(changes.performance, found.table, (read) => correctedPerformance(read, found.cell, override));
    }
    case "text": {
      const cell = findText(override, tables);
      if (typeof cell === "string") return cell;
      const entry = { printed: cell.text, author, time, reason };
      return note(changes.texts, cell, (read) => ({ ...read, text: override.text, override: entry }));
    }
    case "finding":
      return null;
  }
}

function changed<T>(read: T, changes: ReadonlyMap<T, readonly Change<T>[]>): T {
  return (changes.get(read) ?? []).reduce((one, change) => change(one), read);
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

function tableWith(table: FormTable, changes: Changes): FormTable {
  const { grid } = table;
  if (grid?.cells.some((cell) => changes.texts.has(cell)))
    return { ...table, grid: { ...grid, cells: grid.cells.map((cell) => changed(cell, changes.texts)) } };
  if (!table.rows.some((row) => changes.rows.has(row))) return table;
  const rows = table.rows.map((row) => changed(row, changes.rows));
  const isEmpty = table.isEmpty && rows.every(isBlankRow);
  return { ...table, isEmpty, rows };
}

function sectionWith(section: Section, changes: Changes["facts"]): Section {
  return {
    ...section,
    facts: section.facts.map((fact) => changed(fact, changes)),
    sections: section.sections.map((inner) => sectionWith(inner, changes)),
  };
}
