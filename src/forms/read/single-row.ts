/** One row of amounts under a header tree; or the same printed as a list, one row per item (form 09). */
import type { Finding, TableRow } from "../../model/index.js";
import { normalise, squash } from "../../text/index.js";
import type { ColumnDefinition } from "../definition.js";
import { isColumnNumberRow, printedHeader } from "./header.js";
import { labelForm } from "./labels.js";
import { headerText } from "./match-columns.js";
import { matchItems, type PhaseRow, phaseRows } from "./phase-rows.js";
import { finding, type ReadInput, type ReadOutput } from "./reading.js";
import { readRowValues, textUnder, type ValueColumn } from "./row-builder.js";
import { valueColumns } from "./value-columns.js";

/** Key of the one row (SPEC §2.9). */
const ROW = "values";

export function readSingleRow(input: ReadInput): ReadOutput {
  const { form, matrix, header, match } = input;
  const phases = match.matched.size < form.columns.length / 2 ? phaseRows(matrix, header, form) : [];
  if (phases.length > 0) return readPhaseRows(input, phases);
  return isList(input) ? readList(input) : readRow(input);
}

function isList({ match, form, matrix, header }: ReadInput): boolean {
  if (match.matched.size >= form.columns.length / 2) return false;
  const labels = new Set((form.rows ?? []).flatMap((row) => row.labels.map(labelForm)));
  let found = 0;
  for (let row = header.bodyStart; row < matrix.rows; row++) {
    if (matrix.row(row).some((cell) => labels.has(labelForm(cell.text)))) found++;
  }
  return found >= 3;
}

function readRow(input: ReadInput): ReadOutput {
  const { form, matrix, header } = input;
  const { columns, values, findings } = valueColumns(input);
  const candidates: number[] = [];
  for (let row = header.bodyStart; row < matrix.rows; row++) {
    const cells = matrix.row(row);
    if (cells.length === 0 || isColumnNumberRow(cells) || matrix.grid.repeatedHeaderRows.includes(row)) continue;
    candidates.push(row);
  }
  const read = candidates.map((row) => readRowValues(matrix, row, values, form.id));
  const printed = read.filter((row) => row.printed);
  const one = printed[0] ?? read[0];
  const rows: TableRow[] = one
    ? [singleRow(one.values, one.evidence, one.page)]
    : [singleRow(blank(form.columns), {}, matrix.grid.pageEnd)];
  for (const make of one?.findings ?? []) findings.push(make(ROW));
  // More rows with figures (one per unit, say): kept, under keys of their own.
  printed.slice(1).forEach((extra, i) => {
    const key = `unlisted-${i + 1}`;
    rows.push({ ...singleRow(extra.values, extra.evidence, extra.page), key, role: "item" });
    for (const make of extra.findings) findings.push(make(key));
    findings.push(
      finding(
        "form.unknown-row",
        "warning",
        `${form.id}: more than one row of figures (p. ${extra.page}); kept as ${key}`,
        {
          page: extra.page,
          table: form.id,
          row: key,
        },
      ),
    );
  });
  return { columns, rows, findings };
}

/** Phases as rows, items as columns: turned into the one row. */
function readPhaseRows(input: ReadInput, phases: readonly PhaseRow[]): ReadOutput {
  const { form, matrix, header } = input;
  const { columns: items, values, findings } = valueColumns({ ...input, match: matchItems(header, form) });
  const row = singleRow(blank(form.columns), {}, matrix.grid.pageStart);
  const columns = phases.flatMap(({ phase, row: at }) => {
    const read = readRowValues(matrix, at, values, form.id);
    for (const { key } of values) {
      row.values[`${phase}.${key}`] = read.values[key] ?? null;
      const evidence = read.evidence[key];
      if (evidence) row.evidence[`${phase}.${key}`] = evidence;
    }
    for (const make of read.findings) findings.push(make(ROW));
    row.page = read.page;
    const name = squash(matrix.row(at).find((cell) => cell.text !== "")?.text ?? "");
    return items.map((item) => ({ ...item, key: `${phase}.${item.key}`, header: [...item.header, name] }));
  });
  return { columns, rows: [row], findings };
}

function singleRow(values: TableRow["values"], evidence: TableRow["evidence"], page: number): TableRow {
  return { key: ROW, code: null, level: null, label: null, role: "total", page, values, evidence };
}

function blank(columns: readonly ColumnDefinition[]): Record<string, null> {
  return Object.fromEntries(columns.map((column) => [column.key, null]));
}

/** Items as rows, phases (预算数, 决算数) as columns: turned into the one row. */
function readList({ form, matrix, header }: ReadInput): ReadOutput {
  const phases = [...new Set(form.columns.map((column) => column.key.split(".")[0] ?? ""))];
  const phaseColumns: ValueColumn[] = [];
  for (const phase of phases) {
    const texts = form.columns
      .filter((c) => c.key.startsWith(`${phase}.`))
      .flatMap((c) => (c.path[0] ?? []).map(headerText));
    const found = header.columns.filter((column) => column.path.some((text) => texts.includes(headerText(text))));
    // Opening and adjusted budget side by side: the adjusted one, 全年, stands last.
    const column = found.at(-1);
    if (column) phaseColumns.push({ key: phase, column });
  }
  const firstValue = Math.min(...phaseColumns.map(({ column }) => column.from));
  const labels = header.columns.filter((column) => column.from < firstValue);
  const row = singleRow(blank(form.columns), {}, matrix.grid.pageStart);
  const findings: Finding[] = [];
  const rows: TableRow[] = [row];
  const seen = new Set<string>();
  for (let r = header.bodyStart; r < matrix.rows; r++) {
    if (isColumnNumberRow(matrix.row(r)) || matrix.grid.repeatedHeaderRows.includes(r)) continue;
    const text = labels.map((column) => textUnder(matrix, r, column)).find((t) => /\p{Script=Han}/u.test(t)) ?? "";
    const read = readRowValues(matrix, r, phaseColumns, form.id);
    const item = (form.rows ?? []).find(
      (definition) => !seen.has(definition.key) && definition.labels.some((l) => labelForm(l) === labelForm(text)),
    );
    if (item) {
      seen.add(item.key);
      for (const { key: phase } of phaseColumns) {
        const key = `${phase}.${item.key}`;
        row.values[key] = read.values[phase] ?? null;
        const evidence = read.evidence[phase];
        if (evidence) row.evidence[key] = evidence;
      }
      for (const make of read.findings) findings.push(make(ROW));
    } else if (read.printed) {
      const key = `unlisted-${r}`;
      rows.push({
        ...row,
        key,
        label: text === "" ? null : squash(text),
        role: "item",
        page: read.page,
        values: read.values,
        evidence: read.evidence,
      });
      findings.push(
        finding(
          "form.unknown-row",
          "info",
          `${form.id}: "${normalise(text)}" is none of the form's items (p. ${read.page}); kept as ${key}`,
          {
            page: read.page,
            table: form.id,
            row: key,
          },
        ),
      );
    }
  }
  const columns = form.columns.map((column) => ({
    key: column.key,
    header: phaseColumns
      .filter(({ key }) => column.key.startsWith(`${key}.`))
      .slice(0, 1)
      .flatMap((phase) => printedHeader(phase.column)),
  }));
  return { columns, rows, findings };
}
