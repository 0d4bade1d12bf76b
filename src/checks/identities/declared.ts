/** Identities that definitions of forms declare: a form of any family, or of a user's folder, says itself what adds up. */
import { type IdentityDefinition, knownForms } from "../../forms/index.js";
import type { FormTable, TableRow } from "../../model/index.js";
import { Exact } from "../../text/index.js";
import { amountOf, grouped, scaleOf } from "../amount.js";
import { evaluateSum, statement } from "../evaluation.js";
import { nameOf, pagesOf } from "../message.js";
import { judgePercent } from "../percent.js";
import { rule } from "../rule.js";
import { operandOf, selectRows } from "../select.js";
import { allNodes, codeForest, realRows } from "../tree.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead, Tolerance } from "../types.js";

const PER_OPERAND: Tolerance = { kind: "perOperand" };
/** Decimals from which on the usual tolerance holds (SPEC §3.1). */
const USUAL_SCALE = 2;

/** A table and the decimals of its amounts. */
interface Printed {
  readonly table: FormTable;
  readonly scale: number;
}

function scaleIn(table: FormTable): number {
  const columns = table.columns.filter(({ kind }) => kind === undefined).map(({ key }) => key);
  let scale = 0;
  for (const { values } of table.rows) for (const key of columns) scale = Math.max(scale, scaleOf(values[key] ?? null));
  return scale;
}

/** Half a unit in the table's last printed place for every operand: governments print whole 万元. */
function toleranceIn(scale: number, operands: readonly EvaluatedOperand[]): Tolerance {
  const unit = operands[0]?.unit ?? null;
  if (unit === "元" || scale >= USUAL_SCALE) return PER_OPERAND;
  const printed = operands.filter(({ value }) => amountOf(value) !== null).length;
  return { kind: "amount", value: new Exact("0.5").times(printed).div(new Exact(10).pow(scale)).toFixed() };
}

function sum(
  rule: RuleHead,
  { scale }: Printed,
  instance: string,
  operands: readonly EvaluatedOperand[],
  noun: string | null = null,
): Evaluation[] {
  if (!operands.some(({ side }) => side === "left") || !operands.some(({ side }) => side === "right")) return [];
  return [evaluateSum({ rule, instance, operands, tolerance: toleranceIn(scale, operands), noun })];
}

type Of<K extends IdentityDefinition["kind"]> = Extract<IdentityDefinition, { kind: K }>;

/** What the definitions of a table's form declare; a budget's table has the identities of the budget's form. */
function declared<K extends IdentityDefinition["kind"]>(table: FormTable, kind: K, context: Context): Of<K>[] {
  const { kind: document } = context.document;
  return knownForms()
    .filter((form) => form.id === table.id && (!form.kind || document === null || form.kind === document))
    .flatMap((form) => form.identities ?? [])
    .filter((identity): identity is Of<K> => identity.kind === kind);
}

interface Branch {
  readonly row: TableRow;
  readonly children: readonly TableRow[];
}

/** Rows with the rows directly beneath them, by the printed tree or by code. */
function branchesOf(table: FormTable): Branch[] {
  const rows = realRows(table);
  if (!rows.some((row) => row.parent !== undefined)) {
    return allNodes(codeForest(table)).map(({ row, children }) => ({
      row,
      children: children.map((node) => node.row),
    }));
  }
  const beneath = new Map<string, TableRow[]>();
  for (const row of rows) if (row.parent) beneath.set(row.parent, [...(beneath.get(row.parent) ?? []), row]);
  return rows.map((row) => ({ row, children: beneath.get(row.key) ?? [] }));
}

/** 其中 names a part of the whole: what stands beside it need not be the rest. */
const isPart = (row: TableRow): boolean => /^其中/.test(row.label ?? "");

const anyIn = (rows: readonly TableRow[], column: string): boolean =>
  rows.some((row) => amountOf(row.values[column] ?? null) !== null);

function beneath(
  head: RuleHead,
  instance: string,
  printed: Printed,
  row: TableRow,
  rows: readonly TableRow[],
  column: string,
  context: Context,
): Evaluation[] {
  const left = operandOf(printed.table, row, column, context, "left");
  const right = rows.flatMap((child) => operandOf(printed.table, child, column, context, "right") ?? []);
  return sum(head, printed, instance, left ? [left, ...right] : right, "rows");
}

function children(head: RuleHead, identity: Of<"children">, printed: Printed, context: Context): Evaluation[] {
  const { table } = printed;
  const severity = identity.severity ?? head.severity;
  return branchesOf(table)
    .filter((branch) => branch.children.length > 0 && !branch.children.some(isPart))
    .flatMap(({ row, children }) =>
      identity.columns
        // A column in which nothing beneath is printed gives the upper levels only.
        .filter((column) => anyIn(children, column) && anyIn([row], column))
        .flatMap((column) =>
          beneath({ ...head, severity }, `${row.key} ${column}`, printed, row, children, column, context),
        ),
    );
}

function total(head: RuleHead, { columns, endings }: Of<"total">, printed: Printed, context: Context): Evaluation[] {
  const { table } = printed;
  const rows = realRows(table);
  if (endings) {
    return endings.flatMap((ending) => {
      const alike = rows.filter(({ label }) => label?.endsWith(ending));
      const last = alike.at(-1);
      return !last || alike.length < 3
        ? []
        : columns.flatMap((column) =>
            beneath(head, `${column} ${ending}`, printed, last, alike.slice(0, -1), column, context),
          );
    });
  }
  const whole = rows.find((row) => row.role === "total" && row.block === undefined);
  const tree = rows.some((row) => row.parent !== undefined);
  const top = tree
    ? rows.filter((row) => row.role === "item" && row.parent === null)
    : codeForest(table).map(({ row }) => row);
  if (!whole || top.length === 0) return [];
  return columns
    .filter((column) => anyIn(top, column))
    .flatMap((column) => beneath(head, column, printed, whole, top, column, context));
}

function rowsOf(head: RuleHead, identity: Of<"rows">, printed: Printed, context: Context): Evaluation[] {
  const { table } = printed;
  const columns = [...new Set(table.columns.filter(({ kind }) => kind === undefined).map(({ key }) => key))];
  const cells = (keys: readonly string[], column: string, side: "left" | "right") =>
    keys.flatMap((key) =>
      selectRows(table, { key }).flatMap((row) => operandOf(table, row, column, context, side) ?? []),
    );
  return columns.flatMap((column) =>
    sum(head, printed, `${identity.total} ${column}`, [
      ...cells([identity.total], column, "left"),
      ...cells(identity.parts, column, "right"),
    ]),
  );
}

function columnsOf(head: RuleHead, identity: Of<"columns">, printed: Printed, context: Context): Evaluation[] {
  const { table } = printed;
  // A column that the form does not know may be one more part.
  if (table.columns.some(({ key, kind }) => kind === undefined && key.startsWith("unlisted-"))) return [];
  const cells = (row: TableRow, keys: readonly string[], side: "left" | "right") =>
    keys.flatMap((key) => operandOf(table, row, key, context, side) ?? []);
  return realRows(table).flatMap((row) =>
    sum(head, printed, `${row.key} ${identity.total}`, [
      ...cells(row, [identity.total], "left"),
      ...cells(row, identity.parts, "right"),
    ]),
  );
}

function ratio(head: RuleHead, identity: Of<"ratio">, printed: Printed, context: Context): Evaluation[] {
  const { table } = printed;
  const base = identity.base.find((key) => table.columns.some((column) => column.key === key));
  if (base === undefined) return [];
  return realRows(table).flatMap((row) => {
    const [percent, part, whole] = [identity.percent, identity.part, base].map((column, at) =>
      operandOf(table, row, column, context, at === 0 ? "left" : "right"),
    );
    if (!percent || !part || !whole || amountOf(percent.value) === null) return [];
    const judged = judgePercent(percent.value ?? "", part, whole, printed.scale);
    if (judged === null) return [];
    const operands: EvaluatedOperand[] = [{ ...percent, unit: null }, part, whole];
    const says = `${nameOf(percent)} ${percent.value}% of ${grouped(part.value ?? "0")} / ${grouped(whole.value ?? "0")}`;
    const message = `${says}${judged.status === "ok" ? "" : `, which is ${judged.expected ?? "no number"}%`}${pagesOf(operands)}`;
    const { status, expected, note } = judged;
    return [
      statement(head, {
        instance: row.key,
        relation: "%",
        status,
        place: percent.place,
        operands,
        actual: percent.value,
        expected,
        note,
        message,
      }),
    ];
  });
}

function declaredRule<K extends IdentityDefinition["kind"]>(
  head: RuleHead,
  kind: K,
  evaluate: (head: RuleHead, identity: Of<K>, printed: Printed, context: Context) => Evaluation[],
): Rule {
  return rule(head, [], (context, own) =>
    context.all.flatMap((table) => {
      const identities = declared(table, kind, context);
      const printed = { table, scale: identities.length > 0 ? scaleIn(table) : 0 };
      return identities.flatMap((identity) => evaluate(own, identity, printed, context));
    }),
  );
}

const head = (id: string, formula: string, tolerance: string, severity: RuleHead["severity"] = "error"): RuleHead => ({
  id,
  severity,
  formula,
  tolerance,
});
const SUM = "half a unit in the table's last printed place per printed operand";

export const declaredIdentities: Rule[] = [
  declaredRule(
    head("D.columns", "∀ row: a column = Σ the columns that the form's definition names", SUM),
    "columns",
    columnsOf,
  ),
  declaredRule(head("D.rows", "∀ column: a row = Σ the rows that the form's definition names", SUM), "rows", rowsOf),
  declaredRule(
    head("D.children", "∀ row with rows beneath it, none of them 其中: value = Σ of those directly beneath", SUM),
    "children",
    children,
  ),
  declaredRule(
    head("D.total", "the total = Σ rows of the top level, or of those whose labels end like its own", SUM),
    "total",
    total,
  ),
  declaredRule(
    head(
      "D.ratio",
      "∀ row: the printed percentage = the column / the base that the form's definition names",
      "PCT rule",
      "warning",
    ),
    "ratio",
    ratio,
  ),
];
