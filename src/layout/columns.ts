/** Columns from the alignment of text, where no vertical rule says so. */

export interface Span {
  readonly x0: number;
  readonly x1: number;
}

/** A strip of white this wide that runs through every row parts two columns, pt (safe 0.5–1.5: right-aligned amounts stand 2 pt from the next label). */
export const NARROWEST_GAP = 0.8;

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

/** Two columns of numbers under one header text: dearer than any distance. */
const TWO_NUMBERS = 1e6;
/** Numbers are set to the right of their header's middle more often than to the left of it. */
const RIGHT_ALIGNED = 0.7;

/**
 * Stretches of body text → the header's leaves, in order: each stretch goes to the leaf it stands under or nearest to, two
 * stretches of numbers never to the same leaf. Both lists ascend.
 * @returns one column per leaf: its own extent with that of its stretches; null where two numbers would share a leaf, for
 * then the leaves were misread
 */
export function underLeaves(
  stretches: readonly (Span & { numeric: boolean })[],
  leaves: readonly Span[],
): Span[] | null {
  const n = stretches.length;
  const k = leaves.length;
  // best[i][l]: least cost with stretch i under leaf l.
  const best = stretches.map(() => new Array<number>(k).fill(Number.POSITIVE_INFINITY));
  const from = stretches.map(() => new Array<number>(k).fill(0));
  stretches.forEach((stretch, i) => {
    for (let l = 0; l < k; l++) {
      const own = distance(stretch, leaves[l]);
      if (i === 0) {
        (best[i] ?? [])[l] = own;
        continue;
      }
      for (let before = 0; before <= l; before++) {
        const clash = before === l && stretch.numeric && stretches[i - 1]?.numeric ? TWO_NUMBERS : 0;
        const total = (best[i - 1]?.[before] ?? 0) + own + clash;
        if (total < (best[i]?.[l] ?? 0)) {
          (best[i] ?? [])[l] = total;
          (from[i] ?? [])[l] = before;
        }
      }
    }
  });
  const columns = leaves.map((leaf) => ({ x0: leaf.x0, x1: leaf.x1, body: [] as Span[] }));
  let leaf = argmin(best[n - 1] ?? []);
  if ((best[n - 1]?.[leaf] ?? 0) >= TWO_NUMBERS) return null;
  for (let i = n - 1; i >= 0; i--) {
    const stretch = stretches[i];
    if (stretch) columns[leaf]?.body.unshift(stretch);
    leaf = from[i]?.[leaf] ?? 0;
  }
  // Where it has body text, a column is as wide as that: headers may reach over their neighbours.
  const extents = columns.map(({ x0, x1, body }) =>
    body.length > 0 ? { x0: body[0]?.x0 ?? x0, x1: body.at(-1)?.x1 ?? x1 } : { x0, x1 },
  );
  return extents.map((extent, i) => ({
    x0: Math.max(Math.min(extent.x0, columns[i]?.x0 ?? extent.x0), extents[i - 1]?.x1 ?? Number.NEGATIVE_INFINITY),
    x1: Math.min(Math.max(extent.x1, columns[i]?.x1 ?? extent.x1), extents[i + 1]?.x0 ?? Number.POSITIVE_INFINITY),
  }));
}

function distance(stretch: Span, leaf: Span | undefined): number {
  if (!leaf) return Number.POSITIVE_INFINITY;
  if (stretch.x0 >= leaf.x1) return RIGHT_ALIGNED * (stretch.x0 - leaf.x1);
  if (leaf.x0 >= stretch.x1) return leaf.x0 - stretch.x1;
  return 0;
}

function argmin(values: readonly number[]): number {
  let best = 0;
  values.forEach((value, i) => {
    if (value < (values[best] ?? 0)) best = i;
  });
  return best;
}
