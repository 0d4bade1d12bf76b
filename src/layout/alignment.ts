/** Tables without vertical rules: found by horizontal rules or by the alignment of their text, cells by column and row alignment. */
import type { Glyph, Rule } from "../model/index.js";
import { columnEdges, columnOf, NARROWEST_GAP, project, type Span, underLeaves } from "./columns.js";
import { type HeaderCell, headerCells } from "./header-band.js";
import { FULL, headerBottom } from "./header-bottom.js";
import { groupBlocks, headerBlocks, impliedRules, MOST_TEXTS } from "./header-groups.js";
import { joinSpread, partTexts, type Stretch } from "./header-texts.js";
import { type GridPart, type PartCell, partCell } from "./part.js";
import { groupRows, type Strip } from "./rows.js";
import { HEADER_GAP, isColumnNumbers, type Segment, segments } from "./strips.js";

/** Gap inside one printed text of a body row, font sizes: a wider one may part two columns (safe 0.15–0.3). */
const ATOM_GAP = 0.2;

/** A rule this near to the header's edge is the edge, pt. */
const EDGE = 2;

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

interface HeadTexts {
  readonly texts: readonly Segment[];
  /** The row of column numbers, where the header ends with one. */
  readonly numbers: readonly Segment[];
}

function headTexts(head: readonly Strip[], stretches: readonly Stretch[]): HeadTexts {
  const last = head.at(-1);
  const numbers = last && isColumnNumbers(last) ? last : null;
  const lines = head.filter((strip) => strip !== numbers).map((strip) => segments(strip, HEADER_GAP));
  const texts = lines.flat().length > MOST_TEXTS ? lines.flat() : joinSpread(lines);
  const counted = numbers ? segments(numbers, HEADER_GAP) : [];
  return { texts: partTexts(texts, withBlank(stretches, counted)), numbers: counted };
}

/** The stretches, with the columns that print nothing but their number: no stretch of numbers is nearest to it. */
function withBlank(stretches: readonly Stretch[], row: readonly Segment[]): Stretch[] {
  const numbers = row.filter((segment) => segment.numeric);
  const off = (s: Span, n: Span) => Math.abs(s.x0 + s.x1 - n.x0 - n.x1);
  const counted = new Set(
    stretches
      .filter((stretch) => stretch.numeric)
      .map((stretch) =>
        numbers.reduce((best, n) => (off(stretch, n) < off(stretch, best) ? n : best), numbers[0] as Span),
      ),
  );
  const blank = numbers.filter((n) => !counted.has(n) && !stretches.some((s) => s.x0 < n.x1 && s.x1 > n.x0));
  return [...stretches, ...blank].sort((a, b) => a.x0 - b.x0);
}

/** Words that reach over a column of numbers are a label over several columns while they are at most this share of its texts. */
const FEW = 0.15;

/** The extents that the body's text occupies, left to right; texts that bridge columns left out. */
function occupied(body: readonly Strip[]): Stretch[] {
  const all = body.flatMap((strip) => segments(strip, ATOM_GAP));
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
function findColumns(region: Region, stretches: readonly Stretch[], { texts, numbers }: HeadTexts): readonly Span[] {
  const leaves = project([...leafTexts(texts, stretches, region.rules), ...numbers]);
  if (leaves.length < 2) return stretches;
  const blank = () => leaves.filter((leaf) => !stretches.some((s) => s.x0 < leaf.x1 && s.x1 > leaf.x0));
  return underLeaves(stretches, leaves) ?? project([...stretches, ...blank()]);
}

/** Header texts with no rule and no other text between them and the header's foot. */
function leafTexts(texts: readonly Segment[], stretches: readonly Span[], rules: readonly Rule[]): Span[] {
  if (texts.length > MOST_TEXTS) return [...texts];
  const blocks = headerBlocks(texts);
  const groups = groupBlocks(blocks, stretches);
  const lowest = Math.max(...blocks.map((block) => block.y1));
  return blocks.filter((block) => {
    const middle = (block.x0 + block.x1) / 2;
    const ruled = rules.some((r) => r.at > block.y1 - EDGE && r.at < lowest && r.from <= middle && r.to >= middle);
    return !ruled && !groups.has(block);
  });
}

/** Rules that the header leaves out: above its column numbers, and below each text over several columns. */
function unprintedRules(region: Region, header: HeadTexts, edges: readonly number[], foot: number): Rule[] {
  const inner = region.rules.filter((rule) => rule.at > region.top + EDGE && rule.at < foot - EDGE);
  const lowest = Math.max(...header.texts.map((text) => text.y));
  const numbersAt = header.numbers[0]?.y ?? foot;
  const width = region.right - region.left;
  const above = inner.filter((rule) => rule.at > lowest && rule.at < numbersAt);
  const parted = header.numbers.length === 0 || above.reduce((sum, r) => sum + r.to - r.from, 0) >= FULL * width;
  const at = (lowest + numbersAt) / 2;
  const line: Rule[] = parted ? [] : [{ axis: "h", at, from: edges[0] ?? 0, to: edges.at(-1) ?? 0 }];
  return inner.some((rule) => rule.at < lowest)
    ? line
    : [...line, ...impliedRules(headerBlocks(header.texts), edges, at)];
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
