/** A written disclosure with other decisions than those that it was written with. */
import { RULES } from "../checks/index.js";
import { isBlankRow } from "../forms/index.js";
import type {
  Disclosure,
  Evidence,
  Fact,
  Finding,
  Override,
  Section,
  TableGrid,
  TableGridCell,
  TableRow,
} from "../model/index.js";
import { judge } from "./judge.js";
import { placeName } from "./overrides/in-force.js";
import { printedPerformance } from "./overrides/performance.js";
import { isLeftOut } from "./pages-left-out.js";
import { documentsIn, startsIn, togetherAgain } from "./several.js";

/** What `extract` would write of the same bytes with these decisions; the document itself is not read again. */
export function rejudge(written: Disclosure, overrides: readonly Override[]): Disclosure {
  const tables = written.tables.map((table) => {
    const rows = table.rows.map(printedRow);
    const isEmpty = table.isEmpty || (rows.length > 0 && rows.every(isBlankRow));
    return { ...table, isEmpty, rows, ...(table.grid && { grid: printedGrid(table.grid) }) };
  });
  const printed = {
    ...written,
    tables,
    sections: written.sections.map(printedSection),
    performance: written.performance.map(printedPerformance),
  };
  const read = ofTheReading(written);
  const documents = documentsIn(printed);
  if (documents.length === 1) return { ...written, ...judge(printed, read, { overrides }) };
  const judged = togetherAgain(
    // They are told which pages were left out; it is said once, with the reading's other findings.
    documents.map((one) => judge(one, read.filter(isLeftOut), { overrides })),
    startsIn(written),
  );
  const anew = judged.findings.filter((one) => !isLeftOut(one));
  return { ...written, ...judged, findings: [...read, ...anew] };
}

function printedRow({ labelOverride, labelProposal, ...row }: TableRow): TableRow {
  const values = { ...row.values };
  const evidence: Record<string, Evidence> = {};
  for (const [column, { override, proposal, ...printed }] of Object.entries(row.evidence)) {
    if (override) values[column] = override.previous;
    evidence[column] = proposal?.applied ? { ...printed, proposal } : printed;
  }
  return {
    ...row,
    ...(labelOverride && { label: labelOverride.printed || null }),
    // An applied one stays, as applied values do.
    ...(labelProposal?.printed !== undefined && { labelProposal }),
    values,
    evidence,
  };
}

function printedGrid(grid: TableGrid): TableGrid {
  return { ...grid, cells: grid.cells.map(printedCell) };
}

function printedCell({ override, ...cell }: TableGridCell): TableGridCell {
  return override ? { ...cell, text: override.printed } : cell;
}

function printedSection(section: Section): Section {
  return { ...section, facts: section.facts.map(printedFact), sections: section.sections.map(printedSection) };
}

function printedFact({ override, ...fact }: Fact): Fact {
  return override ? { ...fact, value: override.previous } : fact;
}

/** The findings that `judge` does not make; of a form that is not registered here the identities stay as they were written. */
function ofTheReading({ findings, tables }: Disclosure): Finding[] {
  const made = new Set(["ocr.doubtful", ...RULES.map(({ id }) => id)]);
  const applied = new Set(
    tables.flatMap(({ id: table, rows }) =>
      rows.flatMap(({ key: row, evidence }) =>
        Object.entries(evidence).flatMap(([column, { page, proposal }]) =>
          proposal?.applied ? placeName({ page, table, row, column }) : [],
        ),
      ),
    ),
  );
  const labels = new Set(
    tables.flatMap(({ id, rows }) =>
      rows.flatMap(({ key, labelProposal }) => (labelProposal?.printed === undefined ? [] : `${id}|${key}`)),
    ),
  );
  return findings
    .filter(({ rule, place }) => {
      if (rule === "ocr.misread-label") return labels.has(`${place.table}|${place.row}`);
      if (rule === "repair.proposal") return applied.has(placeName(place));
      return !made.has(rule) && !rule.startsWith("override.");
    })
    .map(({ confirmed, ...finding }) => finding);
}
