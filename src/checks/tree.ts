import type { FormTable, TableRow } from "../model/index.js";
import { parentsByCode } from "../text/index.js";

/** A printed code row with the printed rows directly beneath it. */
export interface CodeNode {
  row: TableRow;
  children: CodeNode[];
}

/** Rows that hold figures of the document: samples of a template and fillers do not. */
export function realRows(table: FormTable): TableRow[] {
  return table.rows.filter(({ role }) => role !== "placeholder");
}

/** An item without a code belongs somewhere only when the form prints a single level, or when its own level is the highest. */
function isRootWithoutCode(row: TableRow, singleLevel: boolean): boolean {
  return row.code === null && row.role === "item" && (singleLevel || row.level === "类");
}

/**
 * The code rows of a table as a forest: a row lies beneath the nearest printed row whose code begins its own.
 * Levels that are not printed are not invented (SPEC §0.3): with 项 rows alone every row is a root.
 */
export function codeForest(table: FormTable): CodeNode[] {
  const rows = realRows(table).filter(({ role }) => role !== "total");
  const singleLevel = new Set(rows.flatMap(({ code }) => (code === null ? [] : [code.length]))).size <= 1;
  const nodes = rows.map((row): CodeNode => ({ row, children: [] }));
  const roots: CodeNode[] = [];
  // Parents may be printed after their rows: a table may list them last.
  const parents = parentsByCode(rows.map(({ code }) => code));
  for (const [at, node] of nodes.entries()) {
    if (node.row.code === null) continue;
    const parent = parents[at] ?? null;
    (parent === null ? roots : (nodes[parent]?.children ?? roots)).push(node);
  }
  for (const row of rows) if (isRootWithoutCode(row, singleLevel)) roots.push({ row, children: [] });
  return inPrintOrder(roots, new Map(table.rows.map((row, index) => [row, index])));
}

function inPrintOrder(nodes: CodeNode[], order: ReadonlyMap<TableRow, number>): CodeNode[] {
  for (const node of nodes) inPrintOrder(node.children, order);
  return nodes.sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0));
}

/** The forest's nodes, parents before children. */
export function allNodes(nodes: readonly CodeNode[]): CodeNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}

/** Rows with no printed row beneath them. */
export function leafRows(table: FormTable): TableRow[] {
  return allNodes(codeForest(table))
    .filter(({ children }) => children.length === 0)
    .map(({ row }) => row);
}
