/**
 * Ruling lines → lattices: tables as rectangles of cells. Purely geometric; knows no text.
 * The method and its tolerances were measured on 424 ruled tables (design/ENGINE-FACTS.md).
 */
import type { Box, Rule } from "../model/index.js";
import { clusterPositions, Groups, overlap } from "./geometry.js";
import type { Rulings } from "./rulings.js";

/** Rules that come this near touch, pt (safe 0.5–2). */
const TOUCH = 2;
/**
 * Rules of one table nearer than this bound the same row or column edge, pt (safe 1.5–4: no cell is thinner): one rule with
 * joints, the two lines of a double one, the sides of two boxes with a gap between them.
 */
const SAME_EDGE = 3.5;
/** Rules beside each other bound the same edge when this share of the shorter lies along the longer. */
const ALONG = 0.5;
/** An edge between two cells is a wall when rules cover this share of it (safe 0.4–0.95). */
const WALL = 0.6;
/** An outer border may be missing: the ends of the crossing rules then stand for it when they reach out this far, pt. */
const IMPLIED_BORDER = 4;

/** Rules of one box. */
const BOX_SIDES = 4;

/** A cell as ranges of the lattice's rows and columns, ends exclusive. */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
}

export interface Lattice {
  /** Column edges, ascending, pt. */
  readonly xs: readonly number[];
  /** Row edges, ascending, pt. */
  readonly ys: readonly number[];
  /** Tile the lattice; sorted by row, then column. */
  readonly cells: readonly LatticeCell[];
}

/** Every group of touching rules that bounds at least two cells. */
export function findLattices({ h, v }: Rulings): Lattice[] {
  const rules = [...h, ...v];
  const groups = new Groups(rules.length);
  for (let i = 0; i < h.length; i++) {
    const a = h[i];
    for (let j = 0; j < v.length && a; j++) {
      const b = v[j];
      if (b && touches(a, b)) groups.join(i, h.length + j);
    }
  }
  const boxes = singleBoxes(rules, groups);
  joinDouble(h, 0, groups, boxes);
  joinDouble(v, h.length, groups, boxes);
  const lattices: Lattice[] = [];
  for (const members of components(rules, groups).values()) {
    const lattice = buildLattice(members.flatMap((i) => rules[i] ?? []));
    if (lattice) lattices.push(lattice);
  }
  return lattices.sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0) || (a.xs[0] ?? 0) - (b.xs[0] ?? 0));
}

export function latticeBox(lattice: Lattice): Box {
  return [lattice.xs[0] ?? 0, lattice.ys[0] ?? 0, lattice.xs.at(-1) ?? 0, lattice.ys.at(-1) ?? 0];
}

/** Per group its rules, as indices. */
function components(rules: readonly Rule[], groups: Groups): Map<number, number[]> {
  const members = new Map<number, number[]>();
  rules.forEach((_, i) => {
    const root = groups.find(i);
    const known = members.get(root);
    if (known) known.push(i);
    else members.set(root, [i]);
  });
  return members;
}

/** Per rule, whether it belongs to a box of its own: touching rules that make no table by themselves. */
function singleBoxes(rules: readonly Rule[], groups: Groups): boolean[] {
  const members = components(rules, groups);
  return rules.map((_, i) => (members.get(groups.find(i))?.length ?? 0) <= BOX_SIDES);
}

/** Joins parallel rules (ascending) that bound one edge, of which one at least is a box's; `first` is the group index of the first. */
function joinDouble(parallel: readonly Rule[], first: number, groups: Groups, boxes: readonly boolean[]): void {
  parallel.forEach((a, i) => {
    for (let j = i + 1; j < parallel.length; j++) {
      const b = parallel[j];
      if (!b || b.at - a.at > SAME_EDGE) break;
      const shorter = Math.min(a.to - a.from, b.to - b.from);
      const ofBox = boxes[first + i] || boxes[first + j];
      if (ofBox && overlap(a.from, a.to, b.from, b.to) >= ALONG * shorter) groups.join(first + i, first + j);
    }
  });
}

function touches(h: Rule, v: Rule): boolean {
  return v.at >= h.from - TOUCH && v.at <= h.to + TOUCH && h.at >= v.from - TOUCH && h.at <= v.to + TOUCH;
}

function buildLattice(component: readonly Rule[]): Lattice | null {
  const h = component.filter((rule) => rule.axis === "h");
  const v = component.filter((rule) => rule.axis === "v");
  if (h.length === 0 || v.length === 0) return null;
  const xs = edges(v, h);
  const ys = edges(h, v);
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  if (rows < 1 || columns < 1 || rows * columns < 2) return null;
  const cells = tile(rows, columns, (row, column, side) => {
    if (side === "right") return covered(v, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0) >= WALL;
    return covered(h, ys[row + 1] ?? 0, xs[column] ?? 0, xs[column + 1] ?? 0) >= WALL;
  });
  return cells.length < 2 ? null : { xs, ys, cells };
}

/** Edge positions along one axis, with the outer ones implied by the crossing rules' ends where no rule stands there. */
function edges(along: readonly Rule[], crossing: readonly Rule[]): number[] {
  const positions = clusterPositions(
    along.map((rule) => rule.at),
    SAME_EDGE,
  );
  const low = Math.min(...crossing.map((rule) => rule.from));
  const high = Math.max(...crossing.map((rule) => rule.to));
  if (low < (positions[0] ?? low) - IMPLIED_BORDER) positions.unshift(low);
  if (high > (positions.at(-1) ?? high) + IMPLIED_BORDER) positions.push(high);
  return positions;
}

/** Share of [from, to] that the rules at this position cover. */
function covered(rules: readonly Rule[], at: number, from: number, to: number): number {
  let length = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) > SAME_EDGE) continue;
    length += Math.max(0, overlap(rule.from, rule.to, from, to));
  }
  return to > from ? length / (to - from) : 1;
}

/** Elementary cells joined where no wall stands, as rectangles. */
export function tile(
  rows: number,
  columns: number,
  wall: (row: number, column: number, side: "right" | "below") => boolean,
): LatticeCell[] {
  const groups = new Groups(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns && !wall(row, column, "right")) groups.join(at, at + 1);
      if (row + 1 < rows && !wall(row, column, "below")) groups.join(at, at + columns);
    }
  }
  const taken = new Uint8Array(rows * columns);
  const cells: LatticeCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (taken[at]) continue;
      // The largest rectangle of this group from here, rightwards first: a group that is no rectangle falls into several.
      const root = groups.find(at);
      const free = (i: number) => !taken[i] && groups.find(i) === root;
      let columnEnd = column + 1;
      while (columnEnd < columns && free(row * columns + columnEnd)) columnEnd++;
      let rowEnd = row + 1;
      while (rowEnd < rows && spanFree(rowEnd, column, columnEnd, columns, free)) rowEnd++;
      for (let r = row; r < rowEnd; r++) taken.fill(1, r * columns + column, r * columns + columnEnd);
      cells.push({ row, column, rowEnd, columnEnd });
    }
  }
  return cells;
}

function spanFree(row: number, from: number, to: number, columns: number, free: (i: number) => boolean): boolean {
  for (let column = from; column < to; column++) if (!free(row * columns + column)) return false;
  return true;
}
