import { FORM } from "../forms.js";
import { codeTree } from "./code-tree.js";
import { codeNames } from "./codes.js";

/** 一般公共预算财政拨款支出决算表. */
export const f05 = [
  ...codeTree({
    family: "F05",
    form: FORM.f05,
    rowFormula: "∀ row: total = basic + project",
    rows: [{ left: ["total"], right: ["basic", "project"] }],
    columns: ["total", "basic", "project"],
  }),
  codeNames("F05", FORM.f05),
];
