/** Disclosure → the page's data. */
import { RULES } from "../checks/index.js";
import type { Disclosure, FormTable, PerformanceTable, Section } from "../model/index.js";
import { isRecognised } from "../output/index.js";
import { chartsOf } from "./charts.js";
import type { ReportData, ReportFinding, ReportPage, ReportSection, ReportTable, ReviewData } from "./data.js";
import { type Places, placesOf } from "./places.js";

const SEVERITIES = ["error", "warning", "info"];

/** @param pages those of the PDF; without it, as far as the boxes reach */
export function buildData(
  disclosure: Disclosure,
  pages: readonly ReportPage[] | null,
  review: ReviewData | null = null,
): ReportData {
  const places = placesOf(disclosure);
  const tables = disclosure.tables.map((table) => tableOf(table, places));
  const rules = new Set([...places.proofs, ...disclosure.findings].map(({ rule }) => rule));
  const { generator, source, document, status, missing } = disclosure;
  return {
    generator,
    source,
    document,
    status,
    missing,
    pages: pages ?? outlinePages(disclosure, places),
    places: places.list,
    proofs: places.proofs,
    formulas: Object.fromEntries(RULES.filter(({ id }) => rules.has(id)).map(({ id, formula }) => [id, formula])),
    tables,
    sections: disclosure.sections.flatMap((section) => sectionsOf(section, places)),
    indicators: disclosure.performance.map(indicatorsOf),
    findings: findingsOf(disclosure, places),
    charts: chartsOf(disclosure, places),
    review,
  };
}

function tableOf(table: FormTable, places: Places): ReportTable {
  const { id, title, unit, pageStart, pageEnd, emptyStatement, notes, columns } = table;
  const head = {
    id,
    title: title ?? id,
    unit,
    pages: [pageStart, pageEnd] as const,
    emptyStatement,
    notes,
  };
  if (!isRecognised(table) && table.grid) return { ...head, ...gridOf(table.grid) };
  return {
    ...head,
    columns: columns.map(({ header, side }) => (side ? header.join(" ") : header.join(" / "))),
    rows: table.rows.map((row) => ({
      label: row.label ?? "",
      code: row.code,
      depth: row.depth ?? (row.level === "款" ? 1 : row.level === "项" ? 2 : 0),
      role: row.role,
      side: row.side ?? null,
      page: row.page ?? pageStart,
      override: row.labelOverride,
      cells: columns.map(({ key, side }) =>
        side !== undefined && row.side !== undefined && side !== row.side ? null : places.cell(row, key),
      ),
    })),
  };
}

/** A table of no known form: its printed cells, joined per row, without keys. */
function gridOf({ cells }: NonNullable<FormTable["grid"]>): Pick<ReportTable, "columns" | "rows"> {
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  return {
    columns: [],
    rows: rows.map((number) => {
      const own = cells.filter(({ row }) => row === number).sort((a, b) => a.column - b.column);
      const label = own.map(({ text }) => text.replace(/\s+/g, " ")).join("  |  ");
      return { label, code: null, depth: 0, role: "item", side: null, page: own[0]?.page ?? 1, cells: [] };
    }),
  };
}

function sectionsOf(section: Section, places: Places): ReportSection[] {
  const { heading, level, pageStart, paragraphs, facts } = section;
  const own = {
    heading: heading ?? section.id,
    level,
    page: pageStart,
    paragraphs: paragraphs.map(({ text, page, box }) => ({ text, page, box })),
    facts: facts.map((fact) => places.fact(fact)),
  };
  return [own, ...section.sections.flatMap((inner) => sectionsOf(inner, places))];
}

function indicatorsOf({ id, title, projectName, pageStart, pageEnd, indicators, goals, notes }: PerformanceTable) {
  const all = [...goals.flatMap((goal) => goal.indicators), ...indicators];
  const table: ReportTable = {
    id,
    title: [title, projectName].filter(Boolean).join(" · ") || id,
    unit: null,
    pages: [pageStart, pageEnd],
    emptyStatement: null,
    columns: [],
    rows: all.map(({ level1, level2, name, target, actual, score, weight, page }) => ({
      label: [level1, level2, name].filter(Boolean).join(" › "),
      code: `${target?.raw ?? "—"} → ${actual?.raw ?? "—"}   ${score ?? "—"} / ${weight ?? "—"}`,
      depth: 0,
      role: "item",
      side: null,
      page,
      cells: [],
    })),
    notes,
  };
  return table;
}

/** Most severe first, otherwise as they stand. */
function findingsOf({ findings }: Disclosure, places: Places): ReportFinding[] {
  const order = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return order.map(({ operands, ...finding }) => {
    const at = places.at(finding.place);
    const compared = operands.flatMap(({ place }) => places.at(place) ?? []);
    const first = at ?? compared[0] ?? null;
    const { label = "", header = "" } = places.list[first ?? -1] ?? {};
    return { ...finding, label: `${label}  ${header}`.trim(), at: first, places: [...new Set(compared)] };
  });
}

/** A4 upright, pt; wider or higher where boxes lie outside. */
const A4 = { width: 595, height: 842 };
const MARGIN = 20;

function outlinePages({ source }: Disclosure, { list }: Places): ReportPage[] {
  const pages = Array.from({ length: source.pages }, (_, index) => {
    return { number: index + 1, width: 0, height: 0, hasPicture: false };
  });
  for (const { page, box } of list) {
    const size = pages[page - 1];
    if (!box || !size) continue;
    size.width = Math.max(size.width, box[2] + MARGIN);
    size.height = Math.max(size.height, box[3] + MARGIN);
  }
  return pages.map(({ width, height, ...page }) => {
    const isTurned = width > A4.width + MARGIN;
    const [across, down] = isTurned ? [A4.height, A4.width] : [A4.width, A4.height];
    return { ...page, width: Math.max(width, across), height: Math.max(height, down) };
  });
}
