import { functionalName, isKnownFunctionalCode, sameFunctionalName } from "../../classification/index.js";
import type { FormTable } from "../../model/index.js";
import { statement } from "../evaluation.js";
import type { FormId } from "../forms.js";
import { pagesOf } from "../message.js";
import { rule } from "../rule.js";
import { realRows } from "../tree.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead } from "../types.js";

/** Every label against the classification; a code that it does not hold is not judged. */
function evaluateNames(head: RuleHead, table: FormTable, context: Context): Evaluation[] {
  const year = context.document.fiscalYear;
  return realRows(table).flatMap((row) => {
    const { code, label } = row;
    if (code === null || label === null || label === "" || !isKnownFunctionalCode(code)) return [];
    const place = { page: row.page ?? table.pageStart, table: table.id, row: row.key, column: "label" };
    const operand: EvaluatedOperand = { side: "left", place, value: label, label, header: null, unit: null };
    const holds = sameFunctionalName(code, label, year);
    const expected = functionalName(code, year);
    const message = `${code} is printed ${label}; ${holds ? "so it is called" : `the classification${year === null ? "" : ` of ${year}`} calls it ${expected ?? ""}`}${pagesOf([operand])}`;
    return [
      statement(head, {
        instance: row.key,
        status: holds ? "ok" : "fail",
        place,
        operands: [operand],
        actual: label,
        expected,
        message,
      }),
    ];
  });
}

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

/** No code twice in a form. */
export function uniqueCodes(family: string, form: FormId): Rule {
  const head: RuleHead = {
    id: `${family}.dup`,
    severity: "error",
    formula: "codes are unique within a form",
    tolerance: "exact",
  };
  return rule(head, [form], (context) => context.tables(form).flatMap((table) => evaluateUnique(head, table)));
}

/** Labels are the names that the functional classification gives their codes. */
export function codeNames(family: string, form: FormId): Rule {
  const formula = "label(code) = functional classification name for the year, aliases and former names allowed";
  const head: RuleHead = { id: `${family}.name`, severity: "warning", formula, tolerance: "text" };
  return rule(head, [form], (context) => context.tables(form).flatMap((table) => evaluateNames(head, table, context)));
}
