/** A recognised grid → the canonical table; an unrecognised one → its whole grid. */
import type { Finding, FormTable, Grid, TableRow } from "../../model/index.js";
import { readAmountUnit, squash } from "../../text/index.js";
import type { FormLayout } from "../definition.js";
import type { Caption, Notes } from "./caption.js";
import { readCodeTree } from "./code-tree.js";
import { readEconomicBlocks } from "./economic-blocks.js";
import type { Header } from "./header.js";
import { readHierarchy } from "./hierarchy.js";
import type { Matrix } from "./matrix.js";
import { missingParts } from "./missing-part.js";
import { finding, type ReadInput, type ReadOutput } from "./reading.js";
import type { Recognition } from "./recognise.js";
import { readSingleRow } from "./single-row.js";
import { snapRows } from "./snap-rows.js";
import { readTwoSided } from "./two-sided.js";
import { roundBox } from "./value.js";

const READERS: Readonly<Record<FormLayout, (input: ReadInput) => ReadOutput>> = {
  "two-sided": readTwoSided,
  "code-tree": readCodeTree,
  "economic-blocks": readEconomicBlocks,
  "single-row": readSingleRow,
  hierarchy: readHierarchy,
};

/** The reader of a layout. */
export function readerOf(layout: FormLayout): (input: ReadInput) => ReadOutput {
  return READERS[layout];
}

export function formTable(
  recognition: Recognition,
  matrix: Matrix,
  caption: Caption,
  notes: Notes,
): { table: FormTable; findings: Finding[] } {
  const { form, header, columns } = recognition;
  const title = recognition.title?.text ?? null;
  const printed = READERS[form.layout]({ form, matrix, header, match: columns, title });
  const read = matrix.grid.source === "ocr" ? snapRows(printed, form) : printed;
  const ofScan =
    matrix.grid.source === "ocr"
      ? [takenTitle, takenColumns, lostColumns].flatMap((of) => of(recognition, matrix))
      : [];
  const isEmpty = read.rows.every(isBlankRow);
  const table: FormTable = {
    id: form.id,
    formCode: caption.formCode,
    title,
    entity: caption.entity,
    unit: caption.unit ?? unitInHeader(matrix, header),
    pageStart: matrix.grid.pageStart,
    pageEnd: matrix.grid.pageEnd,
    isEmpty,
    emptyStatement: notes.emptyStatement,
    columns: read.columns,
    rows: read.rows,
    notes: [...notes.notes],
  };
  const missing = missingParts(recognition, read.columns, matrix);
  return { table, findings: [...ofScan, ...missing, ...read.findings] };
}

/** A title that was misread or lost on a scan is told. */
function takenTitle({ form, title, takenFor }: Recognition, { grid }: Matrix): Finding[] {
  if (takenFor === undefined) return [];
  const page = title?.page ?? grid.pageStart;
  const message =
    takenFor === "" || title === null
      ? `the table has no title that can be read (p. ${page}); on a scan its header and rows are taken for this form's alone`
      : `no form has the title "${title.text}" (p. ${page}); on a scan it is taken for "${takenFor}", which the header confirms`;
  const place = { page, table: form.id };
  return [
    {
      ...finding("form.misread-title", "warning", `${form.id}: ${message}`, place, title?.text ?? null),
      expected: takenFor === "" ? null : takenFor,
    },
  ];
}

/** So is a header text. */
function takenColumns({ form, columns }: Recognition, { grid }: Matrix): Finding[] {
  return [...columns.matched].flatMap(([{ key }, column]) => {
    const at = column.path.findIndex((text, i) => text !== (column.printed?.[i] ?? text));
    if (at < 0) return [];
    const printed = squash(column.printed?.[at] ?? "");
    const known = column.path[at] ?? "";
    const message = `${form.id}: the form has no column "${printed}" (p. ${grid.pageStart}); on a scan it is taken for "${known}"`;
    const place = { page: grid.pageStart, table: form.id, column: key };
    return [{ ...finding("form.unknown-column", "warning", message, place, printed), expected: known }];
  });
}

/** A column that a scan's header does not show, while it shows one that the form does not have: its figures may be there. */
function lostColumns({ form, columns }: Recognition, { grid }: Matrix): Finding[] {
  if (columns.unmatched.length === 0 || form.layout === "two-sided" || form.layout === "economic-blocks") return [];
  const lost = form.columns.filter((column) => !column.optional && !columns.matched.has(column));
  return lost.map(({ key }) => {
    const message = `${form.id}: the scan's header does not show the column ${key} (p. ${grid.pageStart}); its figures may be under a key of their own`;
    return finding("form.unknown-column", "warning", message, { page: grid.pageStart, table: form.id, column: key });
  });
}

/** 单位：亿元 printed inside a cell of the header. */
function unitInHeader(matrix: Matrix, { bodyStart }: Header): string | null {
  const texts = matrix.grid.cells.filter((cell) => cell.row < bodyStart).flatMap((cell) => cell.lines);
  return texts.map(({ text }) => readAmountUnit(text)).find((unit) => unit !== null) ?? null;
}

export function unrecognisedTable(n: number, grid: Grid, caption: Caption, notes: Notes): FormTable {
  return {
    id: `unrecognised-${n}`,
    formCode: caption.formCode,
    title: caption.titles.find((title) => /表/.test(title.text))?.text ?? null,
    entity: caption.entity,
    unit: caption.unit,
    pageStart: grid.pageStart,
    pageEnd: grid.pageEnd,
    isEmpty: grid.cells.every((cell) => !/\d/.test(cell.text)),
    emptyStatement: null,
    columns: [],
    rows: [],
    notes: [...notes.notes],
    grid: {
      rows: grid.rows,
      columns: grid.columns,
      cells: grid.cells.map((cell) => ({
        row: cell.row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        text: squash(cell.text) === "" ? "" : cell.text,
        page: cell.page,
        box: roundBox(cell.box),
      })),
    },
  };
}

/** Whether no cell of the row has a value. */
export function isBlankRow({ values }: Pick<TableRow, "values">): boolean {
  return Object.values(values).every((value) => value === null);
}
