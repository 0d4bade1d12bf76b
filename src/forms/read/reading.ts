import type { Cell, Finding, TableColumn, TableRow } from "../../model/index.js";
import { normalise } from "../../text/index.js";
import type { FormDefinition } from "../definition.js";
import { type Header, isHeaderAgain } from "./header.js";
import type { ColumnMatch } from "./match-columns.js";
import type { Matrix } from "./matrix.js";

/** What a layout's reader gets. */
export interface ReadInput {
  readonly form: FormDefinition;
  readonly matrix: Matrix;
  readonly header: Header;
  readonly match: ColumnMatch;
  /** As printed; null or left out where there is none. */
  readonly title?: string | null;
}

/** What it gives. */
export interface ReadOutput {
  readonly columns: TableColumn[];
  readonly rows: TableRow[];
  readonly findings: Finding[];
}

/** Data rows: below the header, neither repeated header nor column numbers nor blank. */
export function dataRows(input: ReadInput): number[] {
  const { matrix, header } = input;
  const texts = [...new Set(header.columns.flatMap((column) => column.normal))].filter((text) => text !== "");
  texts.sort((a, b) => b.length - a.length);
  const rows: number[] = [];
  for (let row = header.bodyStart; row < matrix.rows; row++) {
    if (isHeaderAgain(matrix, row)) continue;
    const cells = matrix.row(row).filter((cell) => cell.text !== "");
    if (cells.length === 0 || printsHeader(cells, texts, matrix.grid.pageStart)) continue;
    rows.push(row);
  }
  return rows;
}

/** Fewest header texts that make a row one of the header: 合计 alone may be a row's label. */
const FEWEST_TEXTS = 2;

/** Whether the row, on a later page, prints nothing but texts of the header: they stand in other cells there, or in fewer lines. */
function printsHeader(cells: readonly Cell[], texts: readonly string[], page: number): boolean {
  if (cells.every((cell) => cell.page === page)) return false;
  let count = 0;
  for (const cell of cells) {
    let rest = normalise(cell.text);
    while (rest !== "") {
      const next = texts.find((text) => rest.startsWith(text));
      if (next === undefined) return false;
      rest = rest.slice(next.length);
      count++;
    }
  }
  return count >= FEWEST_TEXTS;
}

export function finding(
  rule: string,
  severity: Finding["severity"],
  message: string,
  place: Finding["place"],
  actual: string | null = null,
): Finding {
  return { rule, severity, message, place, actual, expected: null, tolerance: null, operands: [], note: null };
}

/** Findings of a row that turns out to be a piece of another: that it is no row goes, what its cells say is the other's. */
export function moveFindings(findings: Finding[], from: string, to: string): void {
  for (let i = findings.length - 1; i >= 0; i--) {
    const found = findings[i];
    if (found?.place.row !== from) continue;
    if (found.rule === "form.unknown-row" || found.rule === "form.row-without-code") findings.splice(i, 1);
    else if (from !== to) {
      const message = found.message.replace(`row ${from},`, `row ${to},`);
      findings[i] = { ...found, message, place: { ...found.place, row: to } };
    }
  }
}
