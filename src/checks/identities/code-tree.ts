import type { FormTable } from "../../model/index.js";
import { statement } from "../evaluation.js";
import type { FormId } from "../forms.js";
import { pagesOf } from "../message.js";
import { rule, toleranceText } from "../rule.js";
import { allNodes, codeForest, realRows } from "../tree.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead, Tolerance } from "../types.js";
import { evaluateBeneath, evaluateRow, type RowEquation } from "./rows.js";

/** A form of functional classification codes: which columns it adds up, across and down. */
export interface CodeTreeForm {
  /** Identity prefix: F02. */
  family: string;
  form: FormId;
  rowFormula: string;
  rows: readonly RowEquation[];
  columns: readonly string[];
}

/** Every printed operand may be off by half a unit; blank addends are true zeros. */
const PER_OPERAND: Tolerance = { kind: "perOperand" };

const evaluateColumns = (
  head: RuleHead,
  columns: readonly string[],
  table: FormTable,
  context: Context,
): Evaluation[] => {
  const total = realRows(table).find(({ role }) => role === "total");
  const roots = codeForest(table).map(({ row }) => row);
  if (total === undefined || roots.length === 0) return [];
  return columns.flatMap((column) => evaluateBeneath(head, column, table, total, roots, column, context) ?? []);
};

const evaluateHierarchy = (
  head: RuleHead,
  columns: readonly string[],
  table: FormTable,
  context: Context,
): Evaluation[] =>
  allNodes(codeForest(table))
    .filter(({ children }) => children.length > 0)
    .flatMap(({ row, children }) => {
      const beneath = children.map((child) => child.row);
      return columns.flatMap(
        (column) => evaluateBeneath(head, `${row.key} ${column}`, table, row, beneath, column, context) ?? [],
      );
    });

function evaluateUnique(head: RuleHead, table: FormTable): Evaluation[] {
  const coded = realRows(table).filter(({ code }) => code !== null);
  if (coded.length === 0) return [];
  const place = { page: table.pageStart, table: table.id };
  const repeated = [...new Set(coded.map(({ code }) => code ?? ""))].flatMap((code) => {
    const rows = coded.filter((row) => row.code === code);
    return rows.length > 1 ? [{ code, rows }] : [];
  });
  if (repeated.length === 0)
    return [statement(head, { instance: "", status: "ok", place, message: `all ${coded.length} codes are different` })];
  return repeated.map(({ code, rows }) => {
    const operands = rows.map(
      (row): EvaluatedOperand => ({
        side: "left",
        label: row.label ?? code,
        header: null,
        unit: null,
        value: code,
        place: { page: row.page ?? table.pageStart, table: table.id, row: row.key, column: "code" },
      }),
    );
    const message = `code ${code} is printed ${rows.length} times${pagesOf(operands)}`;
    return statement(head, {
      instance: code,
      status: "fail",
      place: operands.at(-1)?.place ?? place,
      operands,
      message,
      actual: `${rows.length}`,
      expected: "1",
    });
  });
}

/** The identities that every code form has: across its rows, down its columns, down its levels, and of its codes. */
export function codeTree({ family, form, rowFormula, rows, columns }: CodeTreeForm): Rule[] {
  const tolerance = toleranceText(PER_OPERAND);
  const onTables = (
    id: string,
    formula: string,
    how: string,
    evaluate: (head: RuleHead, table: FormTable, context: Context) => Evaluation[],
  ): Rule =>
    rule({ id: `${family}.${id}`, severity: "error", formula, tolerance: how }, [form], (context, head) =>
      context.tables(form).flatMap((table) => evaluate(head, table, context)),
    );
  return [
    onTables("row", rowFormula, tolerance, (head, table, context) =>
      realRows(table).flatMap((row) =>
        rows.flatMap((equation) => evaluateRow(head, equation, table, row, context, PER_OPERAND) ?? []),
      ),
    ),
    onTables("col", "∀ column: 合计 = Σ rows of the top level printed", tolerance, (head, table, context) =>
      evaluateColumns(head, columns, table, context),
    ),
    onTables(
      "hier",
      "∀ row with printed rows beneath it: value = Σ of those directly beneath",
      tolerance,
      (head, table, context) => evaluateHierarchy(head, columns, table, context),
    ),
    onTables("dup", "codes are unique within a form", "exact", evaluateUnique),
  ];
}
