import type { Cell, PerformanceExecution, PerformancePrint } from "../../model/index.js";
import { parseCell } from "../../text/index.js";
import { type PerfRow, printedText } from "./cells.js";
import type { ExecutionColumn, FieldName, IndicatorColumn } from "./labels.js";

/** What is read so far. */
export interface Draft {
  readonly fields: Map<FieldName, string>;
  /** Value cells of the last row, by column: what a row cut by a page break goes on with. */
  readonly open: Map<number, (more: string) => void>;
  execution: PerformanceExecution;
  /** Money that stands behind its names. */
  readonly money: Map<ExecutionColumn, string>;
  /** Weight of the execution block, printed in its label. */
  executionWeight: string | null;
  readonly goals: {
    no: number | null;
    weight: string | null;
    text: string | null;
    outcome?: string | null;
    rows: IndicatorRow[];
  }[];
  readonly rows: IndicatorRow[];
  totalScore: string | null;
  /** The sum of the indicators: the total where no other is printed. */
  sum: string | null;
  readonly reasons: string[];
  readonly improvements: string[];
  readonly notes: string[];
  /** Where what is no indicator's was read, by row and column. */
  readonly places: Map<string, PerformancePrint>;
}

export type IndicatorColumns = Partial<Record<IndicatorColumn, number>>;

export interface IndicatorRow {
  readonly row: PerfRow;
  readonly columns: IndicatorColumns;
}

export type ExecutionColumns = Partial<Record<ExecutionColumn, number>>;

/** Headers above a row, as far as they reach. */
export interface Headers {
  readonly execution: ExecutionColumns | null;
  readonly indicators: IndicatorColumns | null;
}

export const emptyDraft = (): Draft => ({
  fields: new Map(),
  open: new Map(),
  execution: null,
  money: new Map(),
  executionWeight: null,
  goals: [],
  rows: [],
  totalScore: null,
  sum: null,
  reasons: [],
  improvements: [],
  notes: [],
  places: new Map(),
});

/** Keeps where a value was read; the first place of each counts. */
export function keepPlace(draft: Draft, row: PerformancePrint["row"], column: string, { page, box }: Cell): void {
  const name = `${row}.${column}`;
  if (!draft.places.has(name)) draft.places.set(name, { row, column, page, box: [...box] });
}

/** An amount or a rate as a decimal; null for anything else. */
export const decimal = (text: string): string | null => {
  const cell = parseCell(text);
  return cell.kind === "amount" || cell.kind === "percent" ? cell.value : null;
};

/** Whether the cell begins in the row, and does not only reach into it. */
export const isOwn = (row: PerfRow, cell: Cell): boolean => cell.row === row.row;

/** What stands in a row behind its label cell. */
export const textBehind = (row: PerfRow, label: Cell): string =>
  row.cells
    .filter((cell) => isOwn(row, cell) && cell.column > label.column)
    .map(printedText)
    .join("");
