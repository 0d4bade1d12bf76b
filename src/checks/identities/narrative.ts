import { FORM } from "../forms.js";
import { type Said, saidRule } from "../rule.js";
import { type CellTerm, cell, fact, sumOf, treeTotal } from "../term.js";
import type { Rule, Tolerance } from "../types.js";

const { f01, f02, f03, f04, f05 } = FORM;
const COPY: Tolerance = { kind: "copy" };
const PAIR: Tolerance = { kind: "perOperand", atLeast: 2 };
const EACH: Tolerance = { kind: "perOperand" };

/** 05's figure of a class: its row, else the sum of its 项. */
const classOf05 = (code: string): CellTerm => cell(f05, code, "total", sumOf(f05, { leaves: code }, "total"));

const generalBudget: readonly Said[] = [
  { path: "generalBudget.overall.amount", instance: "overall", right: [treeTotal(f05, "total")], tolerance: PAIR },
  {
    path: "generalBudget.structure.total",
    instance: "structure total",
    right: [treeTotal(f05, "total")],
    tolerance: PAIR,
  },
  { path: "generalBudget.detail.final", instance: "detail", right: [treeTotal(f05, "total")], tolerance: PAIR },
  { path: "generalBudget.detail.basic", instance: "detail basic", right: [treeTotal(f05, "basic")], tolerance: PAIR },
  {
    path: "generalBudget.structure[*].amount",
    instance: "structure $1 vs 04",
    right: (code = "") => [cell(f04, `expenditure.function.${code}`, "generalPublicBudget")],
    tolerance: PAIR,
  },
  {
    path: "generalBudget.structure[*].amount",
    instance: "structure $1 vs 05",
    right: (code = "") => [classOf05(code)],
    tolerance: PAIR,
  },
  {
    path: "generalBudget.overall.amount",
    instance: "sum of structure",
    right: [fact("generalBudget.structure[*].amount")],
    tolerance: EACH,
    noun: "classes",
  },
];

/** What the text says against what the forms print. */
export const narrative: Rule[] = [
  saidRule({
    id: "N1.1",
    formula: "overview.total = 01.grandTotal",
    said: [{ path: "overview.total", right: [cell(f01, "income.grandTotal", "amount")], tolerance: COPY }],
  }),
  saidRule({
    id: "N2.1",
    formula: "income.total = 02.total.total; each component = 02.total.{column}",
    said: [
      { path: "income.total", instance: "total", right: [treeTotal(f02, "total")], tolerance: COPY },
      {
        path: "income.components[*].amount",
        instance: "$1",
        right: (key = "") => [treeTotal(f02, key)],
        tolerance: COPY,
      },
    ],
  }),
  saidRule({
    id: "N3.1",
    formula: "expenditure.total = 03.total.total; each component = 03.total.{column}",
    said: [
      { path: "expenditure.total", instance: "total", right: [treeTotal(f03, "total")], tolerance: COPY },
      {
        path: "expenditure.components[*].amount",
        instance: "$1",
        right: (key = "") => [treeTotal(f03, key)],
        tolerance: COPY,
      },
    ],
  }),
  saidRule({
    id: "N4.1",
    formula: "fiscalAppropriation.total = 04.grandTotal; components = 04 income",
    said: [
      {
        path: "fiscalAppropriation.total",
        instance: "total",
        right: [cell(f04, "income.grandTotal", "amount")],
        tolerance: COPY,
      },
      {
        path: "fiscalAppropriation.incomeComponents[*].amount",
        instance: "$1",
        right: (key = "") => [cell(f04, `income.${key}`, "amount")],
        tolerance: COPY,
      },
    ],
  }),
  saidRule({
    id: "N5.1",
    formula:
      "generalBudget.{overall, structure total, detail} = 05.total; structure[c] = 04 and 05 class c; Σ structure = overall",
    said: generalBudget,
  }),
  saidRule({
    id: "N5.10",
    formula: "Σ projectUses = detail.project = 05.total.project (one use may cover several codes)",
    said: [
      {
        path: "generalBudget.detail.project",
        instance: "sum of uses",
        right: [fact("generalBudget.detail.projectUses[*].amount")],
        tolerance: EACH,
        noun: "uses",
      },
      {
        path: "generalBudget.detail.project",
        instance: "project",
        right: [treeTotal(f05, "project")],
        tolerance: PAIR,
      },
    ],
  }),
  saidRule({
    id: "N5.11",
    severity: "warning",
    formula: "Σ items.openingBudget = detail.openingBudget; Σ items.fullYearBudget = detail.fullYearBudget",
    said: ["openingBudget", "fullYearBudget"].map((budget) => ({
      path: `generalBudget.detail.${budget}`,
      instance: budget,
      right: [fact(`generalBudget.detail.items[*].${budget}`)],
      tolerance: EACH,
      noun: "items",
    })),
  }),
  saidRule({
    id: "N5.12",
    formula: "Σ items.final = detail.final",
    said: [
      {
        path: "generalBudget.detail.final",
        right: [fact("generalBudget.detail.items[*].final")],
        tolerance: EACH,
        noun: "items",
      },
    ],
  }),
];
