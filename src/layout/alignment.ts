/** Tables without vertical rules: found by horizontal rules or by the alignment of their text, cells by column and row alignment. */
import type { Glyph, Rule } from "../model/index.js";
import { columnEdges, columnOf, project, type Span, underLeaves } from "./columns.js";
import { type HeaderCell, headerCells } from "./header-band.js";
import { partTexts, type Stretch } from "./header-texts.js";
import { type GridPart, type PartCell, partCell } from "./part.js";
import { groupRows, isAnchor, type Strip } from "./rows.js";
import { type Segment, segments } from "./strips.js";

/** Gap inside one printed text of a body row, font sizes: a wider one may part two columns (safe 0.15–0.3). */
const ATOM_GAP = 0.2;
/** Gap inside one header text, font sizes: headers are letter-spaced (safe 0.8–1.5). */
const HEADER_GAP = 1.1;

export interface Region {
  readonly page: number;
  /** Strips of the table, top to bottom. */
  readonly strips: readonly Strip[];
  /** Horizontal rules inside its extent, top to bottom. */
  readonly rules: readonly Rule[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly open: boolean;
  /** Column extents taken over from the page before; then there is no header. */
  readonly columns: readonly Span[] | null;
}

export interface AlignedPart {
  readonly part: GridPart;
  /** Column extents, for a continuation on the next page. */
  readonly columns: readonly Span[];
}

/** The region's cells. Null when its text does not fall into two or more columns. */
export function alignedPart(region: Region): AlignedPart | null {
  const headerEnd = region.columns ? region.top : headerBottom(region);
  const head = region.strips.filter((strip) => strip.y < headerEnd);
  const body = region.strips.filter((strip) => strip.y >= headerEnd);
  const stretches = occupied(body);
  const headTexts = partTexts(
    head.flatMap((strip) => segments(strip, HEADER_GAP)),
    stretches,
  );
  const columns = region.columns ?? findColumns(region, stretches, headTexts, headerEnd);
  if (columns.length < 2) return null;
  const xs = columnEdges(columns, region.left, region.right);
  const header = head.length > 0 ? headerCells(headTexts, columns, region.rules, region.top, headerEnd) : [];
  const rows = groupRows(body).map((group) => group.flatMap((i) => body[i] ?? []));
  return { columns, part: assemble(region, xs, header, headerEnd, rows) };
}

/** y where the header ends: the last full rule above the first line with a number of its own. */
function headerBottom(region: Region): number {
  const firstNumber = region.strips.find(isAnchor)?.y ?? region.bottom;
  const width = region.right - region.left;
  const full = region.rules.filter((rule) => rule.to - rule.from >= 0.9 * width && rule.at > region.top + 1);
  if (!region.strips.some(isAnchor)) {
    // An empty form: no line below the header prints more than one text (合计).
    const foot = full.find((rule) => region.strips.every((s) => s.y < rule.at || segments(s, HEADER_GAP).length < 2));
    if (foot) return foot.at;
  }
  const above = full.filter((rule) => rule.at < firstNumber && rule.at < region.bottom - 1);
  const rule = above.at(-1);
  if (rule) return rule.at;
  if (full.length > 0 || region.rules.length > 0) {
    // Ruled, but no rule under the header: everything above the first number.
    const last = region.strips.filter((strip) => strip.y < firstNumber).at(-1);
    return last ? (last.y + firstNumber) / 2 : region.top;
  }
  const last = region.strips.filter((strip) => strip.y < firstNumber).at(-1);
  return last ? (last.y1 + Math.min(firstNumber, last.y1 + last.size)) / 2 : region.top;
}

/** The extents that the body's text occupies, left to right. */
function occupied(body: readonly Strip[]): Stretch[] {
  const atoms = body.flatMap((strip) => segments(strip, ATOM_GAP));
  return project(atoms).map((span) => ({
    ...span,
    numeric: atoms.every((atom) => atom.numeric || atom.x1 <= span.x0 || atom.x0 >= span.x1),
  }));
}

/** Column extents: the body's stretches sorted under the header's leaves; a leaf over nothing is a blank column. */
function findColumns(
  region: Region,
  stretches: readonly Stretch[],
  headTexts: readonly Segment[],
  headerEnd: number,
): readonly Span[] {
  const leaves = project(leafTexts(headTexts, region.rules, headerEnd));
  return leaves.length < 2 ? stretches : underLeaves(stretches, leaves);
}

/** Header texts with no rule and no other text between them and the header's foot. */
function leafTexts(texts: readonly Segment[], rules: readonly Rule[], foot: number): Segment[] {
  return texts.filter((text) => {
    const middle = (text.x0 + text.x1) / 2;
    const ruled = rules.some((r) => r.at > text.y && r.at < foot - 2 && r.from <= middle && r.to >= middle);
    const below = texts.filter((t) => t.y > text.y + 0.5 * text.size && t.x1 > text.x0 && t.x0 < text.x1);
    return !ruled && below.length < 2;
  });
}

function assemble(
  region: Region,
  xs: readonly number[],
  header: readonly HeaderCell[],
  headerEnd: number,
  rows: readonly (readonly Strip[])[],
): GridPart {
  const headerYs = [...new Set([region.top, ...header.flatMap((cell) => [cell.y0, cell.y1])])].sort((a, b) => a - b);
  if (header.length === 0) headerYs.length = 1;
  const ys = [...headerYs];
  const start = header.length === 0 ? region.top : headerEnd;
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    const end = next ? (lowest(row) + highest(next)) / 2 : Math.max(region.bottom, lowest(row));
    ys.push(Math.max(end, (ys.at(-1) ?? start) + 0.1));
  });
  const cells: PartCell[] = header.map((cell) =>
    partCell(
      {
        row: headerYs.indexOf(cell.y0),
        rowEnd: headerYs.indexOf(cell.y1),
        column: cell.column,
        columnEnd: cell.columnEnd,
      },
      cell.glyphs,
      region.page,
    ),
  );
  const firstRow = headerYs.length - 1;
  rows.forEach((row, i) => {
    const perColumn: Glyph[][] = xs.slice(1).map(() => []);
    for (const strip of row) {
      for (const atom of segments(strip, ATOM_GAP)) perColumn[columnOf(xs, atom)]?.push(...atom.glyphs);
    }
    perColumn.forEach((glyphs, column) => {
      const at = firstRow + i;
      cells.push(partCell({ row: at, rowEnd: at + 1, column, columnEnd: column + 1 }, glyphs, region.page));
    });
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    page: region.page,
    method: "alignment",
    xs,
    ys,
    cells,
    open: region.open,
    continues: region.columns !== null,
  };
}

function lowest(row: readonly Strip[]): number {
  return Math.max(...row.map((strip) => strip.y1));
}

function highest(row: readonly Strip[]): number {
  return Math.min(...row.map((strip) => strip.y0));
}
