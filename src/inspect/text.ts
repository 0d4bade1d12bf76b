/** The inspection as lines for a terminal. */
import { displayWidth, padToWidth, takeWidth } from "../text/width.js";
import type { InspectedPage, InspectedTable, Inspection } from "./describe.js";

/** Printed texts are quoted up to this width, columns. */
const LONGEST_QUOTE = 44;

export function inspectionText(inspection: Inspection): string {
  const { file, status, document, pageCount, pages } = inspection;
  const read = pages.length === pageCount ? `${pageCount}` : `${pages.length} of ${pageCount}`;
  const lines = [
    `${file}: ${status}, ${read} page${pageCount === 1 ? "" : "s"} read`,
    documentLine(document),
    "",
    "page     size pt  kind    glyphs  hidden  rules  images",
  ];
  const rows = tableRows(pages);
  for (const page of pages) {
    lines.push(pageLine(page));
    for (const problem of page.problems) lines.push(`      ! ${problem}`);
    for (const amount of page.unplaced) lines.push(`      ! in no table and no sentence: ${quoted(amount)}`);
    for (const table of page.tables) {
      if (table.pages[0] < page.page && page !== pages[0]) lines.push(`      ${table.id} goes on`);
      else lines.push(`      ${rows.get(table) ?? table.id}`, `        ${table.why}`);
    }
  }
  lines.push("", coverageLine(inspection.coverage));
  for (const { id, title } of inspection.missing) lines.push(`missing   ${id} ${titled(title)}`);
  return `${lines.join("\n")}\n`;
}

function documentLine({ kind, scope, fiscalYear, entity, amountUnit }: Inspection["document"]): string {
  const unit = amountUnit === null ? "unit unknown" : `in ${amountUnit}`;
  const who = entity === null ? "entity unknown" : quoted(entity);
  return [kind ?? "kind unknown", scope ?? "scope unknown", fiscalYear ?? "year unknown", who, unit].join(", ");
}

function pageLine({ page, width, height, kind, glyphs, hiddenGlyphs, rules, images }: InspectedPage): string {
  const size = `${width}×${height}`.padStart(10);
  const counts = [glyphs, hiddenGlyphs, rules, images].map((count, i) => String(count).padStart([8, 6, 5, 6][i] ?? 0));
  return `${String(page).padStart(4)}  ${size}  ${kind.padEnd(5)} ${counts.join("  ")}`;
}

/** One line for each table, its columns under those of all others. */
function tableRows(pages: readonly InspectedPage[]): Map<InspectedTable, string> {
  const tables = [...new Set(pages.flatMap((page) => page.tables))];
  const cells = tables.map((table) => [
    table.id,
    table.title === null ? "no title" : titled(table.title),
    `${table.rows} × ${table.columns}`,
    table.method,
    headerCell(table),
    pagesCell(table),
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map((i) => Math.max(0, ...cells.map((row) => displayWidth(row[i] ?? ""))));
  return new Map(
    tables.map((table, at) => [
      table,
      (cells[at] ?? [])
        .map((cell, i) => padToWidth(cell, widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    ]),
  );
}

function headerCell({ headerRows, headerScore, repeatedHeaderRows }: InspectedTable): string {
  const repeated = repeatedHeaderRows > 0 ? `${repeatedHeaderRows} repeated` : "";
  if (headerRows === null || headerScore === null) return repeated;
  return [`header of ${headerRows}, ${Math.round(headerScore * 100)} %`, repeated]
    .filter((text) => text !== "")
    .join(", ");
}

function pagesCell({ pages: [first, last] }: InspectedTable): string {
  return first === last ? `p. ${first}` : `pp. ${first}–${last}`;
}

function coverageLine({ glyphs, ...places }: Inspection["coverage"]): string {
  const counts = Object.entries(places).map(([place, count]) => `${count} in ${place}`);
  return `coverage  ${glyphs} glyphs: ${counts.join(", ").replace("in unplaced", "unplaced")}`;
}

function quoted(text: string): string {
  return `“${cut(text)}”`;
}

/** Titles hold quotation marks of their own (“三公”经费): they stand in the marks of titles. */
function titled(text: string): string {
  return `《${cut(text)}》`;
}

function cut(text: string): string {
  return displayWidth(text) <= LONGEST_QUOTE ? text : `${takeWidth(text, LONGEST_QUOTE)}…`;
}
