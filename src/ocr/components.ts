/** A region of touching pixels over a threshold; x1 and y1 are exclusive. */
export interface Region {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Pixels in it. */
  readonly size: number;
  /** Mean of their values. */
  readonly mean: number;
}
/** Regions of 8-connected pixels whose value is at least the threshold, in order of their first pixel. */
export function components(
  values: Float32Array | Uint8Array,
  width: number,
  height: number,
  threshold: number,
): Region[] {
  const runs: Run[] = [];
  let above: Run[] = [];
  for (let y = 0; y < height; y++) {
    const row: Run[] = [];
    for (let x = 0; x < width; x++) {
      if ((values[y * width + x] ?? 0) < threshold) continue;
      const x0 = x;
      let sum = 0;
      for (; x < width && (values[y * width + x] ?? 0) >= threshold; x++) sum += values[y * width + x] ?? 0;
      const run: Run = { x0, x1: x, y, sum, parent: null };
      for (const other of above) if (other.x0 <= run.x1 && run.x0 <= other.x1) join(other, run);
      row.push(run);
    }
    runs.push(...row);
    above = row;
  }
  const regions = new Map<Run, { x0: number; y0: number; x1: number; y1: number; size: number; sum: number }>();
  for (const run of runs) {
    const root = rootOf(run);
    const region = regions.get(root);
    const size = run.x1 - run.x0;
    if (region === undefined) {
      regions.set(root, { x0: run.x0, y0: run.y, x1: run.x1, y1: run.y + 1, size, sum: run.sum });
      continue;
    }
    region.x0 = Math.min(region.x0, run.x0);
    region.x1 = Math.max(region.x1, run.x1);
    region.y1 = run.y + 1;
    region.size += size;
    region.sum += run.sum;
  }
  return [...regions.values()].map(({ sum, ...region }) => ({ ...region, mean: sum / region.size }));
}

interface Run {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly sum: number;
  parent: Run | null;
}

function rootOf(run: Run): Run {
  let root = run;
  while (root.parent !== null) root = root.parent;
  for (let node = run; node.parent !== null; ) {
    const next: Run = node.parent;
    node.parent = root;
    node = next;
  }
  return root;
}

function join(a: Run, b: Run): void {
  const first = rootOf(a);
  const second = rootOf(b);
  if (first !== second) second.parent = first;
}
