import { clauseStart } from "./reasons.js";

/**
 * A year that a figure is told of. A day that something stands at (截至2023年底, 2023年12月31日) dates no figure, and what was
 * carried over from the year before is money of this one.
 */
const YEAR =
  /(?<!截[至止])(?<year>20\d\d)年度?(?!\d{1,2}月|末?(?:财政拨款)?结[转余])|(?<last>(?<!以)上一?年度?|去年)(?!末?(?:财政拨款)?结[转余])|(?<own>本年度?)/gu;

/** In front of a year that something is only compared with. */
const COMPARED = /(?:较|比|与|同|和|由|从|相较于)$/u;

/** A clause whose year goes on in the next ones: it has a figure of that year, or is nothing but the year. */
const GOES_ON = /^(?:[^\d]*\d|$)/u;

const ASIDE = /\([^()]*\)/gu;

type Groups = Record<string, string | undefined>;

/** The latest year that a text tells of: the document's own where nothing else says which it is. */
function latestYear(text: string): number | null {
  const years = [...text.matchAll(YEAR)].flatMap(({ groups }) =>
    groups?.year === undefined ? [] : Number(groups.year),
  );
  return years.length === 0 ? null : Math.max(...years);
}

/** The last year that stands before `at` in its clause; else the one that a clause of the sentence before it goes on with. */
function yearBefore(text: string, at: number): Groups | null {
  let from = clauseStart(text, at);
  const own = [...text.slice(from, at).replace(ASIDE, "").matchAll(YEAR)].at(-1);
  if (own !== undefined) return own.groups ?? null;
  while (from > 0 && /[,:]/u.test(text[from - 1] ?? "")) {
    const end = from - 1;
    from = clauseStart(text, end);
    const clause = text.slice(from, end).replace(ASIDE, "");
    const said = [...clause.matchAll(YEAR)].findLast(({ index }) => !COMPARED.test(clause.slice(0, index)));
    if (said !== undefined && GOES_ON.test(clause.slice(said.index + said[0].length))) return said.groups ?? null;
  }
  return null;
}

/**
 * The other year that the figure at `at` is told of (2023年度收入800万元 in the accounts of 2024); null for a figure of the
 * document's own. `year` is null where only 上年 is printed and the document's year is unknown.
 */
export function otherYear(text: string, at: number, fiscalYear: number | null): { year: number | null } | null {
  const said = yearBefore(text, at);
  if (said === null || said.own !== undefined) return null;
  if (said.year === undefined) return { year: fiscalYear === null ? null : fiscalYear - 1 };
  const year = Number(said.year);
  return year === (fiscalYear ?? latestYear(text)) ? null : { year };
}
