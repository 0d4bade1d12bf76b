import type { FormTable } from "../model/index.js";
import { evaluateSum, notApplicable, restated } from "./evaluation.js";
import { type FormId, tableName } from "./forms.js";
import { differentFigures, figuresMatching } from "./statements.js";
import { resolve, type Term, termName } from "./term.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead, Severity, Tolerance } from "./types.js";

/** A tolerance in the words of the contract. */
export function toleranceText(tolerance: Tolerance): string {
  switch (tolerance.kind) {
    case "exact":
      return "exact";
    case "copy":
      return "half a unit in the last place of the coarser print (0.005 万元)";
    case "perOperand":
      return tolerance.atLeast === undefined
        ? "0.005 万元 per printed operand, blank ones not counted"
        : `0.005 万元 per printed operand, at least ${tolerance.atLeast} operands`;
    case "amount":
      return tolerance.value;
  }
}

/** One equation of an identity. */
export interface Equation {
  /** Distinguishes the instances of an identity that has several. */
  instance?: string;
  left: readonly Term[];
  right: readonly Term[];
  relation?: "=" | "<=";
  tolerance: Tolerance;
  /** What several right operands are called in messages. */
  noun?: string;
  /** Every term must be printed; otherwise one on each side is enough and the rest counts as 0. */
  needsAll?: boolean;
}

interface SumRule {
  id: string;
  formula: string;
  severity?: Severity;
  /** Not an identity but a likeness: a difference is an `info` with this note. */
  weak?: string;
  equations: readonly Equation[];
}

const formsOf = (equations: readonly Equation[]): FormId[] => [
  ...new Set(
    equations.flatMap(({ left, right }) => [...left, ...right].flatMap((term) => ("form" in term ? term.form : []))),
  ),
];

/** Terms that the layout does not print, for the note of a failure: they were counted as 0. */
const unprinted = (terms: readonly Term[], found: readonly (EvaluatedOperand[] | null)[]): string | null => {
  const names = terms.filter((_, index) => found[index] === null).map(termName);
  return names.length === 0 ? null : `not printed, counted as 0: ${names.join(", ")}`;
};

interface Resolved extends Omit<Equation, "left" | "right"> {
  /** Per term; null for one that is not printed. */
  left: readonly (EvaluatedOperand[] | null)[];
  right: readonly (EvaluatedOperand[] | null)[];
}

function evaluateResolved(
  rule: RuleHead,
  { left, right, ...equation }: Resolved,
  terms: readonly Term[],
): Evaluation | null {
  const missing = (side: readonly unknown[]): boolean =>
    equation.needsAll ? side.some((found) => found === null) : side.every((found) => found === null);
  if (missing(left) || missing(right)) return null;
  const operands = [...left, ...right].flatMap((found) => found ?? []);
  // An equal figure that had to be summed because its 合计 is not printed carries the rounding of its addends.
  const copied = equation.tolerance.kind === "exact" || equation.tolerance.kind === "copy";
  const summed = operands.length > left.length + right.length;
  return evaluateSum({
    rule,
    instance: equation.instance ?? "",
    operands,
    relation: equation.relation ?? "=",
    tolerance: copied && summed ? { kind: "perOperand" } : equation.tolerance,
    noun: equation.noun ?? null,
    note: unprinted(terms, [...left, ...right]),
  });
}

function evaluateEquation(rule: RuleHead, equation: Equation, context: Context, table?: FormTable): Evaluation | null {
  const left = equation.left.map((term) => resolve(term, context, "left", table));
  const right = equation.right.map((term) => resolve(term, context, "right", table));
  return evaluateResolved(rule, { ...equation, left, right }, [...equation.left, ...equation.right]);
}

/** Why a rule on these forms found nothing to compare. */
function whyNot(forms: readonly string[], context: Context): string {
  const missing = forms.filter((form) => context.tables(form).length === 0).map((form) => `${tableName(form)} ${form}`);
  return missing.length > 0 ? `not in the document: ${missing.join(", ")}` : "nothing printed to compare";
}

/** A rule whose evaluations, if there are none, become one `notApplicable` that says why. */
export function rule(
  head: RuleHead,
  forms: readonly string[],
  evaluate: (context: Context, head: RuleHead) => Evaluation[],
): Rule {
  return {
    ...head,
    evaluate(context) {
      const found = evaluate(context, head);
      return found.length > 0 ? found : [notApplicable(head, whyNot(forms, context))];
    },
  };
}

const weaken = (evaluation: Evaluation, note: string): Evaluation =>
  evaluation.status === "fail" ? restated(evaluation, "info", note) : evaluation;

/** An identity given as data. One that lies within a form is evaluated on every table of that form. */
export function sumRule({ id, formula, severity = "error", weak, equations }: SumRule): Rule {
  const forms = formsOf(equations);
  const [form] = forms;
  const tolerance = [...new Set(equations.map((equation) => toleranceText(equation.tolerance)))].join("; ");
  return rule({ id, formula, severity, tolerance }, forms, (context, head) => {
    const within = forms.length === 1 && form !== undefined ? context.tables(form) : [undefined];
    const found = within.flatMap((table) =>
      equations.flatMap((equation) => evaluateEquation(head, equation, context, table) ?? []),
    );
    return weak === undefined ? found : found.map((evaluation) => weaken(evaluation, weak));
  });
}

/** What the narrative states of one kind, against what it should agree with. */
export interface Said extends Pick<Equation, "relation" | "tolerance" | "noun" | "needsAll"> {
  /** Path of the statements; each `*` is a key. */
  path: string;
  /** `$1` is what stood for the first `*`. */
  instance?: string;
  right: readonly Term[] | ((...keys: readonly string[]) => readonly Term[]);
}

interface SaidRule extends Omit<SumRule, "equations"> {
  said: readonly Said[];
}

/** An identity between statements of the narrative and forms; every different statement is an instance. */
export function saidRule({ id, formula, severity = "error", weak, said }: SaidRule): Rule {
  const tolerance = [...new Set(said.map((one) => toleranceText(one.tolerance)))].join("; ");
  return rule({ id, formula, severity, tolerance }, [], (context, head) => {
    const found = said.flatMap(({ path, instance = "", right, ...rest }) =>
      differentFigures(figuresMatching(path, context)).flatMap(({ operand, keys }) => {
        const terms = typeof right === "function" ? right(...keys) : right;
        const name = keys.reduce((text, key, index) => text.replace(`$${index + 1}`, key), instance);
        const sides = { left: [[operand]], right: terms.map((term) => resolve(term, context, "right")) };
        return evaluateResolved(head, { ...rest, ...sides, instance: name }, [{ fact: path }, ...terms]) ?? [];
      }),
    );
    return weak === undefined ? found : found.map((evaluation) => weaken(evaluation, weak));
  });
}
