import { clauseStart } from "./reasons.js";

/**
 * A year that a figure is told of. A day that something stands at (截至2023年底, 2023年12月31日) dates no figure, and what was
 * carried over from the year before is money of this one.
 */
const YEAR =
  /(?<!截[至止])(?<year>20\d\d)年度?(?!\d{1,2}月|末?(?:财政拨款)?结[转余])|(?<last>(?<!以)上一?年度?|去年)(?!末?(?:财政拨款)?结[转余])/gu;

/** A clause that is nothing but a year governs the next one: 2023年,本部门收入800万元. */
const ONLY_YEAR = /^(?:其中:?|在)?(?:20\d\d年度?|上一?年度?|去年)$/u;

const ASIDE = /\([^()]*\)/gu;

/** The latest year that a text tells of: the document's own where nothing else says which it is. */
function latestYear(text: string): number | null {
  const years = [...text.matchAll(YEAR)].flatMap(({ groups }) =>
    groups?.year === undefined ? [] : Number(groups.year),
  );
  return years.length === 0 ? null : Math.max(...years);
}

/** What stands before `at` in its clause, and a year in front of that, without what brackets hold. */
function leadOf(text: string, at: number): string {
  const from = clauseStart(text, at);
  const before = clauseStart(text, from - 1);
  const year = from > 0 && /[,:]/u.test(text[from - 1] ?? "") && ONLY_YEAR.test(text.slice(before, from - 1));
  return text.slice(year ? before : from, at).replace(ASIDE, "");
}

/**
 * The other year that the figure at `at` is told of (2023年度收入800万元 in the accounts of 2024); null for a figure of the
 * document's own. `year` is null where only 上年 is printed and the document's year is unknown.
 */
export function otherYear(text: string, at: number, fiscalYear: number | null): { year: number | null } | null {
  const said = [...leadOf(text, at).matchAll(YEAR)].at(-1)?.groups;
  if (said === undefined) return null;
  if (said.year === undefined) return { year: fiscalYear === null ? null : fiscalYear - 1 };
  const year = Number(said.year);
  return year === (fiscalYear ?? latestYear(text)) ? null : { year };
}
