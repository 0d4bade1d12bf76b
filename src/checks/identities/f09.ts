import { FORM } from "../forms.js";
import { type Equation, sumRule } from "../rule.js";
import { cell } from "../term.js";

const STAGES = ["budget", "final"];

const at = (column: string) => cell(FORM.f09, "values", column);

const closure = (total: string, parts: readonly string[], atLeast: number): Equation[] =>
  STAGES.map((stage) => ({
    instance: stage,
    left: [at(`${stage}.${total}`)],
    right: parts.map((part) => at(`${stage}.${part}`)),
    tolerance: { kind: "perOperand", atLeast },
    needsAll: true,
  }));

/** 财政拨款“三公”经费支出决算表. */
export const f09 = [
  sumRule({
    id: "F09.1",
    formula: "{budget, final}.total = abroad + vehicleSubtotal + reception",
    equations: closure("total", ["abroad", "vehicleSubtotal", "reception"], 4),
  }),
  sumRule({
    id: "F09.2",
    formula: "{budget, final}.vehicleSubtotal = vehiclePurchase + vehicleOperation",
    equations: closure("vehicleSubtotal", ["vehiclePurchase", "vehicleOperation"], 3),
  }),
];
