import type { FormTable } from "../model/index.js";
import type { FormId } from "./forms.js";
import { operandOf, type RowSelector, selectRows } from "./select.js";
import { figuresMatching } from "./statements.js";
import type { Context, EvaluatedOperand } from "./types.js";

/** A cell, or a column of cells, of a form. */
export interface CellTerm {
  form: FormId;
  rows: RowSelector;
  column: string;
  /** Taken instead when this is not printed: a 合计 row that a layout leaves out. */
  orElse?: Term;
}

/** What the narrative states under a path, or under all paths of a pattern; each path counts once. */
export interface FactTerm {
  fact: string;
  except?: readonly string[];
  orElse?: Term;
}

export type Term = CellTerm | FactTerm;

/** One cell: the row with this key. */
export const cell = (form: FormId, key: string, column: string, orElse?: Term): CellTerm => ({
  form,
  rows: { key },
  column,
  ...(orElse && { orElse }),
});

/** Several rows of one column. */
export const sumOf = (form: FormId, rows: RowSelector, column: string): CellTerm => ({ form, rows, column });

/** The 合计 of a code form; where it prints none, its top rows. */
export const treeTotal = (form: FormId, column: string): CellTerm =>
  cell(form, "total", column, sumOf(form, { roots: [""] }, column));

/** A statement of the narrative, or with `*` all of a kind: `income.components[*].amount`. */
export const fact = (path: string, orElse?: Term): FactTerm => ({ fact: path, ...(orElse && { orElse }) });

/** How a note calls a term. */
export function termName(term: Term): string {
  if ("fact" in term) return term.fact;
  return "key" in term.rows ? `${term.rows.key} ${term.column}` : term.column;
}

function factOperands(
  { fact: path, except = [] }: FactTerm,
  context: Context,
  side: "left" | "right",
): EvaluatedOperand[] {
  const found = figuresMatching(path, context).filter(({ operand }) => !except.includes(operand.label));
  const first = new Map(found.toReversed().map(({ operand }) => [operand.label, operand]));
  return found.flatMap(({ operand }) => (first.get(operand.label) === operand ? { ...operand, side } : []));
}

function cellOperands(
  term: CellTerm,
  context: Context,
  side: "left" | "right",
  table: FormTable | undefined,
): EvaluatedOperand[] {
  const source = table?.id === term.form ? table : context.tables(term.form)[0];
  if (source === undefined) return [];
  return selectRows(source, term.rows).flatMap((row) => operandOf(source, row, term.column, context, side) ?? []);
}

/** A term's cells or statements as operands; null when none is printed. `table` is the form to read when the identity lies within it. */
export function resolve(
  term: Term,
  context: Context,
  side: "left" | "right",
  table?: FormTable,
): EvaluatedOperand[] | null {
  const found = "fact" in term ? factOperands(term, context, side) : cellOperands(term, context, side, table);
  if (found.length > 0) return found;
  return term.orElse === undefined ? null : resolve(term.orElse, context, side, table);
}
