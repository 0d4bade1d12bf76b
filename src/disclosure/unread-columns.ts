/** Columns of forms whose figures are printed in a way that the number grammar does not know: found, and yet not read. */
import type { Finding, FormTable } from "../model/index.js";
import { finding } from "./status.js";

/** Figures refused in a column before it counts as unread: one may be a misprint. */
const SEVERAL = 2;

/**
 * One finding per column of which more figures were refused than read; for a form of a few figures, whose columns hold
 * one each, one per form.
 * @param refused the findings of cells that are no amounts (`number.*`)
 */
export function unreadColumnFindings(tables: readonly FormTable[], refused: readonly Finding[]): Finding[] {
  const figures = refused.filter(({ rule, actual }) => rule.startsWith("number.") && /\d/.test(actual ?? ""));
  if (figures.length === 0) return [];
  return tables.flatMap((table) => {
    const ofTable = figures.filter(({ place }) => place.table === table.id);
    const columns = table.columns.flatMap(({ key }) => {
      const ofColumn = ofTable.filter(({ place }) => place.column === key);
      const read = table.rows.filter((row) => typeof row.values[key] === "string").length;
      return ofColumn.length >= SEVERAL && ofColumn.length > read
        ? [unread(table, `column ${key}`, ofColumn, read, { column: key })]
        : [];
    });
    if (columns.length > 0) return columns;
    const read = table.rows.flatMap((row) => Object.values(row.values)).filter((value) => typeof value === "string");
    return ofTable.length >= SEVERAL && ofTable.length > read.length
      ? [unread(table, "the form", ofTable, read.length, {})]
      : [];
  });
}

function unread(
  table: FormTable,
  what: string,
  refused: readonly Finding[],
  read: number,
  place: { readonly column?: string },
): Finding {
  const [first] = refused;
  const page = first?.place.page ?? table.pageStart;
  return {
    ...finding(
      "form.unread-column",
      "error",
      `${table.id}, ${what}: ${refused.length} of ${refused.length + read} printed figures were refused, the first "${first?.actual ?? ""}" (p. ${page}); take them from the page and tell the maintainers how they are printed`,
      { page, table: table.id, ...place },
    ),
    actual: first?.actual ?? null,
  };
}
