import { FORM } from "../forms.js";
import { codeTree } from "./code-tree.js";
import { codeNames } from "./codes.js";

const PARTS = ["basic", "project", "remittanceToSuperior", "operating", "subsidyToAffiliates"];

/** 支出决算表. */
export const f03 = [
  ...codeTree({
    family: "F03",
    form: FORM.f03,
    rowFormula: "∀ row: total = basic + project + remittanceToSuperior + operating + subsidyToAffiliates",
    rows: [{ left: ["total"], right: PARTS }],
    columns: ["total", ...PARTS],
  }),
  codeNames("F03", FORM.f03),
];
