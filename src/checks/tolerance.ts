import { type Amount, amountOf, halfStep, sameFactor, yuanPer, ZERO } from "./amount.js";
import type { EvaluatedOperand, Tolerance } from "./types.js";

type Printed = Pick<EvaluatedOperand, "value" | "unit">;

const coarsest = (operands: readonly Printed[]): Amount =>
  operands.reduce((most, { value, unit }) => {
    const step = halfStep(value, unit);
    return step.gt(most) ? step : most;
  }, ZERO);

const mixed = ([first, ...rest]: readonly Printed[]): boolean =>
  first !== undefined && rest.some(({ unit }) => !sameFactor(unit, first.unit));

/** Every operand in the coarsest unit adds its half step; what is printed in a finer unit is exact beside it. */
function perOperand(operands: readonly Printed[], atLeast: number): Amount {
  const printed = operands.filter(({ value }) => amountOf(value) !== null);
  const blank = operands.filter(({ value }) => amountOf(value) === null);
  const counted = [...printed, ...blank.slice(0, Math.max(0, atLeast - printed.length))];
  return counted.reduce((sum, { value, unit }) => sum.plus(halfStep(value, unit)), ZERO);
}

/**
 * How far the two sides of an identity may lie apart, in 元 (SPEC §3.1).
 * Never relative: a relative tolerance hides real errors in large amounts.
 */
export function toleranceOf(policy: Tolerance, operands: readonly Printed[], leftUnit: string | null): Amount {
  switch (policy.kind) {
    case "exact":
      return mixed(operands) ? perOperand(operands, 0) : ZERO;
    case "copy":
      return coarsest(operands);
    case "perOperand":
      return perOperand(operands, policy.atLeast ?? 0);
    case "amount":
      return (amountOf(policy.value) ?? ZERO).times(yuanPer(leftUnit));
  }
}
