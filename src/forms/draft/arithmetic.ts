/** What adds up in a table that was read: candidates for a definition's identities. */
import type { FormTable, TableRow } from "../../model/index.js";
import { Exact, parentsByCode } from "../../text/index.js";
import type { IdentityDefinition } from "../identity-definition.js";

export interface Candidate {
  readonly identity: IdentityDefinition;
  /** In how many of how many places it holds. */
  readonly holds: number;
  readonly of: number;
}

/** A candidate is shown when it holds in this share of its places (rows of secret items are left out of trees). */
const ENOUGH = 0.8;
/** Rows that must bear an equation out, where the table has so many. */
const WITNESSES = 3;

export function candidates(table: Pick<FormTable, "columns" | "rows">): Candidate[] {
  const step = halfStep(table.rows);
  const amounts = table.columns.filter(({ kind }) => kind === undefined).map(({ key }) => key);
  const percents = table.columns.filter(({ kind }) => kind === "percent").map(({ key }) => key);
  const found = [
    ...sums(table.rows, amounts, step),
    ...tree(table.rows, amounts, step),
    ...ratios(table.rows, percents, amounts),
  ];
  return found.filter(({ holds, of }) => of > 0 && holds / of >= ENOUGH);
}

const number = (row: TableRow, column: string) => {
  const value = row.values[column];
  return value === null || value === undefined ? null : new Exact(value);
};

type Decimal = InstanceType<typeof Exact>;

/** Half a unit in the last place that the rows print. */
function halfStep(rows: readonly TableRow[]): Decimal {
  const decimals = rows.flatMap(({ values }) =>
    Object.values(values).map((value) => value?.split(".")[1]?.length ?? 0),
  );
  return new Exact("0.5").div(new Exact(10).pow(Math.max(0, ...decimals)));
}

function near(left: Decimal, right: Decimal, operands: number, step: Decimal): boolean {
  return left.minus(right).abs().lte(step.times(operands));
}

/** A column as the sum of two or more columns next to each other on its right. */
function sums(rows: readonly TableRow[], columns: readonly string[], step: Decimal): Candidate[] {
  return columns.flatMap((total, at) => {
    for (let end = columns.length; end >= at + 3; end--) {
      const parts = columns.slice(at + 1, end);
      const places = rows.filter(
        (row) => number(row, total)?.isZero() === false && parts.some((part) => number(row, part) !== null),
      );
      const holds = places.filter((row) => {
        const sum = parts.reduce((all, part) => all.plus(number(row, part) ?? 0), new Exact(0));
        return near(number(row, total) ?? new Exact(0), sum, parts.length + 1, step);
      });
      const apart = places.filter((row) => parts.filter((part) => number(row, part)?.isZero() === false).length > 1);
      if (holds.length > 0 && holds.length === places.length && (apart.length > 0 || places.length >= WITNESSES)) {
        return [{ identity: { kind: "columns", total, parts }, holds: holds.length, of: places.length }];
      }
    }
    return [];
  });
}

function tree(rows: readonly TableRow[], columns: readonly string[], step: Decimal): Candidate[] {
  const byCode = parentsByCode(rows.map(({ code }) => code));
  const beneath = (row: TableRow, at: number) =>
    rows.filter((child, i) => (child.parent === undefined ? byCode[i] === at : child.parent === row.key));
  const parents = rows
    .map((row, at) => ({ row, children: beneath(row, at) }))
    .filter(({ children }) => children.length > 0);
  const placed = new Set(parents.flatMap(({ children }) => children));
  const top = rows.filter((row) => row.role === "item" && !placed.has(row));
  const total = rows.find((row) => row.role === "total");
  const check = (pairs: readonly { row: TableRow; children: readonly TableRow[] }[]) => {
    let holds = 0;
    let of = 0;
    const own: string[] = [];
    for (const column of columns) {
      const places = pairs.filter(
        ({ row, children }) =>
          number(row, column) &&
          children.some((c) => number(c, column)) &&
          !children.some((c) => /^其中/.test(c.label ?? "")),
      );
      const good = places.filter(({ row, children }) => {
        const sum = children.reduce((all, child) => all.plus(number(child, column) ?? 0), new Exact(0));
        return near(number(row, column) ?? new Exact(0), sum, children.length + 1, step);
      });
      if (good.length === 0 || good.length / places.length < ENOUGH) continue;
      own.push(column);
      holds += good.length;
      of += places.length;
    }
    return { own, holds, of };
  };
  const found: Candidate[] = [];
  const children = check(parents);
  if (children.of > 0) found.push({ identity: { kind: "children", columns: children.own }, ...children });
  const whole = total && top.length > 0 ? check([{ row: total, children: top }]) : null;
  if (whole && whole.of > 0) found.push({ identity: { kind: "total", columns: whole.own }, ...whole });
  return found;
}

function ratios(rows: readonly TableRow[], percents: readonly string[], amounts: readonly string[]): Candidate[] {
  return percents.flatMap((percent) => {
    const tried = amounts.flatMap((part) =>
      amounts.flatMap((base) => {
        if (part === base) return [];
        const places = rows.filter(
          (row) => number(row, percent) && number(row, part) && number(row, base)?.isZero() === false,
        );
        const holds = places.filter((row) => {
          const printed = row.values[percent] ?? "0";
          const decimals = printed.split(".")[1]?.length ?? 0;
          const exact = (number(row, part) ?? new Exact(0)).times(100).div(number(row, base) ?? 1);
          return exact
            .minus(printed)
            .abs()
            .lte(new Exact("0.6").div(new Exact(10).pow(decimals)));
        });
        const identity: IdentityDefinition = { kind: "ratio", percent, part, base: [base] };
        return places.length >= WITNESSES ? [{ identity, holds: holds.length, of: places.length }] : [];
      }),
    );
    return tried.sort((a, b) => b.holds / b.of - a.holds / a.of).slice(0, 1);
  });
}
