/** Printed columns → the form's columns. */
import { normalise } from "../../text/index.js";
import { type ColumnDefinition, patternOf } from "../definition.js";
import type { HeaderColumn } from "./header.js";

/** Header text for comparison: normal form without brackets, unit hints and "其中". */
export function headerText(text: string): string {
  return normalise(text)
    .replace(/\((?:[亿万千]?元|栏次|单位:?[亿万千]?元)\)/g, "")
    .replace(/[()“”"《》]/g, "")
    .replace(/^其中:?/, "");
}

/** Header texts of columns that hold no values. */
const KEY_HEADER = /编码|代码|科目名称|^名称$|^项目$|^类$|^款$|^项$|^行次$|^序号$|^备注$|^科目$/;

export function isKeyColumn(column: HeaderColumn): boolean {
  return KEY_HEADER.test(headerText(column.path.at(-1) ?? ""));
}

export interface ColumnMatch {
  /** Definition → printed column. */
  readonly matched: ReadonlyMap<ColumnDefinition, HeaderColumn>;
  /** Matched only because as many columns as definitions were left, in order. */
  readonly byPosition: readonly ColumnDefinition[];
  /** Printed columns that no definition claims; those of codes and labels are not among them. */
  readonly unmatched: readonly HeaderColumn[];
}

/** `year` is the table's own, for header texts that name it; where it is not known, that of the header. */
export function matchColumns(
  printed: readonly HeaderColumn[],
  definitions: readonly ColumnDefinition[],
  year: number | null = null,
): ColumnMatch {
  const paths = printed.map((column) => column.path.map(headerText));
  const own = year ?? headerYear(printed);
  const candidates = definitions.flatMap((definition) =>
    printed.flatMap((column, i) => {
      const score = pathScore(paths[i] ?? [], definition, own);
      return score === null ? [] : [{ definition, column, ...score, order: i }];
    }),
  );
  candidates.sort((a, b) => b.groups - a.groups || b.under - a.under || b.leaf - a.leaf || a.order - b.order);
  const matched = new Map<ColumnDefinition, HeaderColumn>();
  const used = new Set<HeaderColumn>();
  for (const { definition, column } of candidates) {
    if (matched.has(definition) || used.has(column)) continue;
    matched.set(definition, column);
    used.add(column);
  }
  const left = definitions.filter((definition) => !matched.has(definition) && !definition.optional);
  const free = printed.filter((column) => !used.has(column) && column.path.length > 0 && !isKeyColumn(column));
  const inPlace = (definition: ColumnDefinition, i: number) => standsInPlace(definition, free[i], definitions, matched);
  if (left.length > 0 && left.length === free.length && matched.size > 0 && left.every(inPlace)) {
    left.forEach((definition, i) => {
      const column = free[i];
      if (column) matched.set(definition, column);
    });
    return { matched, byPosition: left, unmatched: [] };
  }
  return { matched, byPosition: [], unmatched: free };
}

/** Whether the column stands after those of all definitions before this one, and before those of all after it. */
function standsInPlace(
  definition: ColumnDefinition,
  column: HeaderColumn | undefined,
  definitions: readonly ColumnDefinition[],
  matched: ReadonlyMap<ColumnDefinition, HeaderColumn>,
): boolean {
  const at = definitions.indexOf(definition);
  return definitions.every((other, i) => {
    const from = matched.get(other)?.from;
    return from === undefined || column === undefined || i < at === from < column.from;
  });
}

/** How many of the definition's groups the path holds (all, or null), whether it stands where it should, and how close to its leaf the first of them is. */
function pathScore(
  path: readonly string[],
  definition: ColumnDefinition,
  year: number | null,
): { groups: number; under: number; leaf: number } | null {
  const above = textsOfYear(definition.under ?? [], year);
  const under = Number(path.some((text) => above.includes(text)));
  // What stands under another phase is another figure, also where nothing else is there.
  if (definition.under && under === 0 && !above.some(isBudget) && path.some(isBudget)) return null;
  let leaf = 0;
  for (const texts of definition.path) {
    const group = texts.flatMap((text) => ofYear(text, year) ?? []);
    const wanted = textsOfYear(texts, year);
    const patterns = group.flatMap((text) => patternOf(text) ?? []).map((pattern) => new RegExp(pattern, "u"));
    const at = path.findLastIndex((text) => wanted.includes(text) || patterns.some((pattern) => pattern.test(text)));
    if (at < 0) return null;
    leaf += at - path.length;
  }
  return { groups: definition.path.length, under, leaf };
}

const isBudget = (text: string): boolean => /(?:^|年初|全年|调整|本年度?|年度?|支出)预算数?$/.test(text);

/** The plain texts in comparison form, those that name a year for the year given. */
export function textsOfYear(texts: readonly string[], year: number | null): string[] {
  const own = texts.flatMap((text) => ofYear(text, year) ?? []);
  return own.filter((text) => patternOf(text) === null).map(headerText);
}

/** The year of the accounts by their header: the latest that a 决算 stands behind (next year's budget may stand beside), else the latest. */
export function headerYear(columns: readonly HeaderColumn[]): number | null {
  const texts = columns.flatMap((column) => column.path.map(headerText));
  return latestYear(texts.filter((text) => text.includes("决算"))) ?? latestYear(texts);
}

function latestYear(texts: readonly string[]): number | null {
  const years = texts.flatMap((text) => /^20\d\d(?=年)/.exec(text)?.[0] ?? []);
  return years.length > 0 ? Math.max(...years.map(Number)) : null;
}

/** `{year}` and `{year-1}` of a header text in figures; null where the year is not known. */
function ofYear(text: string, year: number | null): string | null {
  if (!text.includes("{year")) return text;
  return year === null ? null : text.replace(/\{year(-1)?\}/g, (_, before) => `${before ? year - 1 : year}`);
}
