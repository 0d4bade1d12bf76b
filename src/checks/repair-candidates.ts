import { type Amount, amountOf, scaleOf, ZERO } from "./amount.js";
import { type CellKey, type Equation, judgeWith, keyOf, type Values } from "./repair-equations.js";
import type { EvaluatedOperand } from "./types.js";

/** Amounts and scores are printed to two decimals at least to this many. */
const USUAL_SCALE = 2;

/** A value for one cell with which a failing equation holds and none that held breaks. */
export interface Candidate {
  key: CellKey;
  value: string;
  /** Equations that fail as printed and hold with the value. */
  explained: readonly Equation[];
  /** Of the equations with the cell, how many hold to the last digit. */
  exact: number;
}

/** The value that makes the two sides equal, in the unit of the equation; null when it would be no printable amount. */
function solve(equation: Equation, index: number, values: Values): Amount | null {
  const operand = equation.operands[index];
  if (operand === undefined) return null;
  const key = keyOf(operand);
  const old = amountOf((key === null ? null : values.get(key)) ?? null) ?? ZERO;
  const difference = amountOf(judgeWith(equation, values).difference) ?? ZERO;
  const value = operand.side === "left" ? old.minus(difference) : old.plus(difference);
  const scale = Math.max(USUAL_SCALE, ...equation.operands.map((one) => scaleOf(one.value)));
  return value.gt(0) && !value.eq(old) && value.decimalPlaces() <= scale ? value : null;
}

function takenValue(operand: EvaluatedOperand, values: Values): string | null {
  const key = keyOf(operand);
  return key !== null && values.has(key) ? (values.get(key) ?? null) : operand.value;
}

/** What is known while cells are being found: equations by cell, what cells say, and which say nothing yet. */
export interface System {
  byCell: ReadonlyMap<CellKey, readonly Equation[]>;
  values: Values;
  /** Cells whose print was lost, is no number or was read doubtfully: unlike a blank they do not say 0. */
  unknown: ReadonlySet<CellKey>;
}

/** True when another cell of the equation is unknown: then it can neither prove nor disprove this one. */
const isOpen = ({ operands }: Equation, key: CellKey, { unknown }: System): boolean =>
  operands.some((operand) => {
    const other = keyOf(operand);
    return other !== null && other !== key && unknown.has(other);
  });

/** Try a value: what it explains, or null when it breaks an equation or leaves one further apart than it was. */
function attempt(key: CellKey, value: string, system: System): Candidate | null {
  const { values } = system;
  const changed: Values = { get: (one) => (one === key ? value : values.get(one)), has: (one) => values.has(one) };
  const closed = (system.byCell.get(key) ?? []).filter((equation) => !isOpen(equation, key, system));
  const outcomes = closed.map((equation) => ({
    equation,
    before: judgeWith(equation, system.values),
    after: judgeWith(equation, changed),
  }));
  const worse = outcomes.some(({ before, after }) => {
    if (after.status !== "fail") return false;
    const [was, is] = [amountOf(before.difference) ?? ZERO, amountOf(after.difference) ?? ZERO];
    return before.status !== "fail" || is.abs().gte(was.abs());
  });
  if (worse) return null;
  const explained = outcomes.filter(({ before, after }) => before.status === "fail" && after.status !== "fail");
  return {
    key,
    value,
    explained: explained.map(({ equation }) => equation),
    exact: outcomes.filter(({ after }) => after.status === "ok").length,
  };
}

/** All single-cell mendings of one failing equation; when a cell of it is unknown, that cell's alone. */
export function candidatesOf(equation: Equation, system: System): Candidate[] {
  // As many decimals as the equation's other cells: 23987750.70, not 23987750.7.
  const scale = Math.max(0, ...equation.operands.map((operand) => scaleOf(takenValue(operand, system.values))));
  return equation.operands.flatMap((operand, index) => {
    const key = keyOf(operand);
    if (key === null || !system.values.has(key) || isOpen(equation, key, system)) return [];
    const solved = solve(equation, index, system.values);
    if (solved === null) return [];
    return attempt(key, solved.toFixed(Math.max(scale, solved.decimalPlaces())), system) ?? [];
  });
}
