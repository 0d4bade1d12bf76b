/** Parts of a table on consecutive pages → one grid. */
import type { Cell, Grid } from "../model/index.js";
import { squash } from "../text/index.js";
import { nearestIndex } from "./geometry.js";
import { type GridPart, partBox, toCells } from "./part.js";

/** Column edges of two pages agree within this, pt (safe 1–6). */
const SAME_COLUMN = 3;
/** Tables of one width whose inner columns drift by no more than this are one table when they have as many columns, pt. */
const DRIFT = 12;

/** Scanned sheets lie differently on the glass: a table may stand this far left or right of its first part, pt. */
const SHIFT = 30;
/** And be larger or smaller by this part: a sheet that is not flat. */
const STRETCH = 0.01;

/** Whether the part is the table's next stretch, judged by its columns (nothing visible stands between them). */
export function continues(table: readonly GridPart[], next: GridPart): boolean {
  const last = table.at(-1);
  if (!last || next.page !== last.page + 1 || last.method !== next.method) return false;
  if (last.method === "alignment") return next.continues || next.xs.length === last.xs.length;
  const known = mergedEdges(table);
  const xs = aligned(next.xs, known);
  return subset(xs, known) || subset(known, xs) || sameWithDrift(last.xs, next.xs);
}

/** Edges moved and stretched so that both outer edges come to lie on those of a table of about the same width. */
function aligned(xs: readonly number[], known: readonly number[]): readonly number[] {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const [knownLeft, knownRight] = [known[0] ?? 0, known.at(-1) ?? 0];
  const stretch = (knownRight - knownLeft) / Math.max(1, right - left);
  const shift = (knownLeft + knownRight - left - right) / 2;
  if (Math.abs(stretch - 1) > STRETCH || Math.abs(shift) > SHIFT) return xs;
  return xs.map((x) => knownLeft + (x - left) * stretch);
}

function subset(some: readonly number[], all: readonly number[]): boolean {
  const outer =
    Math.abs((some[0] ?? 0) - (all[0] ?? 0)) <= SAME_COLUMN &&
    Math.abs((some.at(-1) ?? 0) - (all.at(-1) ?? 0)) <= SAME_COLUMN;
  return outer && some.every((x) => Math.abs((all[nearestIndex(all, x)] ?? 0) - x) <= SAME_COLUMN);
}

function sameWithDrift(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? 0)) <= DRIFT);
}

/** The finest set of column edges that the parts have together. */
function mergedEdges(parts: readonly GridPart[]): readonly number[] {
  return parts.reduce<readonly number[]>((finest, part) => (part.xs.length > finest.length ? part.xs : finest), []);
}

/** One grid from the parts of one table. */
export function joinParts(parts: readonly GridPart[]): Grid {
  const edges = mergedEdges(parts);
  const cells: Cell[] = [];
  const repeatedHeaderRows: number[] = [];
  let offset = 0;
  let first: string[] | undefined;
  for (const part of parts) {
    const map = columnMap(part, edges);
    const own = toCells(part, offset, map);
    if (first) {
      const repeated = repeatedRows(first, rowKeys(part, map));
      for (let row = 0; row < repeated; row++) repeatedHeaderRows.push(offset + row);
    } else first = rowKeys(part, map);
    for (const cell of own) cells.push(cell);
    offset += part.ys.length - 1;
  }
  return {
    pageStart: parts[0]?.page ?? 1,
    pageEnd: parts.at(-1)?.page ?? 1,
    rows: offset,
    columns: edges.length - 1,
    cells,
    parts: parts.map((part) => ({ page: part.page, box: partBox(part) })),
    method: parts[0]?.method ?? "lattice",
    repeatedHeaderRows,
    source: "text",
  };
}

/** Whether the part begins with the table's own first rows: then a caption printed again above it begins no other table. */
export function repeatsHeader(table: readonly GridPart[], next: GridPart): boolean {
  const first = table[0];
  if (!first) return false;
  const edges = mergedEdges([...table, next]);
  const keys = (part: GridPart) => rowKeys(part, columnMap(part, edges));
  return repeatedRows(keys(first), keys(next)) > 0;
}

function columnMap(part: GridPart, edges: readonly number[]): number[] {
  if (part.xs.length === edges.length) return part.xs.map((_, i) => i);
  return aligned(part.xs, edges).map((x) => nearestIndex(edges, x));
}

/** How many leading rows of a part print the same as the table's first rows. Blank rows alone are no header. */
function repeatedRows(table: readonly string[], part: readonly string[]): number {
  let count = 0;
  while (count < part.length && count < table.length && part[count] === table[count]) count++;
  return part.slice(0, count).some((key) => /[^\d:|]/.test(key)) ? count : 0;
}

/** What each row of a part prints, and in which columns. */
function rowKeys(part: GridPart, columnMap: readonly number[]): string[] {
  const keys = part.ys.slice(1).map(() => "");
  for (const cell of part.cells) keys[cell.row] += `${columnMap[cell.column]}:${squash(cell.text)}|`;
  return keys;
}
