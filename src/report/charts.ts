/** The structure of income and expenditure, from the forms that print it. */
import type { Disclosure } from "../model/index.js";
import type { ReportChart } from "./data.js";
import type { Places } from "./places.js";

/** Sums of other rows are no parts of a whole. */
const TOTALS =
  /Total$|^(?:income|expenditure)\.(?:openingBalance|closingBalance|nonFiscalSurplusUsed|surplusDistribution)/;

export function chartsOf({ tables, document }: Disclosure, places: Places): ReportChart[] {
  const summary = tables.find(({ id }) => id === "income-expenditure-summary");
  const bySource = (["income", "expenditure"] as const).map((side): ReportChart => {
    const rows = summary?.rows.filter((row) => row.side === side && row.role === "item" && !TOTALS.test(row.key)) ?? [];
    const items = rows.flatMap((row) => {
      const column = Object.keys(row.values).at(-1) ?? "";
      return itemOf(row.label ?? row.key, row.values[column], places.cell(row, column));
    });
    return { kind: side, unit: summary?.unit ?? document.amountUnit ?? "", items };
  });
  const table = tables.find(({ id }) => id === "expenditure-by-function");
  const total = table?.rows.find(({ role }) => role === "total");
  const spending = (table?.columns ?? [])
    .filter(({ key }) => key !== "total")
    .flatMap(({ key, header }) =>
      total ? itemOf(header.at(-1) ?? key, total.values[key], places.cell(total, key)) : [],
    );
  const charts: ReportChart[] = [...bySource, { kind: "spending", unit: table?.unit ?? "", items: spending }];
  return charts.filter(({ items }) => items.length > 0);
}

function itemOf(label: string, value: string | null | undefined, place: number | null) {
  return value && /[1-9]/.test(value) && place !== null ? [{ label, value, place }] : [];
}
