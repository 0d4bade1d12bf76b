/** The values of a 绩效自评表 one by one, called as findings call them. */
import type { Box, PerformanceIndicator, PerformanceTable } from "../model/index.js";
import { readMeasure } from "../narrative/index.js";

export interface PerformanceCell {
  /** `goals[1].indicators[2]`, `indicators[2]`, `goals[1]`, `remarks`, `execution`, `total`, or `head` for what stands above. */
  readonly row: string;
  readonly column: string;
  readonly page: number;
  /** Null where it is not known. */
  readonly box: Box | null;
  /** The indicator whose value it is; null of what is none's. */
  readonly indicator: PerformanceIndicator | null;
  /** As printed, null for a blank. */
  readonly value: string | null;
  readonly isAmount: boolean;
  /** The table with another value there; what is printed in one cell for several indicators changes in all of them. */
  with(value: string | null): PerformanceTable;
}

type Text = "level1" | "level2" | "name";
type Amount = "level1Weight" | "level2Weight" | "weight" | "score";
type Column = Text | Amount | "target" | "actual";

/** As they are printed, from left to right. */
export const INDICATOR_COLUMNS = [
  "level1",
  "level1Weight",
  "level2",
  "level2Weight",
  "name",
  "weight",
  "target",
  "actual",
  "score",
] as const satisfies readonly Column[];
const HEAD = ["entity", "projectName", "department", "category", "attribute", "type"] as const;
const EXPENDITURE = ["basicExpenditure", "projectExpenditure"] as const;
const LISTS = ["implementingUnits", "deviationReasons", "improvements"] as const;
const EXECUTION = ["budget", "executed", "ratePct", "weight", "score"] as const;

/** Every value that a table has a place for, from top to bottom. */
export function performanceCells(table: PerformanceTable): PerformanceCell[] {
  const { execution } = table;
  const about = (row: string, column: string) => {
    const names = [column, column.replace(/\[\d+\]$/, "")];
    const at = table.places?.find((one) => one.row === row && names.includes(one.column));
    return { row, column, page: at?.page ?? table.pageStart, box: at?.box ?? null, indicator: null };
  };
  const texts = HEAD.flatMap((column): PerformanceCell[] => {
    const value = table[column];
    if (value === undefined) return [];
    const change = (now: string | null) => ({ ...table, [column]: now });
    return [{ ...about("head", column), value, isAmount: false, with: change }];
  });
  const amounts = EXPENDITURE.flatMap((column): PerformanceCell[] => {
    const value = table[column];
    if (value === undefined) return [];
    const change = (now: string | null) => ({ ...table, [column]: now });
    return [{ ...about("head", column), value, isAmount: true, with: change }];
  });
  const money = EXECUTION.flatMap((column): PerformanceCell[] => {
    if (!execution) return [];
    const change = (now: string | null) => ({ ...table, execution: { ...execution, [column]: now } });
    return [{ ...about("execution", column), value: execution[column], isAmount: true, with: change }];
  });
  const lists = LISTS.flatMap((name): PerformanceCell[] =>
    (table[name] ?? []).map((value, index, list) => {
      // An item that was emptied keeps its place, so that the others keep theirs.
      const change = (now: string | null) => ({ ...table, [name]: list.with(index, now ?? "") });
      const column = `${name}[${index + 1}]`;
      return {
        ...about(name === "implementingUnits" ? "head" : "remarks", column),
        value: value || null,
        isAmount: false,
        with: change,
      };
    }),
  );
  const total = (totalScore: string | null) => ({ ...table, totalScore });
  return [
    ...texts,
    ...amounts,
    ...money,
    ...table.goals.flatMap((_, index) => goalCells(table, index)),
    ...indicatorCells(table.indicators, "", (indicators) => ({ ...table, indicators })),
    { ...about("total", "score"), value: table.totalScore, isAmount: true, with: total },
    ...lists,
  ];
}

function goalCells(table: PerformanceTable, index: number): PerformanceCell[] {
  const goal = table.goals[index];
  if (!goal) return [];
  const change = (now: Partial<typeof goal>) => {
    return { ...table, goals: table.goals.map((one) => (one === goal ? { ...goal, ...now } : one)) };
  };
  const prefix = `goals[${index + 1}].`;
  const [indicator] = goal.indicators;
  const texts = (["text", "outcome"] as const).flatMap((column): PerformanceCell[] => {
    const value = goal[column];
    if (value === undefined) return [];
    const row = `goals[${index + 1}]`;
    const at = table.places?.find((one) => one.row === row && one.column === column);
    const page = at?.page ?? indicator?.page ?? table.pageStart;
    return [
      {
        row,
        column,
        page,
        box: at?.box ?? null,
        indicator: null,
        value,
        isAmount: false,
        with: (now) => change({ [column]: now }),
      },
    ];
  });
  if (!indicator) return texts;
  const weight: PerformanceCell = {
    row: `${prefix}indicators[1]`,
    column: "goalWeight",
    page: indicator.page,
    box: null,
    indicator: null,
    value: goal.weight,
    isAmount: true,
    with: (now) => change({ weight: now }),
  };
  return [...texts, weight, ...indicatorCells(goal.indicators, prefix, (indicators) => change({ indicators }))];
}

function indicatorCells(
  list: readonly PerformanceIndicator[],
  prefix: string,
  tableOf: (list: PerformanceIndicator[]) => PerformanceTable,
): PerformanceCell[] {
  return list.flatMap((indicator, index) =>
    INDICATOR_COLUMNS.map((column): PerformanceCell => {
      const value = column === "target" || column === "actual" ? (indicator[column]?.raw ?? null) : indicator[column];
      return {
        row: `${prefix}indicators[${index + 1}]`,
        column,
        page: indicator.page,
        // A level that goes on from the page before is printed there.
        box: (indicator.boxes ? indicator.boxes[column] : indicator.box) ?? null,
        indicator,
        value,
        isAmount: /weight|score/i.test(column),
        with(now) {
          const next = column === "target" || column === "actual" ? readMeasure(now ?? "") : now;
          return tableOf(list.map((one, at) => (at === index ? { ...one, [column]: next } : one)));
        },
      };
    }),
  );
}

/** The rows of indicators that share the printed cell of a level with this one; the row itself of any other value. */
export function rowsOfOneCell(cell: PerformanceCell, cells: readonly PerformanceCell[]): string[] {
  const level = /^level[12]/.exec(cell.column)?.[0];
  if (!level) return [cell.row];
  const column = cells.filter((one) => one.column === cell.column && listOf(one.row) === listOf(cell.row));
  const at = column.findIndex(({ row }) => row === cell.row);
  const isShared = ({ indicator }: PerformanceCell) => parentOf(indicator, level) === parentOf(cell.indicator, level);
  const first = column.findLastIndex((one, index) => index < at && !isShared(one)) + 1;
  const end = column.findIndex((one, index) => index > at && !isShared(one));
  return column.slice(first, end < 0 ? undefined : end).map(({ row }) => row);
}

const listOf = (row: string) => row.replace(/\d+\]$/, "");

function parentOf(indicator: PerformanceIndicator | null, level: string): string {
  const { level1, level1Weight, level2, level2Weight } = indicator ?? {};
  return JSON.stringify(level === "level1" ? [level1, level1Weight] : [level1, level1Weight, level2, level2Weight]);
}
