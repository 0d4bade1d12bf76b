import type { FormTable } from "../../model/index.js";
import { amountOf } from "../amount.js";
import { evaluateSum, statement } from "../evaluation.js";
import { FORM, tableName } from "../forms.js";
import { rule, toleranceText } from "../rule.js";
import { operandOf, selectRows } from "../select.js";
import { realRows } from "../tree.js";
import type { Context, Evaluation, Rule, RuleHead, Tolerance } from "../types.js";

const { f03, f05, f07, f08 } = FORM;
const PAIR: Tolerance = { kind: "perOperand", atLeast: 2 };

/** The forms that spend fiscal money by function, with their columns for 合计, 基本支出 and 项目支出. */
const FISCAL = [
  { form: f05, columns: { total: "total", basic: "basic", project: "project" } },
  { form: f07, columns: { total: "expenditureTotal", basic: "expenditureBasic", project: "expenditureProject" } },
  { form: f08, columns: { total: "expenditureTotal", basic: "expenditureBasic", project: "expenditureProject" } },
];
const COLUMNS = ["total", "basic", "project"] as const;

/** Row keys of the fiscal forms in the order in which 05, 07 and 08 print them; `total` is one of them. */
const keysOf = (context: Context): string[] => [
  ...new Set(
    FISCAL.flatMap(({ form }) =>
      context
        .tables(form)
        .slice(0, 1)
        .flatMap((table) => realRows(table).map(({ key }) => key)),
    ),
  ),
];

function evaluateWithin(head: RuleHead, context: Context): Evaluation[] {
  const [all] = context.tables(f03);
  if (all === undefined) return [];
  return keysOf(context).flatMap((key) => {
    const row = selectRows(all, { key })[0];
    if (row === undefined) return [];
    return COLUMNS.flatMap((column) => {
      const whole = operandOf(all, row, column, context, "right");
      const parts = FISCAL.flatMap(({ form, columns }) => {
        const [table] = context.tables(form);
        const part = table === undefined ? undefined : selectRows(table, { key })[0];
        if (table === undefined || part === undefined) return [];
        const found = operandOf(table, part, columns[column], context, "left");
        return found === null || amountOf(found.value) === null ? [] : [found];
      });
      if (whole === null || parts.length === 0) return [];
      return (
        evaluateSum({
          rule: head,
          instance: `${key} ${column}`,
          operands: [...parts, whole],
          relation: "<=",
          tolerance: PAIR,
        }) ?? []
      );
    });
  });
}

const spends = (table: FormTable, key: string): boolean =>
  realRows(table).some(
    (row) => row.key === key && Object.values(row.values).some((value) => amountOf(value)?.isZero() === false),
  );

function evaluateCodes(head: RuleHead, context: Context): Evaluation[] {
  const [all] = context.tables(f03);
  const codes = new Set(all === undefined ? [] : realRows(all).flatMap(({ code }) => code ?? []));
  // A level that 03 does not print is not missing from it: Wuhan prints 项 rows alone.
  const levels = new Set([...codes].map((code) => code.length));
  const compared = FISCAL.flatMap(({ form }) =>
    context
      .tables(form)
      .slice(0, 1)
      .flatMap((table) =>
        realRows(table).flatMap((row) =>
          row.code !== null && levels.has(row.code.length) && spends(table, row.key)
            ? [{ table, row, code: row.code }]
            : [],
        ),
      ),
  );
  if (compared.length === 0) return [];
  const missing = compared.filter(({ code }) => !codes.has(code));
  if (missing.length === 0)
    return [
      statement(head, {
        instance: "",
        status: "ok",
        place: {},
        message: `all ${compared.length} codes are in form 03`,
      }),
    ];
  return missing.map(({ table, row, code }) => {
    const place = { page: row.page ?? table.pageStart, table: table.id, row: row.key, column: "code" };
    const operands = [
      { side: "left" as const, place, value: code, label: row.label ?? code, header: null, unit: null },
    ];
    const message = `${tableName(table.id)} spends under ${code} ${row.label ?? ""}, which form 03 does not list (p. ${place.page})`;
    return statement(head, { instance: code, status: "fail", place, operands, message, actual: code });
  });
}

/** 支出决算表 holds all that the fiscal forms spend. */
export const expenditureCodes: Rule[] = [
  rule(
    {
      id: "X0305.1",
      severity: "error",
      formula: "∀ code, ∀ {total, basic, project}: 05 + 07 + 08 ≤ 03",
      tolerance: toleranceText(PAIR),
    },
    [f03, f05],
    (context, head) => evaluateWithin(head, context),
  ),
  rule(
    {
      id: "X0305.2",
      severity: "error",
      formula: "codes(05) ∪ codes(07) ∪ codes(08) ⊆ codes(03), at the levels that 03 prints",
      tolerance: "set",
    },
    [f03, f05],
    (context, head) => evaluateCodes(head, context),
  ),
];
