import { Exact } from "../../text/decimal.js";
import { type Amount, amountOf, grouped, inYuan, scaleOf, yuanPer, ZERO } from "../amount.js";
import { statement } from "../evaluation.js";
import { pagesOf } from "../message.js";
import { rule } from "../rule.js";
import { figuresMatching } from "../statements.js";
import type { Context, EvaluatedOperand, Evaluation, Rule, RuleHead } from "../types.js";

/** Categories of procurement and the path of the share of each that went to 中小企业. */
const CATEGORIES: readonly (readonly [amount: string, share: string])[] = [
  ["goods", "smeShareOfGoods"],
  ["works", "smeShareOfWorks"],
  ["services", "smeShareOfServices"],
];

const PERCENT = 100;

interface Category {
  amount: EvaluatedOperand;
  share: EvaluatedOperand;
}

/**
 * category × share in 元, and how far the rounding of the share lets it lie apart.
 * @param decimals to which the shares are printed; 100 beside 42.7 dropped its zero
 */
function contribution({ amount, share }: Category, decimals: number): { value: Amount; slack: Amount } {
  const whole = inYuan(amount);
  const step = new Exact("0.5").div(new Exact(10).pow(decimals));
  const percent = amountOf(share.value) ?? ZERO;
  return { value: whole.times(percent).div(PERCENT), slack: whole.times(step).div(PERCENT) };
}

function categoriesOf(context: Context): Category[] {
  return CATEGORIES.flatMap(([amountPath, sharePath]) => {
    const amount = figuresMatching(`procurement.${amountPath}`, context)[0]?.operand;
    const share = figuresMatching(`procurement.${sharePath}`, context)[0]?.operand;
    return amount === undefined || share === undefined ? [] : [{ amount, share }];
  });
}

function evaluateShares(head: RuleHead, context: Context): Evaluation[] {
  const sme = figuresMatching("procurement.smeContracts", context)[0]?.operand;
  const categories = categoriesOf(context);
  // A category without a share leaves its part open.
  const spent = CATEGORIES.filter(([path]) =>
    figuresMatching(`procurement.${path}`, context).some(({ operand }) => !inYuan(operand).isZero()),
  );
  if (sme === undefined || categories.length === 0 || categories.length < spent.length) return [];
  const decimals = Math.max(...categories.map(({ share }) => scaleOf(share.value)));
  const parts = categories.map((category) => contribution(category, decimals));
  const factor = yuanPer(sme.unit);
  const sum = (pick: (part: { value: Amount; slack: Amount }) => Amount): Amount =>
    parts.reduce((total, part) => total.plus(pick(part)), ZERO).div(factor);
  const expected = sum(({ value }) => value);
  const tolerance = sum(({ slack }) => slack);
  const difference = (amountOf(sme.value) ?? ZERO).minus(expected);
  const status = difference.isZero() ? "ok" : difference.abs().lte(tolerance) ? "rounding" : "fail";
  const operands: EvaluatedOperand[] = [
    sme,
    ...categories.flatMap(({ amount, share }): EvaluatedOperand[] => [
      { ...amount, side: "right" },
      { ...share, side: "right" },
    ]),
  ];
  const shown = expected.toFixed(2);
  const verb = status === "ok" ? "equals" : "differs from";
  return [
    statement(head, {
      instance: "sum of categories",
      status,
      place: sme.place,
      operands,
      actual: sme.value,
      expected: shown,
      difference: difference.toFixed(2),
      tolerance: tolerance.toFixed(2),
      message: `narrative ${sme.label} ${grouped(sme.value ?? "")} ${verb} the sum of ${categories.length} categories' shares ${grouped(shown)} by ${grouped(difference.toFixed(2))}${pagesOf(operands)}`,
    }),
  ];
}

/** Contracts granted to 中小企业, by category. */
export const procurementShares: Rule[] = [
  rule(
    {
      id: "N11.2",
      severity: "warning",
      formula: "Σ category × its share ≈ smeContracts",
      tolerance: "half a unit in the last place of every share, times its category",
    },
    [],
    (context, head) => evaluateShares(head, context),
  ),
];
