/** Glyphs → the cells of lattices. */
import type { Box, Glyph } from "../model/index.js";
import { intervalAt } from "./geometry.js";
import { type Lattice, latticeBox } from "./lattice.js";
import { toLines } from "./lines.js";
import { numbersOf } from "./split-numbers.js";
import { type Token, toTokens } from "./tokens.js";

/** How far a glyph's middle may stand outside its table and still belong to it, pt (amounts that touch the outer rule). */
const OVERHANG = 1;

export interface Assigned {
  /** Per lattice, per cell, its glyphs. */
  readonly cells: Glyph[][][];
  /** Glyphs that stand in no lattice. */
  readonly outside: Glyph[];
}

export function assignGlyphs(glyphs: readonly Glyph[], lattices: readonly Lattice[], page: number): Assigned {
  const maps = lattices.map(cellMap);
  const cells = lattices.map((lattice) => lattice.cells.map((): Glyph[] => []));
  const inside: Glyph[][] = lattices.map(() => []);
  const outside: Glyph[] = [];
  const boxes = lattices.map(latticeBox);
  for (const glyph of glyphs) {
    const home = innermost(boxes, (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2);
    (inside[home] ?? outside).push(glyph);
  }
  lattices.forEach((lattice, i) => {
    const map = maps[i] ?? [];
    const columns = lattice.xs.length - 1;
    const cellAt = (x: number, y: number) => {
      const column = clampedInterval(lattice.xs, x);
      const row = clampedInterval(lattice.ys, y);
      return map[row * columns + column] ?? 0;
    };
    for (const line of toLines(inside[i] ?? [], page)) {
      for (const run of toTokens(line.glyphs)) {
        for (const token of numbersOf(run, lattice.xs)) {
          const whole = straddles(token, lattice, cellAt);
          for (const glyph of token.glyphs) {
            const cell = whole ?? cellAt((glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2);
            cells[i]?.[cell]?.push(glyph);
          }
        }
      }
    }
  });
  return { cells, outside };
}

const NOWHERE: Box = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];

/** The smallest box that the point lies in, by index: of a table inside a table's cell the inner one. −1 for none. */
function innermost(boxes: readonly Box[], x: number, y: number): number {
  let home = -1;
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < boxes.length; i++) {
    const [x0, y0, x1, y1] = boxes[i] ?? NOWHERE;
    const holds = x >= x0 - OVERHANG && x <= x1 + OVERHANG && y >= y0 - OVERHANG && y <= y1 + OVERHANG;
    const area = (x1 - x0) * (y1 - y0);
    if (holds && area < smallest) {
      home = i;
      smallest = area;
    }
  }
  return home;
}

function cellMap(lattice: Lattice): number[] {
  const columns = lattice.xs.length - 1;
  const map: number[] = new Array(columns * (lattice.ys.length - 1)).fill(0);
  lattice.cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.rowEnd; row++) {
      map.fill(index, row * columns + cell.column, row * columns + cell.columnEnd);
    }
  });
  return map;
}

function clampedInterval(edges: readonly number[], position: number): number {
  const at = intervalAt(edges, position);
  if (at >= 0) return at;
  return position < (edges[0] ?? 0) ? 0 : edges.length - 2;
}

/**
 * The cell that takes a token whole: a number is never cut by a wall, other text only between glyphs (where a glyph
 * itself crosses the wall the text overflows its cell). Null where every glyph goes to its own cell.
 */
function straddles(token: Token, lattice: Lattice, cellAt: (x: number, y: number) => number): number | null {
  const cellOf = (glyph: Glyph) => cellAt((glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2);
  const first = token.glyphs[0] && cellOf(token.glyphs[0]);
  if (token.glyphs.every((glyph) => cellOf(glyph) === first)) return null;
  const weights = new Map<number, number>();
  for (const glyph of token.glyphs) {
    const cell = cellOf(glyph);
    weights.set(cell, (weights.get(cell) ?? 0) + (glyph.x1 - glyph.x0));
  }
  if (!token.numeric && !token.glyphs.some((glyph) => crossesWall(glyph, lattice))) return null;
  let best: number | null = null;
  let most = -1;
  for (const [cell, weight] of weights) {
    if (weight > most) {
      best = cell;
      most = weight;
    }
  }
  return best;
}

/** A glyph crosses a wall when more than this share of its width lies on either side. */
const CROSSING = 0.15;

function crossesWall(glyph: Glyph, lattice: Lattice): boolean {
  const slack = CROSSING * (glyph.x1 - glyph.x0);
  return lattice.xs.some((x) => x > glyph.x0 + slack && x < glyph.x1 - slack);
}
