import { notApplicable } from "../evaluation.js";
import { FORM } from "../forms.js";
import { type Equation, rule, sumRule, toleranceText } from "../rule.js";
import { cell, treeTotal } from "../term.js";
import type { Rule, Tolerance } from "../types.js";
import { againstClassRow, againstLeaves, figuresByClass } from "./by-class.js";
import { expenditureCodes } from "./codes-03-05.js";
import { crossSummaries } from "./cross-summaries.js";
import { PERSONNEL_TOTAL, PUBLIC_TOTAL } from "./f06.js";

const { f02, f04, f05, f06, f07, f08, f09 } = FORM;
const EXACT: Tolerance = { kind: "exact" };
/** Two printed figures of one amount, or one amount that may not exceed another. */
const PAIR: Tolerance = { kind: "perOperand", atLeast: 2 };

const line = (key: string, column = "amount") => cell(f04, key, column);

/** 04's column of one budget against the form of that budget alone; what a layout does not print is not compared. */
const budgetColumn = (form: typeof f07 | typeof f08, budget: string): Equation[] => [
  { instance: "income", left: [line(`income.${budget}`)], right: [treeTotal(form, "income")], tolerance: EXACT },
  {
    instance: "openingBalance",
    left: [line(`income.openingBalance.${budget}`)],
    right: [treeTotal(form, "openingBalance")],
    tolerance: EXACT,
  },
  {
    instance: "expenditureTotal",
    left: [line("expenditure.currentYearExpenditureTotal", budget)],
    right: [treeTotal(form, "expenditureTotal")],
    tolerance: EXACT,
  },
  {
    instance: "closingBalance",
    left: [line("expenditure.closingBalance", budget)],
    right: [treeTotal(form, "closingBalance")],
    tolerance: EXACT,
  },
];

const totals: Rule[] = [
  sumRule({
    id: "X0204.1",
    formula: "02.total.fiscalAppropriation = 04.income.currentYearIncomeTotal",
    equations: [
      {
        left: [treeTotal(f02, "fiscalAppropriation")],
        right: [line("income.currentYearIncomeTotal")],
        tolerance: PAIR,
      },
    ],
  }),
  rule(
    {
      id: "X0205.1",
      severity: "info",
      formula:
        "Σ 02.fiscalAppropriation of class c vs 05: no equality (income year vs expenditure year); the difference is the change of balances",
      tolerance: "-",
    },
    [f02, f05],
    (_context, head) => [
      notApplicable(
        head,
        "no equality holds: what a class received and what it spent in a year differ by the change of its balances",
      ),
    ],
  ),
  ...expenditureCodes,
  sumRule({
    id: "X0405.1",
    formula: "04.expenditure.currentYearExpenditureTotal.generalPublicBudget = 05.total.total",
    equations: [
      {
        left: [line("expenditure.currentYearExpenditureTotal", "generalPublicBudget")],
        right: [treeTotal(f05, "total")],
        tolerance: EXACT,
      },
    ],
  }),
  rule(
    {
      id: "X0405.2",
      severity: "error",
      formula: "∀ class c: 04.expenditure.function.c.generalPublicBudget = 05 class c",
      tolerance: `${toleranceText(PAIR)} vs a printed class row; ${toleranceText({ kind: "perOperand" })} vs Σ 项`,
    },
    [f04, f05],
    (context, head) =>
      figuresByClass(
        { summary: { form: f04, column: "generalPublicBudget" }, codes: { form: f05, column: "total" } },
        context,
      ).flatMap((figures) =>
        figures.row === null
          ? againstLeaves(head, figures.code, figures)
          : againstClassRow(head, figures.code, figures),
      ),
  ),
  sumRule({
    id: "X0407.1",
    formula: "04 governmentFund column = 07 (income, openingBalance, expenditureTotal, closingBalance)",
    equations: budgetColumn(f07, "governmentFund"),
  }),
  sumRule({
    id: "X0408.1",
    formula: "04 stateCapital column = 08 (what its layout prints of it)",
    equations: budgetColumn(f08, "stateCapital"),
  }),
];

/** Where basic expenditure by function meets basic expenditure by economic kind. */
const economic: Rule[] = [
  sumRule({
    id: "X0506.1",
    formula: "05.total.basic = 06.personnelTotal + 06.publicTotal",
    equations: [
      {
        left: [treeTotal(f05, "basic")],
        right: [PERSONNEL_TOTAL, PUBLIC_TOTAL],
        tolerance: { kind: "perOperand", atLeast: 3 },
        needsAll: true,
      },
    ],
  }),
  sumRule({
    id: "X0506.2",
    severity: "info",
    weak: "economic and functional classification need not agree here: never repair from this",
    formula: "05[2210201].basic ≈ 06[30113]; 05[2080505].basic ≈ 06[30108]; 05[2080506].basic ≈ 06[30109]",
    equations: [
      ["2210201", "30113"],
      ["2080505", "30108"],
      ["2080506", "30109"],
    ].map(([functional = "", kind = ""]) => ({
      instance: functional,
      left: [cell(f05, functional, "basic")],
      right: [cell(f06, kind, "amount")],
      tolerance: PAIR,
    })),
  }),
  sumRule({
    id: "X0609.1",
    severity: "warning",
    formula:
      "06[30217] ≤ 09.final.reception; 06[30212] ≤ 09.final.abroad; 06[30231] ≤ 09.final.vehicleOperation; 06[31013] ≤ 09.final.vehiclePurchase",
    equations: [
      ["30217", "reception"],
      ["30212", "abroad"],
      ["30231", "vehicleOperation"],
      ["31013", "vehiclePurchase"],
    ].map(([kind = "", item = ""]) => ({
      instance: item,
      left: [cell(f06, kind, "amount")],
      right: [cell(f09, "values", `final.${item}`)],
      relation: "<=",
      tolerance: PAIR,
    })),
  }),
];

/** Identities between forms. */
export const cross: Rule[] = [...crossSummaries, ...totals, ...economic];
