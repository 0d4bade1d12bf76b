import type { FormTable } from "../../model/index.js";
import { evaluateSum } from "../evaluation.js";
import type { FormId } from "../forms.js";
import { operandOf, selectRows } from "../select.js";
import { leafRows, realRows } from "../tree.js";
import type { Context, EvaluatedOperand, Evaluation, RuleHead } from "../types.js";

/** Function rows of the two-sided forms are keyed by class: expenditure.function.208. */
const FUNCTION = "expenditure.function.";
const CLASS_LENGTH = 3;

/** A column of a two-sided form, and the column of a code form that says the same by code. */
export interface ByClass {
  summary: { form: FormId; column: string };
  codes: { form: FormId; column: string };
}

export interface ClassFigures {
  code: string;
  /** The line of the summary; null where the summary prints none of the class. */
  line: EvaluatedOperand | null;
  /** The class row of the code form, when it prints one. */
  row: EvaluatedOperand | null;
  /** The lowest rows of the class. */
  leaves: EvaluatedOperand[];
}

const classesOf = (summary: FormTable, codes: FormTable): string[] => {
  const lines = realRows(summary).flatMap(({ key }) => (key.startsWith(FUNCTION) ? key.slice(FUNCTION.length) : []));
  const rows = realRows(codes).flatMap(({ code }) => code?.slice(0, CLASS_LENGTH) ?? []);
  return [...new Set([...lines, ...rows])].sort();
};

/** Both forms' figures for every class that either prints. */
export function figuresByClass({ summary, codes }: ByClass, context: Context): ClassFigures[] {
  const [summaryTable] = context.tables(summary.form);
  const [codeTable] = context.tables(codes.form);
  if (summaryTable === undefined || codeTable === undefined) return [];
  const leaves = leafRows(codeTable).filter(({ code }) => code !== null && code.length > CLASS_LENGTH);
  return classesOf(summaryTable, codeTable).map((code) => {
    const line = selectRows(summaryTable, { key: `${FUNCTION}${code}` })[0];
    const row = realRows(codeTable).find((candidate) => candidate.code === code);
    return {
      code,
      line: line === undefined ? null : operandOf(summaryTable, line, summary.column, context, "left"),
      row: row === undefined ? null : operandOf(codeTable, row, codes.column, context, "right"),
      leaves: leaves
        .filter((leaf) => leaf.code?.startsWith(code))
        .flatMap((leaf) => operandOf(codeTable, leaf, codes.column, context, "right") ?? []),
    };
  });
}

/** The lines of two summaries that name one class, one on each side; a class that one of them does not print is no pair. */
export function classLines(
  left: FormId,
  leftColumn: string,
  right: FormId,
  rightColumn: string,
  context: Context,
): { code: string; operands: EvaluatedOperand[] }[] {
  const [leftTable] = context.tables(left);
  const [rightTable] = context.tables(right);
  if (leftTable === undefined || rightTable === undefined) return [];
  return selectRows(leftTable, { keyPrefix: FUNCTION }).flatMap((row) => {
    const other = selectRows(rightTable, { key: row.key })[0];
    const first = operandOf(leftTable, row, leftColumn, context, "left");
    const second = other === undefined ? null : operandOf(rightTable, other, rightColumn, context, "right");
    return first === null || second === null
      ? []
      : [{ code: row.key.slice(FUNCTION.length), operands: [first, second] }];
  });
}

/** The summary's line against the printed class row: two printed figures of one amount. */
export function againstClassRow(head: RuleHead, instance: string, { line, row }: ClassFigures): Evaluation[] {
  if (line === null || row === null) return [];
  return [evaluateSum({ rule: head, instance, operands: [line, row], tolerance: { kind: "perOperand", atLeast: 2 } })];
}

/** The summary's line against the sum of the lowest rows of its class; a class without rows sums to nothing. */
export function againstLeaves(head: RuleHead, instance: string, { code, line, leaves }: ClassFigures): Evaluation[] {
  if (line === null) return [];
  return [
    evaluateSum({
      rule: head,
      instance,
      operands: [line, ...leaves],
      tolerance: { kind: "perOperand" },
      noun: "项 rows",
      note: leaves.length === 0 ? `nothing is listed under ${code}` : null,
    }),
  ];
}
