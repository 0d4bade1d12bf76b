/** Where only some pages were read (`--pages`): what is said of it, and what cannot be judged without the others. */
import type { Disclosure, Finding, Page, Section } from "../model/index.js";
import { finding } from "./status.js";

const RULE = "pdf.pages-left-out";
const RANGE = /^(\d+)(?:-(\d+))?$/;

type Judged = Pick<Disclosure, "tables" | "sections" | "performance">;
type Span = { readonly pageStart: number; readonly pageEnd: number };

/** One finding that says which pages were read, each run of them an operand; none where all were. */
export function leftOutFindings(pages: readonly Page[], pageCount: number): Finding[] {
  if (pages.length === pageCount) return [];
  const runs: [first: number, last: number][] = [];
  for (const { number } of pages) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const names = runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  const said = `only ${pages.length === 1 ? "page" : "pages"} ${names.join(", ")} of ${pageCount} ${pages.length === 1 ? "was" : "were"} read`;
  return [
    {
      ...finding(
        RULE,
        "warning",
        `${said}: no form is called missing, and identities that need the other pages, or a table or section that may go on there, are not judged`,
        {},
      ),
      operands: runs.map(([page], i) => ({ place: { page }, value: names[i] ?? null })),
    },
  ];
}

/** Whether the findings say that pages were left out. */
export function isLeftOut({ rule }: Finding): boolean {
  return rule === RULE;
}

/**
 * What the identities may be held against: without tables, sections and 绩效自评表 that reach a page beside one that was not
 * read, for a torn one does not add up. A sub-section that ends before stays.
 */
export function judgeable(read: Judged, findings: readonly Finding[], pageCount: number): Judged {
  const told = findings.find(isLeftOut);
  if (!told) return read;
  const edges = edgesOf(told, pageCount);
  const isWhole = ({ pageStart, pageEnd }: Span) => !edges.some((page) => pageStart <= page && page <= pageEnd);
  const section = (one: Section): Section => {
    const sections = one.sections.map(section);
    return isWhole(one) ? { ...one, sections } : { ...one, sections, facts: [], paragraphs: [] };
  };
  return {
    tables: read.tables.filter(isWhole),
    sections: read.sections.map(section),
    performance: read.performance.filter(isWhole),
  };
}

/** Pages that were read beside a page that was not. */
function edgesOf({ operands }: Finding, pageCount: number): number[] {
  return operands.flatMap(({ value }) => {
    const [, from, to] = RANGE.exec(value ?? "") ?? [];
    if (from === undefined) return [];
    const [first, last] = [Number(from), Number(to ?? from)];
    return [...(first > 1 ? [first] : []), ...(last < pageCount ? [last] : [])];
  });
}
