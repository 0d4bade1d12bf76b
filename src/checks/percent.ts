import { Exact } from "../text/decimal.js";
import { type Amount, amountOf, halfStep, inYuan, scaleOf } from "./amount.js";
import type { EvaluatedOperand, Status } from "./types.js";

type Printed = Pick<EvaluatedOperand, "value" | "unit">;
/** `step`: how far the base may lie from the true one, 元, where it is not printed but follows from other amounts. */
type Base = Printed & { readonly step?: Amount | undefined };

export interface PercentJudgement {
  status: Extract<Status, "ok" | "info" | "fail">;
  /** The ratio in per cent; null with a base of zero. */
  expected: string | null;
  note: string | null;
}

/** Decimals of the ratio in messages: two more than any percentage is printed to. */
const SHOWN = 4;
const FULL = new Exact(100);

const round = (ratio: Amount, decimals: number): Amount => ratio.toDecimalPlaces(decimals, Exact.ROUND_HALF_UP);

/** The ratios that amounts rounded like these may have come from, in per cent; null when the base may be zero. */
function span(part: Printed, base: Base, scale: number | undefined): [low: Amount, high: Amount] | null {
  const partStep = halfStep(part.value, part.unit, scale);
  const baseStep = base.step ?? halfStep(base.value, base.unit, scale);
  const [p, b] = [inYuan(part), inYuan(base)];
  if (b.minus(baseStep).lte(0)) return null;
  return [p.minus(partStep).times(FULL).div(b.plus(baseStep)), p.plus(partStep).times(FULL).div(b.minus(baseStep))];
}

function weakerNote(
  printed: Amount,
  ratio: Amount,
  decimals: number,
  part: Printed,
  base: Base,
  scale: number | undefined,
): string | null {
  if (printed.eq(round(round(ratio, decimals + 1), decimals))) return "double rounding";
  if (printed.eq(ratio.toDecimalPlaces(decimals, Exact.ROUND_DOWN))) return "truncation";
  const step = new Exact(10).pow(-decimals);
  if (printed.minus(ratio).abs().lte(step)) return "off by one in the last place";
  const possible = span(part, base, scale);
  const half = step.div(2);
  if (possible !== null && printed.plus(half).gte(possible[0]) && printed.minus(half).lte(possible[1]))
    return "within the rounding of the amounts";
  return null;
}

/**
 * A printed percentage against part / base (SPEC §3.1, PCT rule): rounded half up it holds; rounded twice, cut off,
 * or one off in the last place it is worth an info; anything else fails. The printed decimals set the precision.
 * `scale` is the decimals of the table's amounts, where they are not the usual two.
 */
export function judgePercent(printed: string, part: Printed, base: Base, scale?: number): PercentJudgement | null {
  const percent = amountOf(printed);
  if (percent === null) return null;
  const [p, b] = [inYuan(part), inYuan(base)];
  if (b.isZero()) {
    // With a budget or a year of 0 there is no ratio: 0 and 100 fill the place of one.
    const harmless = p.isZero() || percent.isZero() || percent.eq(FULL);
    return {
      status: harmless ? "info" : "fail",
      expected: null,
      note: p.isZero() ? "0/0: base is zero or blank" : "base is zero or blank",
    };
  }
  const ratio = p.times(FULL).div(b);
  const decimals = scaleOf(printed);
  const expected = round(ratio, Math.max(SHOWN, decimals)).toFixed(Math.max(SHOWN, decimals));
  if (percent.eq(round(ratio, decimals))) return { status: "ok", expected, note: null };
  const note = weakerNote(percent, ratio, decimals, part, base, scale);
  return { status: note === null ? "fail" : "info", expected, note };
}
