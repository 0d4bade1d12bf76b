/** Columns from the alignment of text, where no vertical rule says so. */

export interface Span {
  readonly x0: number;
  readonly x1: number;
}

/** A strip of white this wide that runs through every row parts two columns, pt (safe 0.5–1.5: right-aligned amounts stand 2 pt from the next label). */
const NARROWEST_GAP = 0.8;

/** Occupied intervals of the projection of spans onto the x axis: the columns' extents, left to right. */
export function project(spans: readonly Span[], narrowest = NARROWEST_GAP): Span[] {
  const sorted = [...spans].sort((a, b) => a.x0 - b.x0);
  const columns: { x0: number; x1: number }[] = [];
  for (const span of sorted) {
    const last = columns.at(-1);
    if (last && span.x0 - last.x1 < narrowest) last.x1 = Math.max(last.x1, span.x1);
    else columns.push({ x0: span.x0, x1: span.x1 });
  }
  return columns;
}

/** Edges between columns: the middle of each gap; the outer ones from the table's extent. */
export function columnEdges(columns: readonly Span[], left: number, right: number): number[] {
  const edges = [Math.min(left, columns[0]?.x0 ?? left)];
  for (let i = 1; i < columns.length; i++) edges.push(((columns[i - 1]?.x1 ?? 0) + (columns[i]?.x0 ?? 0)) / 2);
  edges.push(Math.max(right, columns.at(-1)?.x1 ?? right));
  return edges;
}

/** The column that holds most of the span. */
export function columnOf(edges: readonly number[], span: Span): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i + 1 < edges.length; i++) {
    const shared = Math.min(span.x1, edges[i + 1] ?? 0) - Math.max(span.x0, edges[i] ?? 0);
    if (shared > most) {
      most = shared;
      best = i;
    }
  }
  return best;
}

/**
 * Splits columns (by their middles) among texts centred over them: contiguous groups, one or more columns each, such that
 * every text stands as near as can be to the middle of its group.
 * @returns for each text the end (exclusive) of its group of columns
 */
export function shareColumns(columns: readonly Span[], texts: readonly Span[]): number[] {
  const n = columns.length;
  const k = texts.length;
  if (k === 0) return [];
  if (k >= n) return texts.map((_, i) => Math.min(i + 1, n));
  // cost[t][c]: best cost of giving the first c columns to the first t texts.
  const cost = Array.from({ length: k + 1 }, () => new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY));
  const from = Array.from({ length: k + 1 }, () => new Array<number>(n + 1).fill(0));
  const first = cost[0];
  if (first) first[0] = 0;
  for (let t = 1; t <= k; t++) {
    for (let c = t; c <= n; c++) {
      for (let start = t - 1; start < c; start++) {
        const before = cost[t - 1]?.[start] ?? Number.POSITIVE_INFINITY;
        const total = before + offCentre(columns, start, c, texts[t - 1]);
        if (total < (cost[t]?.[c] ?? 0)) {
          (cost[t] ?? [])[c] = total;
          (from[t] ?? [])[c] = start;
        }
      }
    }
  }
  const ends: number[] = [];
  let end = n;
  for (let t = k; t >= 1; t--) {
    ends.unshift(end);
    end = from[t]?.[end] ?? 0;
  }
  return ends;
}

function offCentre(columns: readonly Span[], start: number, end: number, text: Span | undefined): number {
  const left = columns[start]?.x0 ?? 0;
  const right = columns[end - 1]?.x1 ?? 0;
  const distance = (left + right) / 2 - ((text?.x0 ?? 0) + (text?.x1 ?? 0)) / 2;
  return distance * distance;
}
