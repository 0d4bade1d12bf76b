/** A PDF that holds several documents, one after another: where each begins, and one disclosure of all. */
import { type FormFamily, prescribedForms, type TableReading } from "../forms/index.js";
import type { Disclosure, Finding, FlowItem, FormTable, Page, Section } from "../model/index.js";
import { readCoverPage } from "../narrative/index.js";
import { normalise } from "../text/index.js";
import { isLeftOut } from "./pages-left-out.js";
import { finding } from "./status.js";

/** Forms that must come again for what follows to be another document. */
const FORMS_AGAIN = 2;

interface Cover {
  readonly page: number;
  readonly title: string;
  readonly entity: string | null;
}

/**
 * First pages of the documents after the first. A document prints each of its family's forms once: where forms come again
 * behind another cover, or of another entity, another document has begun. Families that prescribe no forms may print one
 * for each level of government.
 */
export function laterDocuments(
  readings: readonly TableReading[],
  flow: readonly FlowItem[],
  family: FormFamily,
): number[] {
  const tables = readings.flatMap(({ form, table }) => (form?.family === family.id ? [table] : []));
  if (prescribedForms(family, tables) === null) return [];
  let covers: readonly Cover[] | null = null;
  const starts: number[] = [];
  let own: FormTable[] = [];
  for (const [at, table] of tables.entries()) {
    const again = own.some(({ id }) => id === table.id);
    const other = isOther(entityOf(own), table.entity);
    if ((again || other) && shared(own, tables.slice(at)) >= FORMS_AGAIN) {
      covers ??= coversOf(flow);
      const cover = coverBetween(covers, starts.at(-1) ?? 0, own[0]?.pageEnd ?? 0, table.pageStart);
      if (cover || other) {
        const start = cover?.page ?? table.pageStart;
        starts.push(start);
        own = own.filter(({ pageStart }) => pageStart >= start);
      }
    }
    own.push(table);
  }
  return starts;
}

const entityOf = (tables: readonly FormTable[]) => tables.find(({ entity }) => entity !== null)?.entity ?? null;

/** Two names of which neither is the beginning of the other: a long one may be cut off. */
function isOther(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [one, two] = [normalise(a), normalise(b)];
  return !one.startsWith(two) && !two.startsWith(one);
}

function shared(a: readonly FormTable[], b: readonly FormTable[]): number {
  const ids = new Set(b.map(({ id }) => id));
  return new Set(a.flatMap(({ id }) => (ids.has(id) ? [id] : []))).size;
}

function coversOf(flow: readonly FlowItem[]): Cover[] {
  const pages = new Map<number, FlowItem[]>();
  for (const item of flow) {
    const page = item.type === "grid" ? item.grid.pageStart : item.block.page;
    pages.set(page, [...(pages.get(page) ?? []), item]);
  }
  return [...pages].flatMap(([page, items]) => {
    const cover = readCoverPage(items);
    return cover ? [{ page, ...cover }] : [];
  });
}

/** The next document's cover: the first that names another entity or year than the document's own, else the last. */
function coverBetween(covers: readonly Cover[], begin: number, after: number, until: number): Cover | null {
  const own = covers.find(({ page }) => page >= begin && page <= after);
  const between = covers.filter(({ page }) => page > after && page <= until);
  return between.find((cover) => own && normalise(cover.title) !== normalise(own.title)) ?? between.at(-1) ?? null;
}

/** The pages of each document. */
export function pagesOf(pages: readonly Page[], starts: readonly number[]): Page[][] {
  return [1, ...starts].map((start, i) =>
    pages.filter(({ number }) => number >= start && number < (starts[i] ?? Number.POSITIVE_INFINITY)),
  );
}

/** One disclosure of all documents: each judged by itself, and a finding that says where they begin. */
export function together(documents: readonly Disclosure[], starts: readonly number[]): Disclosure {
  const [first] = documents;
  if (!first) throw new TypeError("no document");
  const parts = documents.map(({ document }, i) => ({
    pageStart: starts[i - 1] ?? 1,
    pageEnd: (starts[i] ?? first.source.pages + 1) - 1,
    document,
  }));
  const pagesOf = ({ pageStart, pageEnd }: { pageStart: number; pageEnd: number }) => `${pageStart}-${pageEnd}`;
  const names = parts.map(
    (part) => `pp. ${pagesOf(part)} ${part.document.title ?? part.document.entity ?? "without a name"}`,
  );
  const several: Finding = finding(
    "pdf.several",
    "warning",
    `the PDF holds ${documents.length} documents: ${names.join("; ")}. Each was checked by itself; --pages ${parts.slice(-1).map(pagesOf)} reads the last alone`,
    { page: starts[0] ?? 1 },
  );
  const renamed = documents.map((document, i) => withSections(document, suffixOf(i)));
  const operands = starts.map((page, i) => ({ place: { page }, value: documents[i + 1]?.document.title ?? null }));
  const coverage = { ...first.coverage };
  for (const other of documents.slice(1))
    for (const place of ["glyphs", "cells", "narrative", "headings", "furniture", "unplaced"] as const)
      coverage[place] += other.coverage[place];
  return {
    ...first,
    documents: parts,
    status: documents.every(({ status }) => status === "complete") ? "complete" : "partial",
    toc: renamed.flatMap(({ toc }) => toc),
    coverage,
    tables: renamed.flatMap(({ tables }) => tables),
    sections: renamed.flatMap(({ sections }) => sections),
    performance: renamed.flatMap(({ performance }) => performance),
    missing: [...new Set(renamed.flatMap(({ missing }) => missing))],
    findings: [
      { ...several, operands },
      ...renamed.flatMap(({ findings }, i) =>
        findings.filter((one) => isOwn(one, i, starts) && (i === 0 || !isLeftOut(one))),
      ),
    ],
  };
}

/** The documents of a written disclosure, to be judged each by itself; all have the first one's identity. */
export function documentsIn(disclosure: Disclosure): Disclosure[] {
  const starts = startsIn(disclosure);
  if (starts.length === 0) return [disclosure];
  const at = (page: number) => starts.filter((start) => start <= page).length;
  return [0, ...starts].map((_, i) => {
    const own = {
      ...disclosure,
      tables: disclosure.tables.filter(({ pageStart }) => at(pageStart) === i),
      sections: disclosure.sections.filter(({ pageStart }) => at(pageStart) === i),
      performance: disclosure.performance.filter(({ pageStart }) => at(pageStart) === i),
      findings: [],
    };
    return withSections(own, "", suffixOf(i));
  });
}

/** As `documentsIn` gave them, in one again: what became of tables, sections and findings. */
export function togetherAgain(
  documents: readonly Pick<Disclosure, "tables" | "sections" | "performance" | "findings">[],
  starts: readonly number[],
) {
  const renamed = documents.map((document, i) => withSections(document, suffixOf(i)));
  return {
    tables: renamed.flatMap(({ tables }) => tables),
    sections: renamed.flatMap(({ sections }) => sections),
    performance: renamed.flatMap(({ performance }) => performance),
    findings: renamed.flatMap(({ findings }, i) => findings.filter((one) => isOwn(one, i, starts))),
  };
}

/** First pages of the documents after the first. */
export function startsIn({ findings }: Disclosure): number[] {
  const several = findings.find(({ rule }) => rule === "pdf.several");
  return several?.operands.flatMap(({ place }) => place.page ?? []) ?? [];
}

const suffixOf = (document: number) => (document === 0 ? "" : `-document-${document + 1}`);

/** People's decisions are tried on each document: only what became of them on their own page counts. */
function isOwn({ rule, place: { page = 1 } }: Finding, document: number, starts: readonly number[]): boolean {
  return !rule.startsWith("override.") || document === starts.filter((start) => start <= page).length;
}

/** Section ids are unique in a disclosure: those of a later document say which one. */
function withSections<T extends Pick<Disclosure, "sections" | "findings">>(
  document: T,
  suffix: string,
  without = "",
): T {
  if (suffix === without) return document;
  const rename = (id: string) => (id.endsWith(without) ? id.slice(0, id.length - without.length) : id) + suffix;
  const section = (one: Section): Section => ({ ...one, id: rename(one.id), sections: one.sections.map(section) });
  const placed = <P extends { place: Finding["place"] }>(one: P): P =>
    one.place.section === undefined ? one : { ...one, place: { ...one.place, section: rename(one.place.section) } };
  return {
    ...document,
    sections: document.sections.map(section),
    findings: document.findings.map((one) => ({ ...placed(one), operands: one.operands.map(placed) })),
  };
}
