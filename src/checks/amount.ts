import { Exact } from "../text/decimal.js";
import { type AmountUnit, amountUnitOf, toYuan } from "../text/units.js";

export type Amount = InstanceType<typeof Exact>;
export const ZERO: Amount = new Exact(0);

const NUMBER = /^[-+]?\d+(\.\d+)?$/;

/** The printed value as a number; null when blank or no number. Thousands separators are no part of a stored value, but do no harm. */
export function amountOf(value: string | null): Amount | null {
  if (value === null) return null;
  let amount = known.get(value);
  if (amount === undefined) {
    const plain = value.replace(/[,，\s]/g, "");
    amount = NUMBER.test(plain) ? new Exact(plain) : null;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(value, amount);
  }
  return amount;
}

/** A printed value takes part in many identities and is read once; amounts never change. */
const known = new Map<string, Amount | null>();
const MOST_KNOWN = 20_000;

const ONE: Amount = new Exact(1);
const MONEY: readonly AmountUnit[] = ["元", "千元", "万元", "亿元"];
const FACTORS: ReadonlyMap<string, Amount> = new Map(MONEY.map((unit) => [unit, new Exact(toYuan("1", unit))]));

/** How many 元 one of this unit is; 1 for what is no amount of money (a count, a score). */
export function yuanPer(unit: string | null): Amount {
  if (unit === null) return ONE;
  return FACTORS.get(unit) ?? FACTORS.get(amountUnitOf(unit) ?? "") ?? ONE;
}

/** Whether amounts in the two units add up as they are printed. */
export function sameFactor(a: string | null, b: string | null): boolean {
  return a === b || yuanPer(a).eq(yuanPer(b));
}

/** A printed amount in 元; blank is 0 (SPEC §0.2). */
export function inYuan({ value, unit }: { value: string | null; unit: string | null }): Amount {
  return (amountOf(value) ?? ZERO).times(yuanPer(unit));
}

/** Decimals printed: `2,946.20` has 2. */
export function scaleOf(value: string | null): number {
  return /\.(\d+)$/.exec(value ?? "")?.[1]?.length ?? 0;
}

/** Amounts in 万元 and larger are printed to two decimals (SPEC §3.1); a shorter one dropped its trailing zeros (SPEC §6: 98.2 for 98.20). */
const USUAL_SCALE = 2;

/**
 * Half a unit in the last printed place, in 元: how far a printed amount may lie from the true one.
 * 元 are not rounded (SPEC §3.1: exact), and neither are counts and scores. `usual` is how many decimals its table prints;
 * a text drops the zeros at the end of 万元, but 1.2亿元 is any amount that is rounded to it.
 */
export function halfStep(value: string | null, unit: string | null, usual = unit === "亿元" ? 0 : USUAL_SCALE): Amount {
  const scale = Math.max(usual, scaleOf(value));
  const steps = halfSteps.get(unit) ?? [];
  halfSteps.set(unit, steps);
  let step = steps[scale];
  if (step === undefined) {
    const factor = yuanPer(unit);
    step = factor.eq(1) ? ZERO : factor.times("0.5").div(new Exact(10).pow(scale));
    steps[scale] = step;
  }
  return step;
}

/** Half steps by unit and scale: there are few. */
const halfSteps = new Map<string | null, Amount[]>();

/** `2946.25` as people read it: `2,946.25`. */
export function grouped(value: string): string {
  const [whole = "", fraction] = value.split(".");
  const separated = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
