/** One row of amounts under a header tree; or the same printed as a list, one row per item (form 09). */
import type { Finding, TableRow } from "../../model/index.js";
import { normalise, squash } from "../../text/index.js";
import type { ColumnDefinition, FormDefinition } from "../definition.js";
import { type HeaderColumn, isHeaderAgain, printedHeader } from "./header.js";
import { isLabelled, labelForm } from "./labels.js";
import { headerText, headerYear, isKeyColumn } from "./match-columns.js";
import { matchItems, type PhaseRow, phaseOf, phaseRows, phaseTexts } from "./phase-rows.js";
import { finding, type ReadInput, type ReadOutput } from "./reading.js";
import { type RowValues, readRowValues, textUnder, UniqueKeys, type ValueColumn } from "./row-builder.js";
import { holdsAmounts, unknownColumn, valueColumns } from "./value-columns.js";

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
    if (cells.length === 0 || isHeaderAgain(matrix, row)) continue;
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
  const rows = [row];
  const keys = new UniqueKeys();
  // 增减额 and 增减率 below them: kept as they are printed, by item.
  for (let at = header.bodyStart; at < matrix.rows; at++) {
    if (phases.some((phase) => phase.row === at) || isHeaderAgain(matrix, at)) continue;
    const read = readRowValues(matrix, at, values, form.id);
    if (!read.printed) continue;
    const text = matrix.row(at).find((cell) => /\p{Script=Han}/u.test(cell.text))?.text ?? "";
    const key = keys.of(`unlisted-${at}`);
    rows.push(unlistedRow(read, key, text));
    for (const make of read.findings) findings.push(make(key));
    findings.push(notAnItem(form, text, read.page, key));
  }
  return { columns, rows, findings };
}

function unlistedRow({ values, evidence, page }: RowValues, key: string, text: string): TableRow {
  return { ...singleRow(values, evidence, page), key, label: text === "" ? null : squash(text), role: "item" };
}

function notAnItem(form: FormDefinition, text: string, page: number, key: string): Finding {
  return finding(
    "form.unknown-row",
    "info",
    `${form.id}: "${normalise(text)}" is none of the form's items (p. ${page}); kept as ${key}`,
    { page, table: form.id, row: key },
  );
}

function singleRow(values: TableRow["values"], evidence: TableRow["evidence"], page: number): TableRow {
  return { key: ROW, code: null, level: null, label: null, role: "total", page, values, evidence };
}

function blank(columns: readonly ColumnDefinition[]): Record<string, null> {
  return Object.fromEntries(columns.map((column) => [column.key, null]));
}

/** Items as rows, phases (预算数, 决算数) as columns: turned into the one row. Two such lists may stand beside each other. */
function readList(input: ReadInput): ReadOutput {
  const { form, matrix, header } = input;
  const { values: others, findings } = otherColumns(input);
  const lists = splitLists(header.columns).map((columns) => {
    const own = phasesOf(columns, form, headerYear(header.columns));
    const beside = others.filter(({ column }) => columns.includes(column) && !own.some((one) => one.column === column));
    return { columns, values: [...own, ...beside] };
  });
  const row = singleRow(blank(form.columns), {}, matrix.grid.pageStart);
  const rows: TableRow[] = [row];
  const seen = new Set<string>();
  const keys = new UniqueKeys();
  for (const { columns, values } of lists) {
    const firstValue = Math.min(...values.map(({ column }) => column.from), matrix.columns);
    const labels = columns.filter((column) => column.from < firstValue);
    for (let r = header.bodyStart; r < matrix.rows; r++) {
      if (isHeaderAgain(matrix, r)) continue;
      const text = labels.map((column) => textUnder(matrix, r, column)).find((t) => /\p{Script=Han}/u.test(t)) ?? "";
      const read = readRowValues(matrix, r, values, form.id);
      const label = labelForm(text);
      const item = (form.rows ?? []).find((row) => !seen.has(row.key) && isLabelled(row, label));
      if (item) {
        // A heading has the label of its total (一、“三公”经费支出 above （一）支出合计) and no amount: the next one counts.
        if (Object.values(read.values).some((value) => value !== null)) seen.add(item.key);
        for (const { key: phase } of values) {
          const key = `${phase}.${item.key}`;
          row.values[key] = read.values[phase] ?? null;
          const evidence = read.evidence[phase];
          if (evidence) row.evidence[key] = evidence;
        }
        for (const make of read.findings) findings.push(make(ROW));
      } else if (read.printed) {
        const key = keys.of(`unlisted-${r}`);
        rows.push(unlistedRow(read, key, text));
        findings.push(notAnItem(form, text, read.page, key));
      }
    }
  }
  const all = lists.flatMap(({ values }) => values);
  const headerOf = (phase: string) => all.filter(({ key }) => key === phase).slice(0, 1);
  const further = others.flatMap(({ key }) =>
    Object.keys(row.values).flatMap((own) => (own.startsWith(`${key}.`) ? [{ key: own, phase: key }] : [])),
  );
  const columns = [...form.columns.map(({ key }) => ({ key, phase: phaseOf(key) })), ...further].map(
    ({ key, phase }) => ({ key, header: headerOf(phase).flatMap(({ column }) => printedHeader(column)) }),
  );
  return { columns, rows, findings };
}

/** Header texts of the columns in which a list's labels stand. */
const LIST_BEGINS = /^(?:项目|科目|统计项目|指标)(?:名称)?$/;

/** The columns of each list, which begins with one of labels: 项目|预算数|决算数|项目|统计数. */
function splitLists(columns: readonly HeaderColumn[]): HeaderColumn[][] {
  const lists: HeaderColumn[][] = [];
  for (const column of columns) {
    const begins = LIST_BEGINS.test(headerText(column.path.at(-1) ?? ""));
    const open = lists.at(-1);
    // Labels may be set in several columns under one header each.
    if (open && !(begins && open.some((other) => !isKeyColumn(other)))) open.push(column);
    else lists.push([column]);
  }
  return lists;
}

/** The columns of a list that hold its phases. */
function phasesOf(columns: readonly HeaderColumn[], form: FormDefinition, year: number | null): ValueColumn[] {
  return [...phaseTexts(form, year)].flatMap(([key, texts]): ValueColumn[] => {
    // Opening and adjusted budget side by side: the adjusted one, 全年, stands last.
    const column = columns.findLast(({ path }) => path.some((text) => texts.has(headerText(text))));
    return column ? [{ key, column }] : [];
  });
}

/** Columns of figures that are no phase's, under keys of their own: 上年决算数, 统计数, an opening budget beside the adjusted one. */
function otherColumns(input: ReadInput): { values: ValueColumn[]; findings: Finding[] } {
  const { form, header } = input;
  const year = headerYear(header.columns);
  const phases = splitLists(header.columns).flatMap((columns) => phasesOf(columns, form, year));
  const values = header.columns
    .filter((column) => !phases.some((phase) => phase.column === column))
    .filter((column) => column.path.length > 0 && !isKeyColumn(column) && holdsAmounts(input, column))
    .map((column, i) => ({ key: `unlisted-${i + 1}`, column }));
  const findings = values.map(({ key, column }) => unknownColumn(input, key, column));
  return { values, findings };
}
