/** The official forms by the numbers that identities call them by (SPEC §2.0): Wuhan's order, which no document need follow. */
export const FORM = {
  f01: "income-expenditure-summary",
  f02: "income-by-function",
  f03: "expenditure-by-function",
  f04: "fiscal-appropriation-summary",
  f05: "general-budget-expenditure",
  f06: "general-budget-basic-expenditure",
  f07: "government-fund-budget",
  f08: "state-capital-budget",
  f09: "three-public-expenses",
} as const;

export type FormId = (typeof FORM)[keyof typeof FORM];

const NUMBER = new Map<string, string>(Object.entries(FORM).map(([key, id]) => [id, key.slice(1)]));

/** `form 01` … `form 09`; the id itself for any other table. */
export function tableName(id: string): string {
  const number = NUMBER.get(id);
  return number === undefined ? id : `form ${number}`;
}
