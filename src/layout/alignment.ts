/** Tables without vertical rules: found by horizontal rules or by the alignment of their text, cells by column and row alignment. */
import type { Glyph, Rule } from "../model/index.js";
import { type HeadTexts, headTexts, leafTexts, unprintedRules } from "./aligned-header.js";
import { columnEdges, columnOf, NARROWEST_GAP, project, type Span, underLeaves } from "./columns.js";
import { type HeaderCell, headerCells } from "./header-band.js";
import { headerBottom } from "./header-bottom.js";
import type { Stretch } from "./header-texts.js";
import { type GridPart, type PartCell, partCell } from "./part.js";
import { groupRows, type Strip } from "./rows.js";
import { type Segment, segments } from "./strips.js";

/** Gap inside one printed text of a body row, font sizes: a wider one may part two columns (safe 0.15–0.3). */
const ATOM_GAP = 0.2;

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
  const header = headTexts(head, stretches);
  const columns = region.columns ?? findColumns(region, stretches, header);
  if (columns.length < 2) return null;
  const xs = columnEdges(columns, region.left, region.right);
  const rules = [...region.rules, ...unprintedRules(region, header, xs, headerEnd)].sort((a, b) => a.at - b.at);
  const all = [...header.texts, ...header.numbers];
  const cells = all.length > 0 ? headerCells(all, columns, rules, region.top, headerEnd) : [];
  const rows = groupRows(body).map((group) => group.flatMap((i) => body[i] ?? []));
  return { columns, part: assemble(region, xs, cells, headerEnd, rows) };
}

/** Words that reach over a column of numbers are a label over several columns while they are at most this share of its texts. */
const FEW = 0.15;

/** The extents that the body's text occupies, left to right; texts that bridge columns left out. */
function occupied(body: readonly Strip[]): Stretch[] {
  const all = body.flatMap((strip) => segments(strip, ATOM_GAP, true));
  const numbers = all.filter((atom) => atom.numeric);
  const bridges = new Set<Segment>();
  for (const column of project(numbers)) {
    const own = numbers.filter((atom) => atom.x0 < column.x1 && atom.x1 > column.x0);
    const reaches = (atom: Segment) => atom.x0 < column.x1 + NARROWEST_GAP && atom.x1 > column.x0 - NARROWEST_GAP;
    const words = all.filter((atom) => !atom.numeric && reaches(atom));
    if (words.length <= FEW * own.length) for (const word of words) bridges.add(word);
  }
  const atoms = all.filter((atom) => !bridges.has(atom));
  return project(atoms).map((span) => ({
    ...span,
    numeric: atoms.every((atom) => atom.numeric || atom.x1 <= span.x0 || atom.x0 >= span.x1),
  }));
}

/** Column extents: the body's stretches sorted under the header's leaves; a leaf over nothing is a blank column. */
function findColumns(region: Region, stretches: readonly Stretch[], header: HeadTexts): readonly Span[] {
  const leaves = project([...leafTexts(header, stretches, region.rules), ...header.numbers]);
  if (leaves.length < 2) return stretches;
  const blank = () => leaves.filter((leaf) => !stretches.some((s) => s.x0 < leaf.x1 && s.x1 > leaf.x0));
  return underLeaves(stretches, leaves) ?? project([...stretches, ...blank()]);
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
      for (const atom of segments(strip, ATOM_GAP, true)) perColumn[columnOf(xs, atom)]?.push(...atom.glyphs);
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
