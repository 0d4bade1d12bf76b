/** Repair proposals beside the printed values; the values themselves only where the caller asked for it. */
import type { Repair } from "../checks/index.js";
import type { Evidence, Finding, FormTable, TableRow } from "../model/index.js";
import { finding } from "./status.js";

/** Tables with the proposals in their evidence; one info finding per proposal. Nothing is changed in place. */
export function withProposals(
  tables: readonly FormTable[],
  repairs: readonly Repair[],
  apply: boolean,
): { tables: FormTable[]; findings: Finding[] } {
  if (repairs.length === 0) return { tables: [...tables], findings: [] };
  const findings: Finding[] = [];
  const repaired = tables.map((table) => {
    const own = repairs.filter((repair) => repair.table === table.id);
    if (own.length === 0) return table;
    const rows = table.rows.map((row) => {
      const cells = own.filter((repair) => repair.row === row.key);
      for (const repair of cells) findings.push(proposalFinding(repair, row, table, apply));
      return cells.reduce((changed, repair) => withProposal(changed, repair, table, apply), row);
    });
    return { ...table, rows };
  });
  return { tables: repaired, findings };
}

function withProposal(row: TableRow, { column, proposal }: Repair, table: FormTable, apply: boolean): TableRow {
  const printed: Evidence = row.evidence[column] ?? {
    text: "",
    page: row.page ?? table.pageStart,
    box: [0, 0, 0, 0],
    source: "text",
  };
  const takes = apply && !printed.override; // What a person decided stands.
  return {
    ...row,
    values: takes ? { ...row.values, [column]: proposal.value } : row.values,
    evidence: {
      ...row.evidence,
      [column]: { ...printed, proposal: takes ? { ...proposal, applied: true } : proposal },
    },
  };
}

function proposalFinding({ column, proposal }: Repair, row: TableRow, table: FormTable, apply: boolean): Finding {
  const printed = row.evidence[column]?.text ?? "";
  const page = row.evidence[column]?.page ?? row.page ?? table.pageStart;
  const name = `${table.id}, ${row.label ?? row.key}, ${column}`;
  return {
    ...finding(
      "repair.proposal",
      "info",
      `${name}: ${printed === "" ? "blank" : `"${printed}"`} is printed, ${proposal.value ?? "blank"} is proved by ${proposal.because.join(", ")} (p. ${page})${apply && !row.evidence[column]?.override ? "; applied" : ""}`,
      { page, table: table.id, row: row.key, column },
    ),
    actual: printed === "" ? null : printed,
    expected: proposal.value,
  };
}
