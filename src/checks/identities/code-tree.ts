import type { FormTable } from "../../model/index.js";
import type { FormId } from "../forms.js";
import { rule, toleranceText } from "../rule.js";
import { allNodes, codeForest, realRows } from "../tree.js";
import type { Context, Evaluation, Rule, RuleHead, Tolerance } from "../types.js";
import { uniqueCodes } from "./codes.js";
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

/** The identities that every code form has: across its rows, down its columns, down its levels, and of its codes. */
export function codeTree({ family, form, rowFormula, rows, columns }: CodeTreeForm): Rule[] {
  const tolerance = toleranceText(PER_OPERAND);
  const onTables = (
    id: string,
    formula: string,
    evaluate: (head: RuleHead, table: FormTable, context: Context) => Evaluation[],
  ): Rule =>
    rule({ id: `${family}.${id}`, severity: "error", formula, tolerance }, [form], (context, head) =>
      context.tables(form).flatMap((table) => evaluate(head, table, context)),
    );
  return [
    onTables("row", rowFormula, (head, table, context) =>
      realRows(table).flatMap((row) =>
        rows.flatMap((equation) => evaluateRow(head, equation, table, row, context, PER_OPERAND) ?? []),
      ),
    ),
    onTables("col", "∀ column: 合计 = Σ rows of the top level printed", (head, table, context) =>
      evaluateColumns(head, columns, table, context),
    ),
    onTables(
      "hier",
      "∀ row with printed rows beneath it: value = Σ of those directly beneath",
      (head, table, context) => evaluateHierarchy(head, columns, table, context),
    ),
    uniqueCodes(family, form),
  ];
}
