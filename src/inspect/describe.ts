/** A reading as plain data for a maintainer: what each page and each table was taken for, and why. */
import { strayAmounts } from "../disclosure/coverage.js";
import type { Grid, Page, PerformanceTable } from "../model/index.js";
import type { Reading } from "../pipeline.js";
import { type ColumnKey, columnKeys } from "./column-keys.js";

export interface InspectedTable {
  /** Form, performance table, or unrecognised-<n>. */
  readonly id: string;
  /** As printed. */
  readonly title: string | null;
  readonly pages: readonly [first: number, last: number];
  readonly rows: number;
  readonly columns: number;
  readonly method: "lattice" | "alignment";
  /** Share of the form's columns that the header names, 0–1; null for a table of no known form. */
  readonly headerScore: number | null;
  /** Rows of the header; null for a table of no known form. */
  readonly headerRows: number | null;
  /** How many rows repeat the header on later pages. */
  readonly repeatedHeaderRows: number;
  /** Which printed column was given which key; empty for a table of no known form. */
  readonly keys: readonly ColumnKey[];
  /** What decided. */
  readonly why: string;
}

export interface InspectedPage {
  readonly page: number;
  /** As displayed, pt. */
  readonly width: number;
  readonly height: number;
  readonly kind: "text" | "image" | "blank" | "ocr";
  readonly glyphs: number;
  readonly hiddenGlyphs: number;
  readonly rules: number;
  readonly images: number;
  readonly problems: readonly string[];
  /** Amounts that stand in no table and no sentence. */
  readonly unplaced: readonly string[];
  /** Tables that stand on the page, whole or in part. */
  readonly tables: readonly InspectedTable[];
}

export interface Inspection {
  readonly file: string;
  readonly status: Reading["status"];
  /** What the document says it is. */
  readonly document: Reading["document"];
  readonly pageCount: number;
  readonly pages: readonly InspectedPage[];
  readonly coverage: Reading["coverage"];
  /** Prescribed forms that are not in the document, with their usual title. */
  readonly missing: readonly { readonly id: string; readonly title: string }[];
}

export function inspectionOf(reading: Reading): Inspection {
  const { file, status, document, pageCount, coverage, family } = reading;
  const tables = inspectedTables(reading);
  const stray = [...strayAmounts(reading.flow)].filter((block) => !reading.forms.captions.has(block));
  return {
    file: file.name,
    status,
    document,
    pageCount,
    pages: reading.pages.map((page) => ({
      page: page.number,
      width: Math.round(page.width),
      height: Math.round(page.height),
      kind: kindOf(page),
      glyphs: page.glyphs.length,
      hiddenGlyphs: page.hiddenGlyphs,
      rules: page.rules.length,
      images: page.images.length,
      problems: page.problems.map((problem) => problem.message),
      unplaced: stray.filter((block) => block.page === page.number).map((block) => block.text),
      tables: [...tables].filter(([grid]) => standsOn(grid, page)).map(([, table]) => table),
    })),
    coverage,
    missing: reading.missing.map((id) => ({ id, title: family.forms.find((form) => form.id === id)?.titles[0] ?? id })),
  };
}

/** What every grid of the flow was taken for, in reading order. */
export function inspectedTables({ flow, forms, performance }: Reading): Map<Grid, InspectedTable> {
  const tables = new Map<Grid, InspectedTable>();
  for (const item of flow) {
    if (item.type !== "grid") continue;
    const { grid } = item;
    const shape = {
      pages: [grid.pageStart, grid.pageEnd] as const,
      rows: grid.rows,
      columns: grid.columns,
      method: grid.method,
      repeatedHeaderRows: grid.repeatedHeaderRows.length,
    };
    const form = forms.tables.find((one) => one.grid === grid);
    if (form) {
      const { table, recognition, why } = form;
      const headerScore = recognition && Math.round(recognition.headerScore * 100) / 100;
      const headerRows = recognition?.header.bodyStart ?? null;
      const keys = columnKeys(form);
      tables.set(grid, { id: table.id, title: table.title, ...shape, headerScore, headerRows, keys, why });
    } else {
      const table = performanceOn(grid, performance.tables);
      const why = "the header has the columns of a performance table";
      const unknown = { headerScore: null, headerRows: null, keys: [] };
      tables.set(grid, { id: table?.id ?? "performance", title: table?.title ?? null, ...shape, ...unknown, why });
    }
  }
  return tables;
}

function performanceOn(grid: Grid, tables: readonly PerformanceTable[]): PerformanceTable | undefined {
  // Of two that share a page the later one begins there.
  return tables.findLast((table) => table.pageStart <= grid.pageStart && grid.pageStart <= table.pageEnd);
}

function standsOn(grid: Grid, page: Page): boolean {
  return grid.parts.some((part) => part.page === page.number);
}

function kindOf(page: Page): InspectedPage["kind"] {
  if (page.source === "ocr") return "ocr";
  if (page.glyphs.length > 0) return "text";
  return page.images.length > 0 ? "image" : "blank";
}
