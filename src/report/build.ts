/** Disclosure → the page's data. */
import { RULES } from "../checks/index.js";
import { INDICATOR_COLUMNS, type PerformanceCell, performanceCells } from "../disclosure/performance-cells.js";
import { FAMILIES, knownForms } from "../forms/index.js";
import type { Disclosure, FormTable, PerformanceTable, Section } from "../model/index.js";
import { isRecognised } from "../output/index.js";
import { chartsOf } from "./charts.js";
import type {
  ReportData,
  ReportFinding,
  ReportPage,
  ReportRow,
  ReportSection,
  ReportTable,
  ReviewData,
} from "./data.js";
import { type Places, performanceHeader, placesOf } from "./places.js";

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
    missing: missing.map((id) => ({ id, title: titleOf(id, document.kind) })),
    pages: pages ?? outlinePages(disclosure, places),
    places: places.list,
    proofs: places.proofs,
    formulas: Object.fromEntries(RULES.filter(({ id }) => rules.has(id)).map(({ id, formula }) => [id, formula])),
    tables,
    sections: disclosure.sections.flatMap((section) => sectionsOf(section, places)),
    indicators: disclosure.performance.flatMap((table) => performanceOf(table, places)),
    findings: findingsOf(disclosure, places),
    charts: chartsOf(disclosure, places),
    review,
  };
}

/** As the forms of its kind of document are titled; its id where no form is known by it. */
function titleOf(id: string, kind: Disclosure["document"]["kind"]): string {
  const own = FAMILIES.find((family) => family.kind === kind) ?? FAMILIES[0];
  return [...own.forms, ...knownForms()].find((form) => form.id === id)?.titles[0] ?? id;
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
  if (!isRecognised(table) && table.grid) return { ...head, ...gridOf(table.grid, places) };
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

/** A table of no known form: its cells where they stand, rows and columns by their numbers. */
function gridOf(
  { columns, cells }: NonNullable<FormTable["grid"]>,
  places: Places,
): Pick<ReportTable, "columns" | "rows"> {
  const byRow = new Map<number, (number | null)[]>();
  const pages = new Map<number, number>();
  for (const cell of cells) {
    const row = byRow.get(cell.row) ?? Array.from({ length: columns }, () => null);
    row[cell.column] = places.text(cell);
    byRow.set(cell.row, row);
    pages.set(cell.row, pages.get(cell.row) ?? cell.page);
  }
  return {
    columns: Array.from({ length: columns }, (_, column) => String(column + 1)),
    rows: [...byRow.keys()]
      .sort((a, b) => a - b)
      .map((row) => plainRow(String(row + 1), pages.get(row) ?? 1, byRow.get(row) ?? [])),
  };
}

function plainRow(label: string, page: number, cells: readonly (number | null)[], role = "item"): ReportRow {
  return { label, code: null, depth: 0, role, side: null, page, cells };
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

/** What stands above the indicators of a 绩效自评表, and the indicators, as two tables. */
function performanceOf(table: PerformanceTable, places: Places): ReportTable[] {
  const { id, title, projectName, pageStart, pageEnd, notes } = table;
  const head = { id, unit: null, pages: [pageStart, pageEnd] as const, emptyStatement: null };
  const name = [title, projectName].filter(Boolean).join(" · ") || id;
  const at = (row: string, column: string) => places.performance(table, row, column);
  const cells = performanceCells(table);
  const above = cells
    .filter(
      ({ row, value, column }) => row === "execution" || (row === "head" && (value !== null || /Exp|\[/.test(column))),
    )
    .map(plain);
  const texts = cells.filter(({ row }) => /^(goals\[\d+\]|remarks)$/.test(row)).map(plain);
  function plain({ row, column, page }: PerformanceCell) {
    const goal = /^goals\[(\d+)\]$/.exec(row)?.[1] ?? "";
    return plainRow(`${performanceHeader(column)}${goal}`, page, [at(row, column)]);
  }
  const columns = INDICATOR_COLUMNS.filter((column) => cells.some((cell) => cell.column === column && cell.value));
  const rows = [...new Set(cells.flatMap(({ row, indicator }) => (indicator ? row : [])))].flatMap((row) => {
    const page = cells.find((cell) => cell.row === row)?.page ?? pageStart;
    const weight = at(row, "goalWeight");
    const goal = /^goals\[(\d+)\]/.exec(row)?.[1];
    const first = weight === null ? [] : [plainRow(`目标${goal}`, page, inColumn("weight", weight), "subtotal")];
    const own = columns.map((column) => at(row, column));
    return [...first, plainRow(row.replace(/.*\[(\d+)\]$/, "$1"), page, own)];
  });
  function inColumn(name: string, place: number | null) {
    return columns.map((column) => (column === name ? place : null));
  }
  const total = plainRow("总分", pageEnd, inColumn("score", at("total", "score")), "total");
  return [
    { ...head, title: name, columns: ["内容"], rows: [...above, ...texts], notes: [] },
    {
      ...head,
      title: `${name} · 指标`,
      columns: columns.map(performanceHeader),
      rows: [...rows, total],
      notes,
    },
  ];
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
/** A document.json from elsewhere may say any number; more pages than any PDF of these has. */
const MOST_PAGES = 20_000;

function outlinePages({ source }: Disclosure, { list }: Places): ReportPage[] {
  const pages = Array.from({ length: Math.min(source.pages, MOST_PAGES) }, (_, index) => {
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
