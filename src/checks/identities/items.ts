import { amountOf } from "../amount.js";
import { evaluateSum, statement } from "../evaluation.js";
import { FORM } from "../forms.js";
import { pagesOf } from "../message.js";
import { rule, toleranceText } from "../rule.js";
import { operandOf, selectRows } from "../select.js";
import { figuresMatching } from "../statements.js";
import { leafRows } from "../tree.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead, Tolerance } from "../types.js";

const ITEMS = "generalBudget.detail.items";
const PAIR: Tolerance = { kind: "perOperand", atLeast: 2 };

const textAt = (path: string, context: Context): string | null => context.facts(path)[0]?.value ?? null;

const nonZero = (value: string | null): boolean => amountOf(value)?.isZero() === false;

/** What the text calls an item that has no code: `住房保障支出/住房保障支出/住房公积金`. */
const nameOf = (key: string, context: Context): string =>
  ["classLabel", "sectionLabel", "label"]
    .flatMap((part) => textAt(`${ITEMS}[${key}].${part}`, context) ?? [])
    .join("/");

interface Item {
  key: string;
  code: string | null;
  final: EvaluatedOperand;
}

const itemsOf = (context: Context): Item[] =>
  figuresMatching(`${ITEMS}[*].final`, context).map(({ operand, keys: [key = ""] }) => ({
    key,
    code: textAt(`${ITEMS}[${key}].code`, context),
    final: operand,
  }));

function evaluateSet(head: RuleHead, context: Context): Evaluation[] {
  const [table] = context.tables(FORM.f05);
  const items = itemsOf(context).filter(({ final }) => nonZero(final.value));
  if (table === undefined || items.length === 0) return [];
  const rows = leafRows(table).filter(({ code, values }) => code !== null && nonZero(values.total ?? null));
  if (rows.length === 0) return [];
  const spent = new Set(rows.map(({ code }) => code));
  const said = new Set(items.map(({ code }) => code));
  const onlyText = items.filter(({ code }) => code === null || !spent.has(code));
  const onlyForm = rows.filter(({ code }) => !said.has(code));
  const place = items[0]?.final.place ?? {};
  if (onlyText.length === 0 && onlyForm.length === 0) {
    return [
      statement(head, {
        instance: "",
        status: "ok",
        place,
        message: `the narrative's ${items.length} items are those of form 05`,
      }),
    ];
  }
  const operands = [
    ...onlyText.map(({ final }) => final),
    ...onlyForm.flatMap((row) => operandOf(table, row, "total", context, "right") ?? []),
  ];
  const texts = onlyText.map(({ key, code }) => code ?? nameOf(key, context)).join(", ");
  const forms = onlyForm.map(({ code, label }) => `${code} ${label ?? ""}`.trim()).join(", ");
  const parts = [texts && `only in the narrative ${texts}`, forms && `only in form 05 ${forms}`].filter(
    (part) => part !== "",
  );
  const message = `the narrative's items are not those of form 05: ${parts.join("; ")}${pagesOf(operands)}`;
  return [
    statement(head, {
      instance: "",
      status: "fail",
      place: operands[0]?.place ?? place,
      operands,
      message,
      actual: texts,
      expected: forms,
    }),
  ];
}

function evaluateFinals(head: RuleHead, context: Context): Evaluation[] {
  const [table] = context.tables(FORM.f05);
  if (table === undefined) return [];
  return itemsOf(context).flatMap(({ code, final }) => {
    const row = code === null ? undefined : selectRows(table, { key: code })[0];
    const printed = row === undefined ? null : operandOf(table, row, "total", context, "right");
    if (code === null || printed === null) return [];
    return evaluateSum({ rule: head, instance: code, operands: [final, printed], tolerance: PAIR });
  });
}

/** The items of 一般公共预算…支出决算具体情况, one by one. */
export const items: Rule[] = [
  rule(
    { id: "N5.13", severity: "error", formula: "set(items.code) = codes(05 lowest rows)", tolerance: "set" },
    [FORM.f05],
    (context, head) => evaluateSet(head, context),
  ),
  rule(
    { id: "N5.14", severity: "error", formula: "items[c].final = 05[c].total", tolerance: toleranceText(PAIR) },
    [FORM.f05],
    (context, head) => evaluateFinals(head, context),
  ),
];
