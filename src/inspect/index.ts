/** What each page was taken for, and why: for a maintainer who wants to see why a table failed. */
import type { Page } from "../model/index.js";
import { type ReadOptions, read, type Source } from "../pipeline.js";

export interface InspectedTable {
  readonly id: string;
  readonly title: string | null;
  readonly pages: readonly [first: number, last: number];
  readonly rows: number;
  readonly columns: number;
  readonly method: "lattice" | "alignment";
  readonly repeatedHeaderRows: number;
  /** What decided that it is this form, or none. */
  readonly why: string;
}

export interface InspectedPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly kind: "text" | "image" | "blank" | "ocr";
  readonly glyphs: number;
  readonly hiddenGlyphs: number;
  readonly rules: number;
  readonly images: number;
  readonly problems: readonly string[];
  /** Tables that stand on the page, whole or in part. */
  readonly tables: readonly InspectedTable[];
}

export interface Inspection {
  readonly file: string;
  readonly status: string;
  readonly missing: readonly string[];
  readonly coverage: Readonly<Record<string, number>>;
  readonly pages: readonly InspectedPage[];
}

export interface InspectOptions extends ReadOptions {
  /** Folder that gets a picture of each page. */
  readonly overlay?: string | undefined;
}

/** Reads the document as `extract` does and tells how it came about. Throws as `extract` does. */
export async function inspect(source: Source, options: InspectOptions = {}): Promise<Inspection> {
  const reading = await read(source, options);
  if (options.overlay !== undefined) {
    const { drawOverlays } = await import("./overlay.js");
    await drawOverlays(reading, options.overlay, options.password);
  }
  const tables = reading.forms.tables.map(({ table, grid, why }) => ({
    grid,
    shown: {
      id: table.id,
      title: table.title,
      pages: [table.pageStart, table.pageEnd] as const,
      rows: grid.rows,
      columns: grid.columns,
      method: grid.method,
      repeatedHeaderRows: grid.repeatedHeaderRows.length,
      why,
    },
  }));
  return {
    file: reading.file.name,
    status: reading.status,
    missing: reading.missing,
    coverage: { ...reading.coverage },
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
      tables: tables
        .filter(({ grid }) => grid.parts.some((part) => part.page === page.number))
        .map(({ shown }) => shown),
    })),
  };
}

function kindOf(page: Page): InspectedPage["kind"] {
  if (page.source === "ocr") return "ocr";
  if (page.glyphs.length > 0) return "text";
  return page.images.length > 0 ? "image" : "blank";
}

/** The inspection as lines for a terminal. */
export function inspectionText(inspection: Inspection): string {
  const lines = [`${inspection.file}: ${inspection.status}`];
  for (const page of inspection.pages) {
    const hidden = page.hiddenGlyphs > 0 ? `, ${page.hiddenGlyphs} hidden` : "";
    lines.push(
      `p. ${page.page}  ${page.width}×${page.height} pt  ${page.kind}  ${page.glyphs} glyphs${hidden}, ${page.rules} rules, ${page.images} images`,
      ...page.problems.map((problem) => `      ! ${problem}`),
    );
    for (const table of page.tables) {
      const [first, last] = table.pages;
      const over = first === last ? "" : `, pp. ${first}–${last}`;
      const repeated = table.repeatedHeaderRows > 0 ? `, ${table.repeatedHeaderRows} rows of repeated header` : "";
      lines.push(
        `      ${table.id}  ${table.rows} × ${table.columns}, by ${table.method}${over}${repeated}`,
        `        ${table.title ?? "(no title)"}: ${table.why}`,
      );
    }
  }
  const counts = Object.entries(inspection.coverage).map(([place, count]) => `${place} ${count}`);
  lines.push(`coverage: ${counts.join(", ")}`);
  if (inspection.missing.length > 0) lines.push(`missing: ${inspection.missing.join(", ")}`);
  return `${lines.join("\n")}\n`;
}
