import type { FormTable } from "../../model/index.js";
import { amountUnitOf } from "../../text/units.js";
import { amountOf, grouped } from "../amount.js";
import { statement } from "../evaluation.js";
import { FORM, type FormId, tableName } from "../forms.js";
import { pagesOf } from "../message.js";
import { rule } from "../rule.js";
import { operandOf, selectRows } from "../select.js";
import { realRows } from "../tree.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead } from "../types.js";

/** A form that may be published blank, and where else the document says whether there was anything to publish. */
interface MayBeEmpty {
  id: string;
  form: FormId;
  formula: string;
  /** Of the narrative's paths. */
  path: string;
  /** 04's column and income lines of the same money. */
  budget?: string;
  /** Columns that contradict a narrative that says 无; all of them when not given. */
  spending?: string;
}

const nonZero = (operand: EvaluatedOperand): boolean => amountOf(operand.value)?.isZero() === false;

const figuresOf = (table: FormTable, context: Context): EvaluatedOperand[] =>
  realRows(table)
    .flatMap((row) => Object.keys(row.values).flatMap((column) => operandOf(table, row, column, context, "left") ?? []))
    .filter(nonZero);

/** Amounts that the narrative gives of the form's money; the change against another year is none. */
const amountsSaid = (path: string, context: Context): EvaluatedOperand[] =>
  context.statements
    .filter((said) => said.path.startsWith(`${path}.`) && !said.path.includes(".comparison."))
    .filter(({ unit }) => unit !== null && amountUnitOf(unit) !== null)
    .map(
      ({ place, value, unit, path: label }): EvaluatedOperand => ({
        side: "right",
        place,
        value,
        unit,
        label,
        header: null,
      }),
    )
    .filter(nonZero);

/** 04's figures of the same money; of spending alone when that is all the form prints (SPEC §2.8). */
function figuresOf04(budget: string, table: FormTable, context: Context): EvaluatedOperand[] {
  const [summary] = context.tables(FORM.f04);
  if (summary === undefined) return [];
  const balances = [
    [`income.${budget}`, "amount"],
    [`income.openingBalance.${budget}`, "amount"],
    ["expenditure.closingBalance", budget],
  ];
  const cells = [
    ["expenditure.currentYearExpenditureTotal", budget],
    ...(table.columns.some(({ key }) => key === "income") ? balances : []),
  ];
  return cells
    .flatMap(([key = "", column = ""]) =>
      selectRows(summary, { key }).flatMap((row) => operandOf(summary, row, column, context, "right") ?? []),
    )
    .filter(nonZero);
}

interface Claim {
  instance: string;
  /** What contradicts; empty when nothing does. */
  against: EvaluatedOperand[];
  message: string;
}

const say = (operands: readonly EvaluatedOperand[]): string =>
  operands[0] === undefined ? "" : `${grouped(operands[0].value ?? "")} ${operands[0].unit ?? ""}`.trim();

/** Everything the document says about whether the form has anything in it, each against the form. */
function claimsOf({ form, path, budget, spending }: MayBeEmpty, table: FormTable, context: Context): Claim[] {
  const name = tableName(form);
  const figures = figuresOf(table, context);
  const printed = figures.filter(({ place }) => spending === undefined || place.column?.startsWith(spending));
  const blank = figures.length === 0;
  const claims: Claim[] = [];
  if (table.emptyStatement !== null) {
    claims.push({
      instance: "statement",
      against: figures,
      message: `${name} says that it is empty, but prints ${say(figures)}`,
    });
  }
  const none = context.facts(`${path}.isEmpty`).find(({ value }) => value === "true");
  if (none !== undefined) {
    claims.push({
      instance: "narrative says none",
      against: printed,
      message: `the narrative says 无, but ${name} prints ${say(printed)}`,
    });
  }
  const said = amountsSaid(path, context);
  if (blank && table.emptyStatement === null && (said.length > 0 || none !== undefined)) {
    claims.push({
      instance: "narrative",
      against: said,
      message: `${name} is all blank and does not say why, while the narrative gives ${say(said)}`,
    });
  }
  if (budget !== undefined && context.tables(FORM.f04).length > 0) {
    const summary = figuresOf04(budget, table, context);
    // Both blank and nobody says so is a template: nothing to hold against each other.
    if (blank && (table.emptyStatement !== null || summary.length > 0)) {
      claims.push({
        instance: "form 04",
        against: summary,
        message: `${name} is all blank, while form 04 prints ${say(summary)}`,
      });
    }
    if (!blank) {
      claims.push({
        instance: "form 04",
        against: summary.length > 0 ? [] : figures,
        message: `${name} prints ${say(figures)}, while form 04 has none of it`,
      });
    }
  }
  return claims;
}

function evaluateClaim(head: RuleHead, table: FormTable, { instance, against, message }: Claim): Evaluation {
  const place = { page: table.pageStart, table: table.id };
  if (against.length === 0)
    return statement(head, {
      instance,
      status: "ok",
      place,
      message: `${tableName(table.id)}: blank and said to be blank agree`,
    });
  const shown = against.slice(0, 1);
  const self: EvaluatedOperand = { side: "left", label: table.id, header: null, unit: null, value: null, place };
  return statement(head, {
    instance,
    status: "fail",
    place,
    operands: shown,
    message: `${message}${pagesOf([self, ...shown])}`,
    actual: shown[0]?.value ?? null,
  });
}

const FORMS: readonly MayBeEmpty[] = [
  {
    id: "E07",
    form: FORM.f07,
    path: "governmentFund",
    budget: "governmentFund",
    formula: "isEmpty ⇔ all values blank ⇔ narrative says 无 ⇔ 04 governmentFund lines blank",
  },
  {
    id: "E08",
    form: FORM.f08,
    path: "stateCapital",
    budget: "stateCapital",
    formula: "isEmpty ⇔ all values blank ⇔ narrative says 无 ⇔ 04 stateCapital lines blank",
  },
  {
    id: "E09",
    form: FORM.f09,
    path: "threePublic",
    // A budget of which nothing was spent is no contradiction to 无“三公”经费支出.
    spending: "final.",
    formula: "all values blank ⇔ the form says that it is empty, or the narrative gives no figures",
  },
];

/** Forms that may be blank: the blank must be said, and nothing else in the document may speak against it. */
export const empty: Rule[] = FORMS.map((form) =>
  rule({ id: form.id, severity: "error", formula: form.formula, tolerance: "logic" }, [form.form], (context, head) =>
    context
      .tables(form.form)
      .flatMap((table) => claimsOf(form, table, context).map((claim) => evaluateClaim(head, table, claim))),
  ),
);
