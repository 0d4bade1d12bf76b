import { Exact } from "../text/decimal.js";
import { type Amount, amountOf, halfStep, inYuan, sameFactor, scaleOf, yuanPer, ZERO } from "./amount.js";
import { toleranceOf } from "./tolerance.js";
import type { EvaluatedOperand, Severity, Status, Tolerance } from "./types.js";

export type SumOperand = Pick<EvaluatedOperand, "value" | "unit" | "side">;

/** The outcome of comparing two sums. */
export class Judgement {
  /**
   * @param note why a difference may be harmless
   * @param milder the severity of a failure when it is less than the rule's own
   */
  constructor(
    readonly status: Extract<Status, "ok" | "rounding" | "fail">,
    readonly note: string | null,
    readonly milder: Severity | null,
    private readonly sums: Sums,
  ) {}

  // Figures are decimal strings in the unit of the left side; nearly all identities hold, and nobody reads those of them.
  get left(): string {
    return this.show(this.sums.left);
  }
  get right(): string {
    return this.show(this.sums.right);
  }
  get difference(): string {
    return this.show(this.sums.difference);
  }
  get tolerance(): string {
    return this.sums.tolerance().toFixed();
  }

  /** To the decimals of the most precise operand of that unit, so that two sums can be read against each other. */
  private show(amount: Amount): string {
    const { operands, unit } = this.sums;
    const scales = operands.filter((operand) => operand.unit === unit).map(({ value }) => scaleOf(value));
    return amount.toFixed(Math.max(0, ...scales, amount.decimalPlaces()));
  }
}

interface Sums {
  readonly left: Amount;
  readonly right: Amount;
  readonly difference: Amount;
  readonly tolerance: () => Amount;
  readonly operands: readonly SumOperand[];
  /** Of the left side. */
  readonly unit: string | null;
}

/** The last place of an amount in 万元 or larger (SPEC §3.1), in the printed unit. */
const TAIL = new Exact("0.01");
/** 元 taken for 万元, or the other way round. */
const UNIT_MIX_UP = [new Exact(10000), new Exact("0.0001")];

/** The operands' sum in the unit. Without a detour over 元 where all are printed in it, as nearly always. */
const total = (operands: readonly SumOperand[], unit: string | null): Amount =>
  operands.every((operand) => sameFactor(operand.unit, unit))
    ? operands.reduce((sum, { value }) => sum.plus(amountOf(value) ?? ZERO), ZERO)
    : operands.reduce((sum, operand) => sum.plus(inYuan(operand)), ZERO).div(yuanPer(unit));

/** Two printed figures that say the same, apart by the last place: the rounding difference of a column was put into one of them. */
const isTailPlug = (operands: readonly SumOperand[], difference: Amount, unit: string | null): boolean =>
  operands.length === 2 && difference.abs().eq(TAIL) && !yuanPer(unit).eq(1);

function noteOf(operands: readonly SumOperand[], left: Amount, right: Amount, unit: string | null): string | null {
  if (isTailPlug(operands, left.minus(right), unit)) return "tail-plug";
  if (!right.isZero() && UNIT_MIX_UP.some((factor) => left.div(right).eq(factor)))
    return "apart by a factor of 10,000: one side may be in 元 and the other in 万元";
  return null;
}

/**
 * One figure in 万元 beside figures in 元 is theirs when it is their rounding: half a unit in its last place, in 元.
 * Nothing when all units are the same, or when several coarse figures add up.
 */
function restatement(operands: readonly SumOperand[]): Amount {
  const printed = operands.filter(({ value }) => amountOf(value) !== null);
  const largest = printed.reduce((most, { unit }) => Exact.max(most, yuanPer(unit)), ZERO);
  const coarse = printed.filter(({ unit }) => yuanPer(unit).eq(largest));
  const [only] = coarse;
  return coarse.length === 1 && printed.length > 1 && only !== undefined ? halfStep(only.value, only.unit) : ZERO;
}

/**
 * Compare the sum of the left operands with the sum of the right ones: exactly, in 元; blank counts as 0 (SPEC §0.2).
 * For `<=` only an excess of the left side matters.
 */
export function judge(operands: readonly SumOperand[], relation: "=" | "<=", policy: Tolerance): Judgement {
  const leftSide = operands.filter(({ side }) => side === "left");
  const unit = (leftSide[0] ?? operands[0])?.unit ?? null;
  const left = total(leftSide, unit);
  const right = total(
    operands.filter(({ side }) => side === "right"),
    unit,
  );
  const difference = left.minus(right);
  const tolerance = () => toleranceOf(policy, operands, unit).div(yuanPer(unit));
  const sums = { left, right, difference, tolerance, operands, unit };

  const excess = relation === "<=" ? Exact.max(difference, ZERO) : difference.abs();
  if (excess.isZero() || excess.times(yuanPer(unit)).lte(restatement(operands)))
    return new Judgement("ok", null, null, sums);
  const note = noteOf(operands, left, right, unit);
  if (excess.lte(tolerance())) return new Judgement("rounding", note, null, sums);
  return new Judgement("fail", note, policy.kind === "exact" && note === "tail-plug" ? "warning" : null, sums);
}
