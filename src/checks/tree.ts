import { type FormTable, oncePer, type TableRow } from "../model/index.js";
import { parentsByCode } from "../text/index.js";

/** A printed code row with the printed rows directly beneath it. */
export interface CodeNode {
  readonly row: TableRow;
  readonly children: readonly CodeNode[];
}

/** Rows that hold figures of the document: samples of a template and fillers do not. */
export const realRows = oncePer((table: FormTable): readonly TableRow[] =>
  table.rows.filter(({ role }) => role !== "placeholder"),
);

/** An item without a code belongs somewhere only when the form prints a single level, or when its own level is the highest. */
function isRootWithoutCode(row: TableRow, singleLevel: boolean): boolean {
  return row.code === null && row.role === "item" && (singleLevel || row.level === "类");
}

/**
 * The code rows of a table as a forest: a row lies beneath the nearest printed row whose code begins its own.
 * Levels that are not printed are not invented (SPEC §0.3): with 项 rows alone every row is a root.
 */
export const codeForest = oncePer((table: FormTable): readonly CodeNode[] => {
  const rows = realRows(table).filter(({ role }) => role !== "total");
  const singleLevel = new Set(rows.flatMap(({ code }) => (code === null ? [] : [code.length]))).size <= 1;
  const nodes = rows.map((row): Branch => ({ row, children: [] }));
  const roots: Branch[] = [];
  // Parents may be printed after their rows: a table may list them last.
  const parents = parentsByCode(rows.map(({ code }) => code));
  for (const [at, node] of nodes.entries()) {
    if (node.row.code === null) continue;
    const parent = parents[at] ?? null;
    (parent === null ? roots : (nodes[parent]?.children ?? roots)).push(node);
  }
  for (const row of rows) if (isRootWithoutCode(row, singleLevel)) roots.push({ row, children: [] });
  return inPrintOrder(roots, new Map(table.rows.map((row, index) => [row, index])));
});

/** A node under construction. */
interface Branch extends CodeNode {
  readonly children: Branch[];
}

function inPrintOrder(nodes: Branch[], order: ReadonlyMap<TableRow, number>): Branch[] {
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
