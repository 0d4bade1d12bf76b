import { FORM } from "../forms.js";
import { codeTree } from "./code-tree.js";
import { codeNames } from "./codes.js";

export const INCOME_SOURCES = [
  "fiscalAppropriation",
  "superiorSubsidy",
  "businessIncome",
  "operatingIncome",
  "affiliateRemittance",
  "otherIncome",
];

/** 收入决算表. */
export const f02 = [
  ...codeTree({
    family: "F02",
    form: FORM.f02,
    rowFormula:
      "∀ row: total = fiscalAppropriation + superiorSubsidy + businessIncome + operatingIncome + affiliateRemittance + otherIncome",
    rows: [{ left: ["total"], right: INCOME_SOURCES }],
    columns: ["total", ...INCOME_SOURCES],
  }),
  codeNames("F02", FORM.f02),
];
