import type { Finding, TableColumn } from "../../model/index.js";
import { parseCell, squash } from "../../text/index.js";
import { type HeaderColumn, printedHeader } from "./header.js";
import { headerText } from "./match-columns.js";
import { finding, type ReadInput } from "./reading.js";
import { cellsUnder, type ValueColumn } from "./row-builder.js";

/** Share of a column's printed cells that makes it one of amounts. */
const MOSTLY = 0.5;

/**
 * The form's columns in printed order, with those that the definition does not know under keys of their own, so that no
 * printed number is lost.
 */
export function valueColumns(input: ReadInput): { columns: TableColumn[]; values: ValueColumn[]; findings: Finding[] } {
  const { form, match, matrix } = input;
  const values: ValueColumn[] = [...match.matched].map(([definition, column]) => ({
    key: definition.key,
    column,
    kind: definition.kind,
  }));
  const findings: Finding[] = [];
  const page = matrix.grid.pageStart;
  // Columns of words may stand before the last column of labels.
  const amounts = values.filter(({ kind }) => kind !== "text").map((value) => value.column.from);
  // With no column of the form's own, the first column has the labels.
  const first = amounts.length > 0 ? Math.min(...amounts) : (input.header.columns[1]?.from ?? matrix.columns);
  let extra = 0;
  for (const column of match.unmatched) {
    if (column.from < first && (column.from === 0 || !holdsAmounts(input, column))) continue;
    if (form.otherColumns === "by-header") {
      values.push({ key: column.path.map(headerText).join("/"), column });
      continue;
    }
    const key = `unlisted-${++extra}`;
    values.push({ key, column });
    findings.push(unknownColumn(input, key, column));
  }
  for (const definition of match.byPosition) {
    findings.push(
      finding(
        "form.column-by-position",
        "info",
        `${form.id}: the header does not name the column ${definition.key} (p. ${page}); taken by its place`,
        { page, table: form.id, column: definition.key },
      ),
    );
  }
  values.sort((a, b) => a.column.from - b.column.from);
  const columns = values.map(({ key, column, kind }) => ({
    key,
    header: printedHeader(column),
    ...(kind && kind !== "amount" ? { kind } : {}),
  }));
  return { columns, values, findings };
}

/** Whether amounts stand beneath a header, also before the first column that the form knows: they are no labels. */
export function holdsAmounts({ matrix, header }: Pick<ReadInput, "matrix" | "header">, column: HeaderColumn): boolean {
  let amounts = 0;
  let printed = 0;
  for (let row = header.bodyStart; row < matrix.rows; row++) {
    if (matrix.grid.repeatedHeaderRows.includes(row)) continue;
    for (const cell of cellsUnder(matrix, row, column)) {
      if (squash(cell.text) === "") continue;
      printed++;
      if (parseCell(cell.text).kind === "amount") amounts++;
    }
  }
  return amounts > printed * MOSTLY;
}

/** That a printed column is none of the form's, and under which key its figures are kept. */
export function unknownColumn({ form, matrix }: ReadInput, key: string, column: HeaderColumn): Finding {
  const page = matrix.grid.pageStart;
  return finding(
    "form.unknown-column",
    "warning",
    `${form.id}: the form has no column "${printedHeader(column).join(" / ")}" (p. ${page}); kept as ${key}`,
    { page, table: form.id, column: key },
    squash(column.path.at(-1) ?? ""),
  );
}
