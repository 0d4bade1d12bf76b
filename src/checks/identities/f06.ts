import { FORM } from "../forms.js";
import { rule, sumRule, toleranceText } from "../rule.js";
import { cell, sumOf, type Term } from "../term.js";
import { allNodes, codeForest } from "../tree.js";
import type { Rule, Tolerance } from "../types.js";
import { evaluateBeneath } from "./rows.js";

/** 支出经济分类 类 of 人员经费 and of 公用经费 (SPEC §2.6). */
export const PERSONNEL_CLASSES = ["301", "303"];
export const PUBLIC_CLASSES = ["302", "307", "309", "310", "311", "312", "313", "399"];

const classes = (codes: readonly string[]): Term => sumOf(FORM.f06, { roots: codes }, "amount");

/** The two footers; a layout without them is summed from its classes. */
export const PERSONNEL_TOTAL = cell(FORM.f06, "personnelTotal", "amount", classes(PERSONNEL_CLASSES));
export const PUBLIC_TOTAL = cell(FORM.f06, "publicTotal", "amount", classes(PUBLIC_CLASSES));

const FOOTER: Tolerance = { kind: "perOperand", atLeast: 3 };

const classSums: Rule = rule(
  {
    id: "F06.cls",
    severity: "error",
    formula: "∀ 类 with printed 款: 301 = Σ 301xx; 302 = Σ 302xx; 303 = Σ 303xx; 310 = Σ 310xx",
    tolerance: toleranceText({ kind: "perOperand" }),
  },
  [FORM.f06],
  (context, head) =>
    context.tables(FORM.f06).flatMap((table) =>
      allNodes(codeForest(table))
        .filter(({ children }) => children.length > 0)
        .flatMap(({ row, children }) =>
          table.columns.flatMap(({ key: column }) => {
            const beneath = children.map((child) => child.row);
            const instance = column === "amount" ? row.key : `${row.key} ${column}`;
            return evaluateBeneath(head, instance, table, row, beneath, column, context) ?? [];
          }),
        ),
    ),
);

/** 一般公共预算财政拨款基本支出决算表. */
export const f06 = [
  classSums,
  sumRule({
    id: "F06.1",
    formula: "personnelTotal = 301 + 303",
    equations: [
      { left: [cell(FORM.f06, "personnelTotal", "amount")], right: [classes(PERSONNEL_CLASSES)], tolerance: FOOTER },
    ],
  }),
  sumRule({
    id: "F06.2",
    formula: "publicTotal = 302 + 310 (+ 307 + 309 + 311 + 312 + 313 + 399 when printed)",
    equations: [
      { left: [cell(FORM.f06, "publicTotal", "amount")], right: [classes(PUBLIC_CLASSES)], tolerance: FOOTER },
    ],
  }),
];
