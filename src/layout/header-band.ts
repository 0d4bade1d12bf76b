/** The header of a table without vertical rules: which columns each header text spans. */
import type { Glyph, Rule } from "../model/index.js";
import { type Span, shareColumns } from "./columns.js";
import { overlap } from "./geometry.js";
import type { Segment } from "./strips.js";

export interface HeaderCell {
  readonly column: number;
  readonly columnEnd: number;
  readonly y0: number;
  readonly y1: number;
  readonly glyphs: readonly Glyph[];
}

interface Band {
  readonly columns: readonly [start: number, end: number];
  readonly y0: number;
  readonly y1: number;
  /** Where its texts stand: without an end where the band bounds the header, for a letter of another size may lie over that. */
  readonly from: number;
  readonly to: number;
}

/** A rule this near to the band's edge is the edge, pt. */
export const EDGE = 2;

/** Cells of the header between two full rules at y0 and y1 over the given columns (as extents). */
export function headerCells(
  texts: readonly Segment[],
  columns: readonly Span[],
  rules: readonly Rule[],
  y0: number,
  y1: number,
): HeaderCell[] {
  const inner = rules.filter((rule) => rule.axis === "h" && rule.at > y0 + EDGE && rule.at < y1 - EDGE);
  return bands(columns, inner, y0, y1).flatMap((band) => fill(band, columns, texts));
}

/** Areas bounded by rules above and below, over neighbouring columns that share both. */
function bands(columns: readonly Span[], inner: readonly Rule[], y0: number, y1: number): Band[] {
  const perColumn = columns.map((column) => {
    const middle = (column.x0 + column.x1) / 2;
    const cuts = inner.filter((rule) => rule.from <= middle && rule.to >= middle).map((rule) => rule.at);
    return [y0, ...new Set(cuts), y1];
  });
  const result: Band[] = [];
  perColumn.forEach((edges, column) => {
    for (let i = 0; i + 1 < edges.length; i++) {
      const top = edges[i] ?? 0;
      const bottom = edges[i + 1] ?? 0;
      const open = result.findIndex((b) => b.columns[1] === column && b.y0 === top && b.y1 === bottom);
      const previous = result[open];
      const from = i === 0 ? Number.NEGATIVE_INFINITY : top;
      const to = i + 2 === edges.length ? Number.POSITIVE_INFINITY : bottom;
      if (previous) result[open] = { ...previous, columns: [previous.columns[0], column + 1] };
      else result.push({ columns: [column, column + 1], y0: top, y1: bottom, from, to });
    }
  });
  return result;
}

function fill(band: Band, columns: readonly Span[], texts: readonly Segment[]): HeaderCell[] {
  const [start, end] = band.columns;
  const left = start === 0 ? Number.NEGATIVE_INFINITY : between(columns, start - 1);
  const right = end === columns.length ? Number.POSITIVE_INFINITY : between(columns, end - 1);
  const own = texts.filter((text) => {
    const x = (text.x0 + text.x1) / 2;
    return text.y >= band.from && text.y < band.to && x >= left && x < right;
  });
  const parentLine = spanningLine(own);
  if (parentLine !== null) {
    const cut = parentLine;
    return [
      ...fill({ ...band, y1: cut, to: cut }, columns, texts),
      ...fill({ ...band, y0: cut, from: cut }, columns, texts),
    ];
  }
  const stacks = stack(own);
  const ends = shareColumns(columns.slice(start, end), stacks);
  const cells: HeaderCell[] = [];
  let column = start;
  stacks.forEach((s, i) => {
    const columnEnd = Math.max(column, start + (ends[i] ?? 0));
    const previous = cells.at(-1);
    // More texts than columns: the surplus joins the last cell.
    if (columnEnd === column && previous)
      cells[cells.length - 1] = { ...previous, glyphs: [...previous.glyphs, ...s.glyphs] };
    else cells.push({ column, columnEnd, y0: band.y0, y1: band.y1, glyphs: s.glyphs });
    column = columnEnd;
  });
  for (; column < end; column++) cells.push({ column, columnEnd: column + 1, y0: band.y0, y1: band.y1, glyphs: [] });
  return cells;
}

function between(columns: readonly Span[], left: number): number {
  return ((columns[left]?.x1 ?? 0) + (columns[left + 1]?.x0 ?? 0)) / 2;
}

/** y that parts a text spanning several texts of a lower line from that line; null where none does. */
function spanningLine(texts: readonly Segment[]): number | null {
  for (const parent of texts) {
    const below = texts.filter(
      (t) => t.y > parent.y + 0.5 * parent.size && overlap(t.x0, t.x1, parent.x0, parent.x1) > 0,
    );
    const first = Math.min(...below.map((t) => t.y));
    const line = below.filter((t) => t.y - first < 0.4 * t.size);
    if (line.length >= 2) return (parent.y + first) / 2;
  }
  return null;
}

/** Lines of one header text: texts that overlap sideways belong together. Left to right. */
function stack(texts: readonly Segment[]): (Span & { glyphs: Glyph[] })[] {
  const stacks: { x0: number; x1: number; glyphs: Glyph[] }[] = [];
  for (const text of [...texts].sort((a, b) => a.x0 - b.x0)) {
    const home = stacks.find((s) => overlap(s.x0, s.x1, text.x0, text.x1) > 0);
    if (home) {
      home.x0 = Math.min(home.x0, text.x0);
      home.x1 = Math.max(home.x1, text.x1);
      home.glyphs.push(...text.glyphs);
    } else stacks.push({ x0: text.x0, x1: text.x1, glyphs: [...text.glyphs] });
  }
  return stacks;
}
