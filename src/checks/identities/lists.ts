import { normalise } from "../../text/normalise.js";
import { amountOf } from "../amount.js";
import { statement } from "../evaluation.js";
import { FORM } from "../forms.js";
import { pagesOf } from "../message.js";
import { rule } from "../rule.js";
import { operandOf } from "../select.js";
import { statementOperand, statementsMatching } from "../statements.js";
import { leafRows } from "../tree.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead, Statement } from "../types.js";
import { PERSONNEL_CLASSES, PUBLIC_CLASSES } from "./f06.js";

/** “主要包括”: the path of the list, and the classes of 06 that it is about. */
const LISTS: readonly { instance: string; path: string; classes: readonly string[] }[] = [
  { instance: "personnel", path: "basic.personnel.items", classes: PERSONNEL_CLASSES },
  { instance: "public", path: "basic.publicExpense.items", classes: PUBLIC_CLASSES },
];

/** A list as one text, or as one statement for every member. */
const membersOf = (said: readonly Statement[]): string[] =>
  said.flatMap(({ value }) => (value ?? "").split(/[、,，;；]/)).filter((name) => name !== "" && !/^等$/.test(name));

function evaluateList(
  head: RuleHead,
  { instance, path, classes }: (typeof LISTS)[number],
  context: Context,
): Evaluation[] {
  const [table] = context.tables(FORM.f06);
  const said = [
    ...context.facts(path),
    ...statementsMatching(`${path}[*]`, context).map((matched) => matched.statement),
  ];
  const [first] = said;
  if (table === undefined || first === undefined) return [];
  const rows = leafRows(table).filter(
    ({ code }) => classes.some((one) => code?.startsWith(one)) && (code?.length ?? 0) > 3,
  );
  if (rows.length === 0) return [];
  const listed = membersOf(said);
  const keys = new Set(listed.map(normalise));
  const spent = rows.filter(({ values }) => amountOf(values.amount ?? null)?.isZero() === false);
  const spentKeys = new Set(spent.map(({ label }) => normalise(label ?? "")));
  const tooMany = listed.filter((name) => !spentKeys.has(normalise(name)));
  const tooFew = spent.filter(({ label }) => label !== null && !keys.has(normalise(label)));
  const holds = tooMany.length === 0 && tooFew.length === 0;
  const operands: EvaluatedOperand[] = tooFew.flatMap((row) => operandOf(table, row, "amount", context, "right") ?? []);
  const names = tooFew.map(({ label }) => label ?? "").join("、");
  const parts = [
    ...(tooMany.length > 0 ? [`names ${tooMany.join("、")}, for which form 06 has no amount`] : []),
    ...(names === "" ? [] : [`leaves out ${names}`]),
  ];
  const pages = pagesOf([{ ...statementOperand(first), unit: null }, ...operands]);
  return [
    statement(head, {
      instance,
      status: holds ? "ok" : "fail",
      place: first.place,
      operands,
      actual: tooMany.join("、") || null,
      expected: names || null,
      message: holds
        ? `the ${listed.length} kinds of ${instance} expenditure listed are those of form 06`
        : `the list of ${instance} expenditure ${parts.join(" and ")}${pages}`,
    }),
  ];
}

/** What the text lists, against the rows that have amounts. */
export const lists: Rule[] = [
  rule(
    {
      id: "N6.4",
      severity: "warning",
      formula: "“主要包括” list = labels of non-blank 06 款 of that block",
      tolerance: "set",
    },
    [FORM.f06],
    (context, head) => LISTS.flatMap((list) => evaluateList(head, list, context)),
  ),
];
