/** Where a decision is about: the cell, row or statement that it fits, or why there is none. */
import type {
  CellOverride,
  Disclosure,
  Fact,
  FormTable,
  LabelOverride,
  OverrideDocument,
  Section,
  StatementOverride,
  TableGridCell,
  TableRow,
  TextOverride,
} from "../../model/index.js";

/** What decisions are held against. */
export type Read = Pick<Disclosure, "source" | "document" | "tables" | "sections" | "performance">;

/** A string is the reason why nothing fits. */
export type Found<T> = T | string;

const shown = (printed: string) => (printed === "" ? "blank" : `"${printed}"`);
export const differs = (then: string, now: string) =>
  `${shown(then)} was printed when it was made, ${shown(now)} is printed now`;

/** Why a decision made for `then` says nothing of this document, or null. */
export function otherDocument(
  then: OverrideDocument,
  { source, document }: Pick<Read, "source" | "document">,
): string | null {
  if (then.sha256 === source.sha256) return null;
  const isSame = then.entity !== null && then.entity === document.entity && then.fiscalYear === document.fiscalYear;
  return isSame ? null : `it was made for another document (${then.entity ?? "unknown"}, ${then.fiscalYear ?? "?"})`;
}

export function findCell({ place, printed }: CellOverride, tables: readonly FormTable[]): Found<TableRow> {
  const { page, table, row, column, box } = place;
  const all = rowsOf(tables, table, row).filter((one) => Object.hasOwn(one.row.values, column));
  const there = all.filter((one) => (one.row.evidence[column]?.page ?? one.page) === page);
  if (there.length === 0) return "no such cell is on that page";
  const same = there.filter((one) => printedIn(one.row, column) === printed);
  const [first, ...others] = same;
  if (first === undefined) return differs(printed, printedIn(there[0]?.row, column));
  if (others.length === 0) return first.row;
  const exact = same.filter((one) => String(one.row.evidence[column]?.box) === String(box));
  return exact.length === 1 && exact[0] ? exact[0].row : `${same.length} cells fit`;
}

export function findRow({ place, printed }: LabelOverride, tables: readonly FormTable[]): Found<TableRow> {
  const there = rowsOf(tables, place.table, place.row).filter(({ page }) => page === place.page);
  if (there.length === 0) return "no such row is on that page";
  const same = there.filter(({ row }) => (row.label ?? "") === printed);
  if (same.length > 1) return `${same.length} rows fit`;
  return same[0]?.row ?? differs(printed, there[0]?.row.label ?? "");
}

export function findFact({ place, printed }: StatementOverride, sections: readonly Section[]): Found<Fact> {
  const there = sections.flatMap(factsIn).filter(({ path, page }) => path === place.path && page === place.page);
  if (there.length === 0) return "no such statement is on that page";
  const same = there.filter(({ quote }) => quote === printed);
  if (same.length > 1) return `${same.length} statements fit`;
  return same[0] ?? differs(printed, there[0]?.quote ?? "");
}

export function findText({ place, printed }: TextOverride, tables: readonly FormTable[]): Found<TableGridCell> {
  const { page, table, row, column, box } = place;
  const there = tables
    .filter(({ id }) => id === table)
    .flatMap(({ grid }) => grid?.cells ?? [])
    .filter((cell) => cell.page === page && cell.row === row && cell.column === column);
  if (there.length === 0) return "no such cell is on that page";
  const same = there.filter(({ text }) => text === printed);
  const [first, ...others] = same;
  if (first === undefined) return differs(printed, there[0]?.text ?? "");
  if (others.length === 0) return first;
  const exact = same.filter((cell) => String(cell.box) === String(box));
  return exact.length === 1 && exact[0] ? exact[0] : `${same.length} cells fit`;
}

function rowsOf(tables: readonly FormTable[], id: string, key: string) {
  return tables
    .filter((table) => table.id === id)
    .flatMap((table) =>
      table.rows.filter((row) => row.key === key).map((row) => ({ row, page: row.page ?? table.pageStart })),
    );
}

function printedIn(row: TableRow | undefined, column: string): string {
  return row?.evidence[column]?.text ?? "";
}

function factsIn(section: Section): Fact[] {
  return [...section.facts, ...section.sections.flatMap(factsIn)];
}
