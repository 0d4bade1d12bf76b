/** A recognised grid → the canonical table; an unrecognised one → its whole grid. */
import type { Finding, FormTable, Grid } from "../../model/index.js";
import { readAmountUnit, squash } from "../../text/index.js";
import type { FormLayout } from "../definition.js";
import type { Caption, Notes } from "./caption.js";
import { readCodeTree } from "./code-tree.js";
import { readEconomicBlocks } from "./economic-blocks.js";
import type { Header } from "./header.js";
import { readHierarchy } from "./hierarchy.js";
import type { Matrix } from "./matrix.js";
import type { ReadInput, ReadOutput } from "./reading.js";
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
  const isEmpty = read.rows.every((row) => Object.values(row.values).every((value) => value === null));
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
  return { table, findings: read.findings };
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
