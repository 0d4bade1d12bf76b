import type {
  Cell,
  PerformanceExecution,
  PerformanceGoal,
  PerformanceIndicator,
  PerformanceTable,
} from "../../model/index.js";
import { normalise, parseCell, squash } from "../../text/index.js";
import {
  cellAt,
  columnsOf,
  indicatorColumns,
  labelForm,
  type PerfRow,
  printedText,
  rowsOf,
  splitWeight,
} from "./cells.js";
import { ticked } from "./check-boxes.js";
import type { PerformanceGroup } from "./find.js";
import {
  EXECUTION_COLUMNS,
  type ExecutionColumn,
  FIELDS,
  type FieldName,
  FOOT,
  GOAL,
  GOAL_COLUMNS,
  IMPROVEMENTS,
  type IndicatorColumn,
  MONEY_BEFORE_VALUE,
  NOTES,
  OVERALL,
  REASONS,
  SUM,
  TOTAL,
} from "./labels.js";
import { assignLevels, type LevelCell } from "./levels.js";
import { readMeasure } from "./measure.js";

/** What is read so far. */
interface Draft {
  readonly fields: Map<FieldName, string>;
  /** Value cells of the last row, by column: what a row cut by a page break goes on with. */
  readonly open: Map<number, (more: string) => void>;
  execution: PerformanceExecution;
  /** Money that stands behind its names. */
  readonly money: Map<ExecutionColumn, string>;
  /** Weight of the execution block, printed in its label. */
  executionWeight: string | null;
  readonly goals: {
    no: number | null;
    weight: string | null;
    text: string | null;
    outcome?: string | null;
    rows: IndicatorRow[];
  }[];
  readonly rows: IndicatorRow[];
  totalScore: string | null;
  /** The sum of the indicators: the total where no other is printed. */
  sum: string | null;
  readonly reasons: string[];
  readonly improvements: string[];
  readonly notes: string[];
}

type IndicatorColumns = Partial<Record<IndicatorColumn, number>>;

interface IndicatorRow {
  readonly row: PerfRow;
  readonly columns: IndicatorColumns;
}

const decimal = (text: string): string | null => {
  const cell = parseCell(text);
  return cell.kind === "amount" || cell.kind === "percent" ? cell.value : null;
};

/** `1.甲。2.乙。` as its items; a text without numbers is one. */
function numbered(text: string): string[] {
  return text
    .split(/(?=(?<![\d.])\d{1,2}[.、．](?!\d))/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const isOwn = (row: PerfRow, cell: Cell): boolean => cell.row === row.row;

/** Fields whose amount is the executed one, where the columns of the execution are known. */
const EXECUTED_FIELDS = ["basicExpenditure", "projectExpenditure"] as const;

/** Headers above a row, as far as they reach. */
interface Headers {
  readonly execution: Partial<Record<ExecutionColumn, number>> | null;
  readonly indicators: IndicatorColumns | null;
}

/** 预算数 | 50.00 | 执行数 | 48.50: names of the money with their amounts right behind them. */
function moneyBehind(row: PerfRow): [name: ExecutionColumn, amount: string][] {
  return row.cells.flatMap((cell, at): [ExecutionColumn, string][] => {
    const value = row.cells[at + 1];
    const amount = isOwn(row, cell) && value !== undefined ? decimal(printedText(value)) : null;
    if (amount === null) return [];
    const text = labelForm(cell).replace(/:$/u, "");
    const name = Object.keys(MONEY_BEFORE_VALUE).find((key) => isMoney(key) && MONEY_BEFORE_VALUE[key].test(text));
    return name !== undefined && isMoney(name) ? [[name, amount]] : [];
  });
}

const isMoney = (name: string): name is ExecutionColumn => Object.hasOwn(MONEY_BEFORE_VALUE, name);

/** Value cells right of a label, up to the next label. Below the indicators' header only in a row that begins with one. */
function readFields(row: PerfRow, label: Cell, draft: Draft, { execution, indicators }: Headers): boolean {
  let found = false;
  draft.open.clear();
  const first = labelForm(label).replace(/:$/u, "");
  const names = fieldNames().filter((name) => indicators === null || !EXECUTED_FIELDS.some((field) => field === name));
  const isFoot = FOOT.test(first);
  if (indicators !== null && !isFoot && !names.some((name) => FIELDS[name].test(first))) return false;
  for (const [at, cell] of row.cells.entries()) {
    if (!isOwn(row, cell)) continue;
    const text = labelForm(cell).replace(/:$/u, "");
    for (const name of names) {
      if (!FIELDS[name].test(text)) continue;
      const executed = EXECUTED_FIELDS.some((field) => field === name) ? cellAt(row, execution?.executed) : undefined;
      const value = executed ?? row.cells[at + 1];
      found = true;
      if (value === undefined || draft.fields.has(name)) continue;
      draft.fields.set(name, printedText(value));
      draft.open.set(value.column, (more) => draft.fields.set(name, (draft.fields.get(name) ?? "") + more));
    }
  }
  return found || isFoot;
}

const fieldNames = (): FieldName[] => Object.keys(FIELDS).filter(isField);
const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);

/** The row right below an execution header, with the money. */
function readExecution(
  row: PerfRow,
  columns: Partial<Record<ExecutionColumn, number>>,
  draft: Draft,
): PerformanceExecution {
  const value = (name: ExecutionColumn): string | null => {
    const cell = cellAt(row, columns[name]);
    return cell === undefined ? null : decimal(printedText(cell));
  };
  const first = Math.min(...Object.values(columns));
  const label = row.cells.findLast((cell) => isOwn(row, cell) && cell.column < first && printedText(cell) !== "");
  return {
    label: label === undefined ? null : printedText(label),
    budget: value("budget") ?? value("openingBudget"),
    executed: value("executed"),
    ratePct: value("ratePct"),
    weight: value("weight") ?? draft.executionWeight,
    score: value("score"),
  };
}

/** The longest run of text in a row behind its label cell. */
const textBehind = (row: PerfRow, label: Cell): string =>
  row.cells
    .filter((cell) => isOwn(row, cell) && cell.column > label.column)
    .map(printedText)
    .join("");

/** The rest of a row that a page break cut: label cells blank, values below those they go on. */
function readRest(row: PerfRow, draft: Draft): boolean {
  const own = row.cells.filter((cell) => isOwn(row, cell) && printedText(cell) !== "");
  if (own.length === 0 || own.some((cell) => !draft.open.has(cell.column))) return false;
  for (const cell of own) draft.open.get(cell.column)?.(printedText(cell));
  return true;
}

function readRow(row: PerfRow, draft: Draft, headers: Headers): boolean {
  const label = row.cells.find((cell) => isOwn(row, cell));
  if (label === undefined || readRest(row, draft)) return label !== undefined;
  const text = labelForm(label);
  const goal = GOAL.exec(text);
  if (goal !== null) {
    const no = goal[1] === undefined ? null : Number(goal[1]);
    const value = textBehind(row, label);
    draft.goals.push({ no, weight: splitWeight(label).weight, text: value === "" ? null : value, rows: [] });
    return true;
  }
  if (headers.indicators !== null && TOTAL.test(text)) {
    const weight = cellAt(row, headers.indicators?.weight);
    const scores = row.cells
      .filter((cell) => cell !== label && cell !== weight)
      .map((cell) => decimal(printedText(cell)));
    const score = scores.findLast((one) => one !== null) ?? null;
    if (SUM.test(text)) draft.sum ??= score;
    else draft.totalScore ??= score;
    return true;
  }
  const list = REASONS.test(text)
    ? draft.reasons
    : IMPROVEMENTS.test(text)
      ? draft.improvements
      : NOTES.test(text)
        ? draft.notes
        : null;
  if (list === null) return readFields(row, label, draft, headers);
  const value = row.cells.find((cell) => isOwn(row, cell) && cell.column > label.column);
  const before = list.length;
  let whole = textBehind(row, label);
  list.push(...numbered(whole));
  draft.open.clear();
  if (value !== undefined)
    draft.open.set(value.column, (more) => {
      whole += more;
      list.splice(before, list.length, ...numbered(whole));
    });
  return true;
}

/** Whether a level of an indicator above reaches into the row, and no label of its own lies across the levels. */
function isBelowLevel(row: PerfRow, { level1, level2, name }: IndicatorColumns, above: ReadonlySet<Cell>): boolean {
  const reached = [level1, level2].map((column) => cellAt(row, column)).some((cell) => cell && above.has(cell));
  const label = cellAt(row, name);
  return reached && label !== undefined && (!isOwn(row, label) || label.column === name);
}

/** One label across the levels, or one value across name and measures: the row says one thing, and it is no indicator. */
function saysOneThing(row: PerfRow, { level1, name, target, actual }: IndicatorColumns): boolean {
  const label = cellAt(row, name);
  const across = [level1, target, actual].some((column) => column !== undefined && cellAt(row, column) === label);
  return across && row.cells.filter((cell) => isOwn(row, cell) && printedText(cell) !== "").length <= 2;
}

function readRows(rows: readonly PerfRow[], draft: Draft): void {
  let execution: Partial<Record<ExecutionColumn, number>> | null = null;
  let indicators: IndicatorColumns | null = null;
  let goal: Partial<Record<keyof typeof GOAL_COLUMNS, number>> | null = null;
  /** Cells of indicators, some of which reach into the rows below. */
  const above = new Set<Cell>();
  const push = (row: PerfRow, columns: IndicatorColumns): void => {
    rowsFor(draft).push({ row, columns });
    for (const cell of row.cells) if (isOwn(row, cell)) above.add(cell);
  };
  for (const row of rows) {
    // What a goal was and became stands in the row right below its columns, and nowhere else.
    const told: typeof goal = goal;
    goal = null;
    const header = indicatorColumns(row);
    if (header.level1 !== undefined && (header.name !== undefined || header.level2 !== undefined)) {
      indicators = header;
      execution = null;
      draft.open.clear();
      continue;
    }
    if (indicators !== null && isBelowLevel(row, indicators, above)) {
      push(row, indicators);
      continue;
    }
    const behind = indicators === null && execution === null ? moneyBehind(row) : [];
    if (behind.length > 0) {
      for (const [name, amount] of behind) if (!draft.money.has(name)) draft.money.set(name, amount);
      draft.executionWeight ??= splitWeight(row.cells.find((cell) => splitWeight(cell).weight !== null)).weight;
    }
    const money = columnsOf(row, EXECUTION_COLUMNS);
    if (
      behind.length === 0 &&
      (money.budget !== undefined || money.openingBudget !== undefined) &&
      money.executed !== undefined
    ) {
      const block = row.cells.find((cell) => splitWeight(cell).weight !== null);
      draft.executionWeight = splitWeight(block).weight;
      execution = money;
      draft.open.clear();
      continue;
    }
    const last = draft.goals.at(-1);
    if (told !== null && last !== undefined) {
      last.text = printedText(cellAt(row, told.text)) || null;
      last.outcome = printedText(cellAt(row, told.outcome)) || null;
      continue;
    }
    const label = row.cells.find((cell) => isOwn(row, cell));
    const behindLabel = row.cells.filter((cell) => label !== undefined && cell.column > label.column);
    const below = columnsOf({ ...row, cells: behindLabel }, GOAL_COLUMNS);
    if (below.text !== undefined && label !== undefined && GOAL.test(labelForm(label))) {
      draft.goals.push({ no: null, weight: splitWeight(label).weight, text: null, rows: [] });
      goal = below;
      execution = null;
      continue;
    }
    if (readRow(row, draft, { execution, indicators })) {
      // 基本支出 and 项目支出 are told below the sum that they are of.
      if (label === undefined || !EXECUTED_FIELDS.some((name) => FIELDS[name].test(labelForm(label)))) execution = null;
      continue;
    }
    if (execution !== null) {
      draft.execution ??= readExecution(row, execution, draft);
      continue;
    }
    if (indicators !== null && !saysOneThing(row, indicators)) push(row, indicators);
  }
}

/** Numbered or weighted goals have indicators of their own; below the one goal of all, they are the table's. */
function rowsFor(draft: Draft): IndicatorRow[] {
  const goal = draft.goals.at(-1);
  return goal === undefined || (goal.no === null && goal.weight === null) ? draft.rows : goal.rows;
}

/** The weight of an indicator: its own column, or in its name. */
function weightOf({ row, columns }: IndicatorRow): string | null {
  const own = cellAt(row, columns.weight);
  return own === undefined ? splitWeight(cellAt(row, columns.name)).weight : decimal(printedText(own));
}

function levelCell({ row, columns }: IndicatorRow, name: "level1" | "level2"): LevelCell {
  const cell = cellAt(row, columns[name]);
  const { label, weight } = splitWeight(cell);
  return { label, weight, start: cell?.row ?? row.row };
}

function readIndicators(all: readonly IndicatorRow[]): PerformanceIndicator[] {
  const rows = all.filter(({ row, columns }) => printedText(cellAt(row, columns.name)) !== "");
  const weights = rows.map(weightOf);
  const level1 = assignLevels(
    rows.map((row) => levelCell(row, "level1")),
    weights,
  );
  const level2 = assignLevels(
    rows.map((row) => levelCell(row, "level2")),
    weights,
  );
  return rows.map(({ row, columns }, at): PerformanceIndicator => {
    const name = cellAt(row, columns.name);
    const text = (column: number | undefined): string => printedText(cellAt(row, column));
    return {
      level1: level1[at]?.label ?? null,
      level1Weight: level1[at]?.weight ?? null,
      level2: level2[at]?.label ?? null,
      level2Weight: level2[at]?.weight ?? null,
      name: splitWeight(name).label,
      weight: weights[at] ?? null,
      target: readMeasure(text(columns.target)),
      actual: readMeasure(text(columns.actual)),
      score: decimal(text(columns.score)),
      page: name?.page ?? row.page,
      ...(name === undefined ? {} : { box: [...name.box] }),
    };
  });
}

/** The money of a table in which it stands behind its names. */
function inlineExecution({ money, executionWeight }: Draft): PerformanceExecution {
  const value = (name: ExecutionColumn): string | null => money.get(name) ?? null;
  const budget = value("budget") ?? value("openingBudget");
  const executed = value("executed");
  if (budget === null && executed === null) return null;
  return {
    label: null,
    budget,
    executed,
    ratePct: value("ratePct"),
    weight: value("weight") ?? executionWeight,
    score: value("score"),
  };
}

/** A reason without its number and its full stop. */
const bare = (reason: string): string => reason.replace(/^\d{1,2}[.、．]|[。；;]$/gu, "");

/** The reasons beside the indicators, each cell once, but those that the row of the reasons tells already. */
function reasonsBeside(draft: Draft): string[] {
  const told = new Set(draft.reasons.map(bare));
  const rows = [...draft.goals.flatMap((goal) => goal.rows), ...draft.rows];
  const cells = new Set(rows.map(({ row, columns }) => cellAt(row, columns.note)));
  return [...cells].map(printedText).filter((note) => /\p{Script=Han}{2}/u.test(note) && !told.has(bare(note)));
}

const DATE = /(20\d\d)年(\d{1,2})月(\d{1,2})日|(20\d\d)[-./](\d{1,2})[-./](\d{1,2})/u;

function dateIn(text: string): string | null {
  const found = DATE.exec(normalise(text))
    ?.slice(1)
    .filter((part) => part !== undefined);
  const [year, month, day] = found ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** 单位名称：X in the line above the table. */
function entityIn(furniture: readonly string[]): string | null {
  for (const text of furniture) {
    const name = /(?:单位|部门)(?:名称)?[:：](.+?)(?=填报|填表|日期|单位[:：]|$)/u.exec(squash(text))?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** Reads one performance table (SPEC §5.1). `n` numbers the project tables from 1. */
export function readTable(group: PerformanceGroup, n: number): PerformanceTable {
  const draft: Draft = {
    fields: new Map(),
    open: new Map(),
    execution: null,
    money: new Map(),
    executionWeight: null,
    goals: [],
    rows: [],
    totalScore: null,
    sum: null,
    reasons: [],
    improvements: [],
    notes: [],
  };
  readRows(rowsOf(group.grids), draft);
  const field = (name: FieldName): string | null => {
    const value = draft.fields.get(name) ?? "";
    return value === "" ? null : value;
  };
  const isOverall = draft.fields.has("basicExpenditure") || OVERALL.test(group.title ?? "");
  const goals = draft.goals.map(
    ({ rows, ...goal }): PerformanceGoal => ({ ...goal, indicators: readIndicators(rows) }),
  );
  const filled = [field("filledOn") ?? "", ...group.furniture].map(dateIn).find((date) => date !== null);
  const box = (name: FieldName): string | null => ticked(field(name) ?? "");
  return {
    id: isOverall ? "performance.department" : `performance.project.${n}`,
    kind: isOverall ? "department-overall" : "project",
    title: group.title,
    entity: field("entity") ?? entityIn(group.furniture) ?? field("department"),
    filledOn: filled ?? null,
    pageStart: group.titlePage ?? group.grids[0]?.pageStart ?? 1,
    pageEnd: Math.max(...group.grids.map((grid) => grid.pageEnd)),
    ...(isOverall
      ? {
          basicExpenditure: decimal(field("basicExpenditure") ?? ""),
          projectExpenditure: decimal(field("projectExpenditure") ?? ""),
        }
      : {
          projectName: field("projectName"),
          department: field("department"),
          implementingUnits: (field("implementingUnits") ?? "").split(/[、，,；;]/u).filter((unit) => unit !== ""),
          category: box("category"),
          attribute: box("attribute"),
          type: box("type"),
        }),
    execution: draft.execution ?? inlineExecution(draft),
    goals,
    indicators: readIndicators(draft.rows),
    totalScore: draft.totalScore ?? draft.sum,
    deviationReasons: [...draft.reasons, ...reasonsBeside(draft)],
    improvements: draft.improvements,
    notes: [...draft.notes, ...group.notes],
  };
}
