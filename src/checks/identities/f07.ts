import { FORM } from "../forms.js";
import { type CodeTreeForm, codeTree } from "./code-tree.js";

/** What 政府性基金 and 国有资本经营 forms share; the expenditure-only layout (SPEC §2.8) has no balances to close. */
export const FUND_COLUMNS: Pick<CodeTreeForm, "rowFormula" | "rows" | "columns"> = {
  rowFormula:
    "∀ row: expenditureTotal = expenditureBasic + expenditureProject; openingBalance + income = expenditureTotal + closingBalance",
  rows: [
    { name: "expenditure", left: ["expenditureTotal"], right: ["expenditureBasic", "expenditureProject"] },
    { name: "balance", left: ["openingBalance", "income"], right: ["expenditureTotal", "closingBalance"] },
  ],
  columns: ["openingBalance", "income", "expenditureTotal", "expenditureBasic", "expenditureProject", "closingBalance"],
};

/** 政府性基金预算财政拨款收入支出决算表. */
export const f07 = codeTree({ family: "F07", form: FORM.f07, ...FUND_COLUMNS });
