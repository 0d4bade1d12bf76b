import { FORM } from "../forms.js";
import { saidRule } from "../rule.js";
import { cell, fact, treeTotal } from "../term.js";
import type { Rule, Tolerance } from "../types.js";
import { PERSONNEL_TOTAL, PUBLIC_TOTAL } from "./f06.js";

const { f05, f09 } = FORM;
const COPY: Tolerance = { kind: "copy" };
const PAIR: Tolerance = { kind: "perOperand", atLeast: 2 };

/** 09's column of each kind of 三公 spending, by the narrative's path. */
const THREE_PUBLIC: readonly (readonly [path: string, column: string])[] = [
  ["overall.budget", "budget.total"],
  ["overall.final", "final.total"],
  ["abroad.budget", "budget.abroad"],
  ["abroad.final", "final.abroad"],
  ["abroad.amount", "final.abroad"],
  ["abroad.structureAmount", "final.abroad"],
  ["vehicle.budget", "budget.vehicleSubtotal"],
  ["vehicle.final", "final.vehicleSubtotal"],
  ["vehicle.amount", "final.vehicleSubtotal"],
  ["vehicle.structureAmount", "final.vehicleSubtotal"],
  ["vehicle.purchase.budget", "budget.vehiclePurchase"],
  ["vehicle.purchase.final", "final.vehiclePurchase"],
  ["vehicle.purchase.amount", "final.vehiclePurchase"],
  ["vehicle.operation.budget", "budget.vehicleOperation"],
  ["vehicle.operation.final", "final.vehicleOperation"],
  ["vehicle.operation.amount", "final.vehicleOperation"],
  ["reception.budget", "budget.reception"],
  ["reception.final", "final.reception"],
  ["reception.amount", "final.reception"],
  ["reception.structureAmount", "final.reception"],
];

/** 基本支出. */
export const basicExpenditure: Rule[] = [
  saidRule({
    id: "N6.1",
    formula:
      "basic.amount = 06.personnelTotal + 06.publicTotal = 05.total.basic; basic.personnel = 06.personnelTotal; basic.publicExpense = 06.publicTotal",
    said: [
      {
        path: "basic.amount",
        instance: "basic",
        right: [PERSONNEL_TOTAL, PUBLIC_TOTAL],
        tolerance: { kind: "perOperand", atLeast: 3 },
        needsAll: true,
      },
      { path: "basic.amount", instance: "basic vs 05.total.basic", right: [treeTotal(f05, "basic")], tolerance: PAIR },
      { path: "basic.personnel.amount", instance: "personnel", right: [PERSONNEL_TOTAL], tolerance: COPY },
      { path: "basic.publicExpense.amount", instance: "public", right: [PUBLIC_TOTAL], tolerance: COPY },
    ],
  }),
];

/** “三公”, 机关运行, 政府采购, 国有资产. */
export const otherMatters: Rule[] = [
  saidRule({
    id: "N9.1",
    formula: "threePublic.* = 09.*",
    said: THREE_PUBLIC.map(([path, column]) => ({
      path: `threePublic.${path}`,
      instance: `threePublic.${path}`,
      right: [cell(f09, "values", column)],
      tolerance: COPY,
    })),
  }),
  saidRule({
    id: "N10.1",
    severity: "warning",
    formula: "agencyOperation.amount ≤ 06.publicTotal",
    said: [{ path: "agencyOperation.amount", right: [PUBLIC_TOTAL], relation: "<=", tolerance: PAIR }],
  }),
  saidRule({
    id: "N11.1",
    formula: "procurement.total = goods + works + services",
    said: [
      {
        path: "procurement.total",
        right: [fact("procurement.goods"), fact("procurement.works"), fact("procurement.services")],
        tolerance: { kind: "perOperand", atLeast: 4 },
      },
    ],
  }),
  saidRule({
    id: "N12.1",
    formula: "assets.vehicles.total = Σ kinds",
    said: [
      {
        path: "assets.vehicles.total",
        right: [{ fact: "assets.vehicles.*", except: ["assets.vehicles.total", "assets.vehicles.value"] }],
        tolerance: { kind: "exact" },
        noun: "kinds",
      },
    ],
  }),
];
