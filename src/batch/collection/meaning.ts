/** What a cell of a form is to the treasury: its phase, its direction, its classifications, its amount in 元. */
import type { Disclosure, TableColumn, TableRow } from "../../model/index.js";
import { amountUnitOf, toYuan } from "../../text/units.js";

/** Forms of one side say so in their id, whatever the row; two-sided ones have it in their rows. */
const REVENUE = /(^|-)(income|revenue)(-|$)/;
const EXPENDITURE = /(^|-)(expenditure|expenses|procurement)(-|$)/;

export function directionOf(form: string, row: Pick<TableRow, "side">, column: string): string {
  if (row.side) return row.side === "income" ? "revenue" : "expenditure";
  // Columns of the fund forms: balances are neither.
  if (/balance/i.test(column)) return "";
  if (/^income/i.test(column)) return "revenue";
  if (/^(expenditure|budget\.|final\.)/.test(column)) return "expenditure";
  if (REVENUE.test(form)) return EXPENDITURE.test(form) ? "" : "revenue";
  return EXPENDITURE.test(form) ? "expenditure" : "";
}

/**
 * 年初预算, 全年 or 调整预算, a bare 预算数, 决算. The printed header decides: the same column is the one here, the other there
 * (SPEC §0.9). Empty for figures of the year before and for what is no amount, a percentage of one phase by another.
 */
export function phaseOf(
  kind: Disclosure["document"]["kind"],
  header: readonly string[],
  { key: column, kind: what }: Pick<TableColumn, "key" | "kind">,
): string {
  if (what !== undefined || /^(prior|limit)/.test(column)) return "";
  if (kind === "budget") return "approved";
  const printed = header.join("");
  if (/决算/.test(printed) && !/预算数/.test(printed)) return "executed";
  if (!column.startsWith("budget") && !/预算数/.test(printed)) return "executed";
  if (/全年|调整/.test(printed)) return "adjusted";
  if (/年初/.test(printed)) return "approved";
  return "budget";
}

/** Functional classes begin with 2 (income with 1), economic ones with 3 (部门) or 5 (政府): SPEC §9. */
export function classesOf(row: Pick<TableRow, "key" | "code">): { functional: string; economic: string } {
  const code = row.code ?? /^function\.(\d{3})$/.exec(row.key.split(/(?=function\.)/).at(-1) ?? "")?.[1] ?? "";
  return { functional: /^[12]/.test(code) ? code : "", economic: /^[35]/.test(code) ? code : "" };
}

/** A form that prints no unit of money gives no amount: nothing is invented. */
export function yuanOf(value: string, unit: string | null | undefined): string {
  const money = unit ? amountUnitOf(unit) : null;
  return money && value !== "" ? toYuan(value, money) : "";
}

/** Digits that the collection's DECIMAL(38, s) can hold in every unit: integer digits of 元, and decimals. */
const INTEGER_DIGITS = 18;
export const MOST_DECIMALS = 12;

const DECIMAL = /^-?([0-9]+)(?:\.([0-9]+))?$/;

/** True for a decimal string that every column of numbers can hold. */
export function fits(value: string): boolean {
  const [, integer, decimals] = DECIMAL.exec(value) ?? [];
  return integer !== undefined && integer.length <= INTEGER_DIGITS && (decimals ?? "").length <= MOST_DECIMALS;
}

const DASH = /^[-－—–―−─/／]+$/u;

/** Why a cell has no value. */
export function missingOf(value: string | null | undefined, text: string | undefined): string {
  if (value !== null && value !== undefined) return fits(value) ? "" : "out-of-range";
  const printed = (text ?? "").replace(/\s/g, "");
  if (printed === "") return "blank";
  return DASH.test(printed) ? "dash" : "not-a-number";
}
