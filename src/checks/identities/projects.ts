import type { Section } from "../../model/index.js";
import { evaluateSum, restated, statement } from "../evaluation.js";
import { FORM } from "../forms.js";
import { pagesOf } from "../message.js";
import { rule, toleranceText } from "../rule.js";
import { statementOperand, statementsMatching } from "../statements.js";
import { fact, resolve, treeTotal } from "../term.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead, Tolerance } from "../types.js";

const EACH: Tolerance = { kind: "perOperand" };
const SELECTION = "less than all project expenditure: what is listed may be a selection";

/** A sum that falls short of the whole need not be wrong: a report may deal with some projects only. */
const mayBeSelection = (evaluation: Evaluation): Evaluation =>
  evaluation.status === "fail" && !evaluation.difference?.startsWith("-")
    ? restated(evaluation, "info", SELECTION)
    : evaluation;

/** All project expenditure (03) against the projects that are reported on. */
export function evaluateExecuted(
  head: RuleHead,
  instance: string,
  executed: readonly EvaluatedOperand[],
  context: Context,
): Evaluation[] {
  const whole = resolve(treeTotal(FORM.f03, "project"), context, "left");
  if (whole === null || executed.length === 0) return [];
  const operands = [...whole, ...executed.map((operand): EvaluatedOperand => ({ ...operand, side: "right" }))];
  const evaluation = evaluateSum({ rule: head, instance, operands, tolerance: EACH, noun: "projects" });
  return [mayBeSelection(evaluation)];
}

/** 基本支出 + Σ project budgets = 调整预算数 of the department's report. */
function evaluateBudgets(head: RuleHead, context: Context): Evaluation[] {
  const adjusted = resolve(fact("performance.department.adjustedBudget"), context, "left");
  const basic = resolve(treeTotal(FORM.f03, "basic"), context, "right");
  const budgets = resolve(fact("performance.projects[*].budget"), context, "right");
  if (adjusted === null || basic === null || budgets === null) return [];
  const evaluation = evaluateSum({
    rule: head,
    instance: "budgets",
    operands: [...adjusted, ...basic, ...budgets],
    tolerance: EACH,
    noun: "figures",
  });
  return [mayBeSelection(evaluation)];
}

const unitsIn = (sections: readonly Section[]): number =>
  sections.reduce((count, section) => count + (section.units?.length ?? 0) + unitsIn(section.sections), 0);

/** 对27个单位开展整体支出绩效自评, beside the list of the department's units. */
function evaluateUnits(head: RuleHead, context: Context): Evaluation[] {
  const said = statementsMatching("performance.department.unitsEvaluated", context)[0]?.statement;
  const listed = unitsIn(context.sections);
  if (said === undefined || said.value === null || listed === 0) return [];
  const operand: EvaluatedOperand = { ...statementOperand(said), unit: null };
  const holds = said.value === String(listed);
  const message = `narrative ${said.path} ${said.value} ${holds ? "equals" : "differs from"} the ${listed} units that the document lists${pagesOf([operand])}`;
  return [
    statement(head, {
      instance: "",
      status: holds ? "ok" : "fail",
      place: said.place,
      operands: [operand],
      actual: said.value,
      expected: String(listed),
      message,
    }),
  ];
}

/** What the performance section says of projects and units. */
export const projects: Rule[] = [
  rule(
    {
      id: "N13.2",
      severity: "warning",
      formula: "Σ project executed = 03.total.project; 03.total.basic + Σ project budgets = adjustedBudget",
      tolerance: toleranceText(EACH),
    },
    [FORM.f03],
    (context, head) => [
      ...evaluateExecuted(
        head,
        "executed",
        resolve(fact("performance.projects[*].executed"), context, "right") ?? [],
        context,
      ),
      ...evaluateBudgets(head, context),
    ],
  ),
  rule(
    {
      id: "N13.7",
      severity: "warning",
      formula: "performance.department.unitsEvaluated = number of units listed",
      tolerance: "exact",
    },
    [],
    (context, head) => evaluateUnits(head, context),
  ),
];
