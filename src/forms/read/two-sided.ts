/** 收入 beside 支出 (forms 01, 04): every printed row is one row on each side. */
import { functionalClassByName } from "../../classification/index.js";
import type { Finding, TableColumn, TableRow } from "../../model/index.js";
import { normalise } from "../../text/index.js";
import type { ColumnDefinition, RowDefinition } from "../definition.js";
import { type HeaderColumn, printedHeader } from "./header.js";
import { isLabelled, labelForm } from "./labels.js";
import { countsRows } from "./line-numbers.js";
import { type ColumnMatch, headerText, matchColumns } from "./match-columns.js";
import { dataRows, finding, moveFindings, type ReadInput, type ReadOutput } from "./reading.js";
import { readRowValues, textUnder, UniqueKeys, type ValueColumn } from "./row-builder.js";

type Side = "income" | "expenditure";

/** In the key of a row that the form does not know. */
const UNLISTED = ".unlisted-";

interface SideColumns {
  readonly side: Side;
  readonly label: HeaderColumn;
  readonly lineNo: HeaderColumn | undefined;
  readonly values: readonly ValueColumn[];
  /** One past the last grid column of the group. */
  readonly end: number;
}

export function readTwoSided(input: ReadInput): ReadOutput {
  const { form, matrix, header } = input;
  const findings: Finding[] = [];
  const printedRows = dataRows(input);
  const sides = splitSides(header.columns).map((columns, i): SideColumns => {
    const side: Side = sideOf(columns) ?? (i === 0 ? "income" : "expenditure");
    return sideColumns(input, side, columns, printedRows, findings);
  });
  const columns: TableColumn[] = sides.flatMap(({ side, values }) =>
    values.map(({ key, column }) => ({ key, header: printedHeader(column), side })),
  );
  const rows: TableRow[] = [];
  const keys = new UniqueKeys();
  for (const columnsOfSide of sides) {
    const seen = new Set<string>();
    for (const row of printedRows) {
      const { side, label, lineNo, values } = columnsOfSide;
      // A label merged over several groups of columns stands for the last of them, where its amount is.
      const merged = matrix.at(row, label.from);
      if (merged && merged.column + merged.columnSpan > columnsOfSide.end) continue;
      const text = textUnder(matrix, row, label);
      const read = readRowValues(matrix, row, values, form.id);
      if (text === "" && !read.printed) continue;
      const last = rows.at(-1);
      const known = identify(text, side, seen, input);
      // The rest of a label may itself be a row's (财政拨款收入), but only a row that is none yet waits for its rest.
      const waits = !known || last?.key.includes(UNLISTED);
      const whole = last && last.side === side && waits ? cutRow(last, text, read, side, seen, input) : null;
      if (whole && last) {
        moveFindings(findings, last.key, whole.key);
        for (const make of read.findings) findings.push(make(whole.key));
        last.label = (last.label ?? "") + text;
        last.key = whole.key;
        last.role = whole.role ?? "item";
        for (const [key, value] of Object.entries(read.values)) if (value !== null) last.values[key] = value;
        Object.assign(last.evidence, read.evidence);
        seen.add(whole.key);
        continue;
      }
      const key = keys.of(known?.key ?? `${side}${UNLISTED}${row}`);
      if (known) seen.add(known.key);
      else findings.push(unlisted(form.id, key, text, read.page));
      for (const make of read.findings) findings.push(make(key));
      const line = lineNo ? lineNumber(textUnder(matrix, row, lineNo)) : undefined;
      rows.push({
        key,
        code: null,
        level: null,
        label: text === "" ? null : text,
        role: known?.role ?? "item",
        side,
        ...(line === undefined ? {} : { lineNo: line }),
        page: read.page,
        values: read.values,
        evidence: read.evidence,
      });
    }
  }
  return { columns, rows, findings };
}

/** Groups of columns, each beginning with a label column (项目). */
function splitSides(columns: readonly HeaderColumn[]): HeaderColumn[][] {
  const sides: HeaderColumn[][] = [];
  columns.forEach((column, i) => {
    const texts = column.path.map(headerText);
    const label =
      texts.some((text) => /^(?:项目|科目|预算科目)|科目名称$/.test(text)) || (i === 0 && sides.length === 0);
    if (label || sides.length === 0) sides.push([column]);
    else sides.at(-1)?.push(column);
  });
  return sides;
}

/** On a scan the one column of a side that the form does not know is the one that it lacks, where their texts have something in common. */
function misreadColumn(
  { form, matrix }: ReadInput,
  { matched, unmatched }: ColumnMatch,
  definitions: readonly ColumnDefinition[],
): { key: string; column: HeaderColumn; told: Finding } | null {
  const [column, ...others] = unmatched.filter(({ path }) => path.length > 0);
  const [lost, ...more] = definitions.filter((one) => !one.optional && !matched.has(one));
  if (matrix.grid.source !== "ocr" || !column || !lost || others.length > 0 || more.length > 0) return null;
  const printed = printedHeader(column).at(-1) ?? "";
  const known = lost.path.at(-1) ?? [];
  const text = known.find((one) => [...one].some((character) => printed.includes(character)));
  if (text === undefined) return null;
  const message = `${form.id}: the form has no column "${printed}" (p. ${matrix.grid.pageStart}); on a scan it is taken for "${text}"`;
  const place = { page: matrix.grid.pageStart, table: form.id, column: lost.key };
  const told = { ...finding("form.unknown-column", "warning", message, place), actual: printed, expected: text };
  return { key: lost.key, column, told };
}

function sideOf(columns: readonly HeaderColumn[]): Side | null {
  const texts = columns.flatMap((column) => column.path.map(headerText));
  if (texts.some((text) => text.endsWith("收入"))) return "income";
  return texts.some((text) => text.endsWith("支出")) ? "expenditure" : null;
}

function sideColumns(
  input: ReadInput,
  side: Side,
  columns: readonly HeaderColumn[],
  rows: readonly number[],
  findings: Finding[],
): SideColumns {
  const [label, ...rest] = columns;
  const lineNo =
    rest.find((column) => headerText(column.path.at(-1) ?? "") === "行次") ??
    rest.find((column) => countsRows(input.matrix, rows, column));
  const definitions = input.form.columns.filter((column) => column.side === side);
  const match = matchColumns(
    rest.filter((column) => column !== lineNo),
    definitions,
  );
  const values: ValueColumn[] = [...match.matched].map(([definition, column]) => ({ key: definition.key, column }));
  const taken = misreadColumn(input, match, definitions);
  if (taken !== null) {
    values.push({ key: taken.key, column: taken.column });
    findings.push(taken.told);
  }
  match.unmatched.forEach((column, i) => {
    if (column.path.length === 0 || column === taken?.column) return;
    const key = `unlisted-${i + 1}`;
    values.push({ key, column });
    findings.push(
      finding(
        "form.unknown-column",
        "warning",
        `${input.form.id}: the form has no column "${printedHeader(column).join(" / ")}" (p. ${input.matrix.grid.pageStart}); kept as ${key}`,
        { page: input.matrix.grid.pageStart, table: input.form.id, column: key },
      ),
    );
  });
  values.sort((a, b) => a.column.from - b.column.from);
  return {
    side,
    label: label ?? { from: 0, to: 1, path: [], normal: [] },
    lineNo,
    values,
    end: columns.at(-1)?.to ?? 1,
  };
}

/** The row's definition by its label; of two with one label, the one whose place has come. */
function identify(
  text: string,
  side: Side,
  seen: ReadonlySet<string>,
  { form }: ReadInput,
): { key: string; role?: RowDefinition["role"] } | null {
  const label = labelForm(text);
  if (label === "") return null;
  const candidates = (form.rows ?? []).filter(
    (row) => row.side === side && !seen.has(row.key) && isLabelled(row, label),
  );
  const placed = candidates.find((row) => row.after !== undefined && seen.has(row.after));
  const plain = candidates.find((row) => row.after === undefined);
  const row = placed ?? plain;
  if (row) return { key: row.key, role: row.role };
  if (form.functionPrefix?.startsWith(side)) {
    const code = functionalClassByName(text);
    if (code) return { key: `${form.functionPrefix}.${code}` };
  }
  return null;
}

/** The rest of a label cut by the page's end, when both together are a known row. */
function cutRow(
  last: TableRow,
  text: string,
  read: { page: number; values: TableRow["values"] },
  side: Side,
  seen: ReadonlySet<string>,
  input: ReadInput,
): { key: string; role?: RowDefinition["role"] } | null {
  if (last.page === read.page || text === "") return null;
  if (Object.entries(read.values).some(([key, value]) => value !== null && last.values[key] !== null)) return null;
  const without = new Set([...seen].filter((key) => key !== last.key));
  return identify((last.label ?? "") + text, side, without, input);
}

function lineNumber(text: string): number | null {
  const number = normalise(text);
  return /^\d{1,3}$/.test(number) ? Number(number) : null;
}

function unlisted(table: string, key: string, text: string, page: number): Finding {
  return finding(
    "form.unknown-row",
    "warning",
    `${table}: the form has no row "${text}" (p. ${page}); kept as ${key}`,
    { page, table, row: key },
    text === "" ? null : text,
  );
}
