/** A disclosure as rows of the collection's tables, without the document's name: that depends on the run. */
import type { Disclosure, TableColumn, TableRow } from "../../model/index.js";
import {
  documentJson,
  FACTS_COLUMNS,
  factsRows,
  isRecognised,
  VALUES_COLUMNS,
  valuesRows,
} from "../../output/index.js";
import { classesOf, directionOf, fits, missingOf, phaseOf, yuanOf } from "./meaning.js";
import type { RowTableName } from "./tables.js";

/** Fields in the order of the table's columns, the first (the document) left out. */
export type Row = readonly string[];

export type DocumentRows = Readonly<Record<RowTableName, Row[]>>;

export function documentRows(disclosure: Disclosure): DocumentRows {
  return {
    values: [...values(disclosure)],
    facts: [...facts(disclosure)],
    findings: disclosure.findings.map((finding, index) => {
      const { rule, severity, message, place, actual, expected, tolerance, operands, note } = finding;
      const { page, table, row, column, section, path } = place;
      const where = [page === undefined ? "" : String(page), table, row, column, section, path];
      const rest = [
        ...where,
        actual,
        expected,
        tolerance,
        JSON.stringify(operands),
        note,
        ...ownerOf(disclosure, page),
      ];
      return [String(index + 1), rule, severity, message, ...rest.map((field) => field ?? "")];
    }),
  };
}

/** The document that stands on the page: a PDF may hold several. */
function documentOn({ document, documents }: Disclosure, page: number | undefined): Disclosure["document"] {
  const part = page === undefined ? undefined : documents?.find((one) => page >= one.pageStart && page <= one.pageEnd);
  return part?.document ?? document;
}

function ownerOf(disclosure: Disclosure, page: number | undefined): [entity: string, year: string] {
  const { entity, fiscalYear } = documentOn(disclosure, page);
  return [entity ?? "", fiscalYear === null ? "" : String(fiscalYear)];
}

function* values(disclosure: Disclosure): Generator<Row> {
  const files = documentJson(disclosure).tables.map(({ file }) => file.replace(/^tables\/|\.json$/g, ""));
  for (const [at, table] of disclosure.tables.entries()) {
    if (!isRecognised(table)) continue;
    const owner = ownerOf(disclosure, table.pageStart);
    const { kind } = documentOn(disclosure, table.pageStart);
    const headers = new Map(table.columns.map(({ key, header }) => [key, header]));
    const columns = new Map(table.columns.map((column) => [column.key, column]));
    for (const [index, row] of table.rows.entries()) {
      const { functional, economic } = classesOf(row);
      for (const cell of valuesRows({ tables: [{ ...table, rows: [row] }] }, "")) {
        const value = fits(cell.value) ? cell.value : "";
        const column: Pick<TableColumn, "key" | "kind"> = columns.get(cell.column) ?? { key: cell.column };
        yield [
          ...VALUES_COLUMNS.slice(1).map((column) => (column === "value" ? value : cell[column])),
          files[at] ?? "",
          table.title ?? "",
          String(index + 1),
          missing(row, cell.column),
          ...owner,
          functional,
          economic,
          directionOf(table.id, row, cell.column),
          phaseOf(kind, headers.get(cell.column) ?? [], column),
          column.kind === undefined ? yuanOf(value, table.unit) : "",
        ];
      }
    }
  }
}

function missing(row: TableRow, column: string): string {
  return missingOf(row.values[column], row.evidence[column]?.text);
}

const NUMBERS: ReadonlySet<string> = new Set(["amount", "percent", "count", "score"]);

function* facts(disclosure: Disclosure): Generator<Row> {
  let number = 0;
  for (const fact of factsRows(disclosure, "")) {
    number += 1;
    const value = NUMBERS.has(fact.kind) && fits(fact.value) ? fact.value : "";
    yield [
      ...FACTS_COLUMNS.slice(1).map((column) => fact[column]),
      String(number),
      ...ownerOf(disclosure, Number(fact.page)),
      value,
      fact.kind === "amount" ? yuanOf(value, fact.unit) : "",
    ];
  }
}
