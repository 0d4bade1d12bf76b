/** Page furniture: page numbers, running heads and feet, watermarks. Told apart by where it stands and that it repeats. */
import type { Box, Glyph, Page } from "../model/index.js";
import { squash } from "../text/index.js";
import { median } from "./geometry.js";
import { toLines } from "./lines.js";

/** Share of the page's height at head and foot where running lines stand (safe 0.08–0.15). */
const MARGIN = 0.12;
/** A running line stands on at least this many pages … */
const FEWEST_PAGES = 3;
/** … and on this share of them. */
const REPEATED = 0.5;
/** Same place on another page, pt (safe 1–5). */
const SAME_PLACE = 3;
/** A watermark's letters are larger than the text by this factor. */
const WATERMARK_SIZE = 1.8;

/** Glyphs of "— 第 1234 页 —" and the like. */
const LONGEST_PAGE_NUMBER = 12;

const PAGE_NUMBER =
  /^[-—–－_~·.\s]*(?:第?\s*)?[\divxIVX０-９]{1,5}(?:\s*页)?[-—–－_~·.\s]*$|^(?:第\s*\d+\s*页\s*[,，/]?\s*)?共\s*\d+\s*页$|^第\s*\d+\s*页|^\d+\s*\/\s*\d+$/u;

/** What belongs to a table's own head, however often it repeats. */
const TABLE_FURNITURE = /单位[:：]|公开\S{0,3}表|部门[:：]/;

/** For each page, which of its glyphs are furniture. `tables` are the boxes of its ruled tables: what stands in one is no running line. */
export function findFurniture(pages: readonly Page[], tables: readonly (readonly Box[])[]): Set<Glyph>[] {
  const result = pages.map((page) => new Set([...slantedGlyphs(page), ...turnedPageNumber(page)]));
  const candidates = pages.map((page, i) => {
    const upright = page.glyphs.filter((glyph) => glyph.angle === 0 && !result[i]?.has(glyph));
    const size = median(upright.map((glyph) => glyph.size));
    const low = MARGIN * page.height;
    const high = (1 - MARGIN) * page.height;
    const inTable = (g: Glyph) =>
      (tables[i] ?? []).some((b) => g.x0 >= b[0] && g.x1 <= b[2] && g.y0 >= b[1] && g.y1 <= b[3]);
    const margin = toLines(
      upright.filter((g) => (g.y1 < low || g.y0 > high) && !inTable(g)),
      page.number,
    )
      .filter((line) => !TABLE_FURNITURE.test(squash(line.text)))
      .map((line) => ({ key: squash(line.text).replace(/[\d０-９]+/g, "#"), line, watermark: false }));
    const large = toLines(
      upright.filter((g) => g.size > WATERMARK_SIZE * size && g.y0 >= low && g.y1 <= high),
      page.number,
    ).map((line) => ({ key: squash(line.text), line, watermark: true }));
    return [...margin, ...large];
  });
  const places = new Map<string, Place[]>();
  candidates.forEach((lines, page) => {
    for (const { key, line } of lines) {
      const place = { page, y: middleOf(line.box) };
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  });
  const ofSize = new Map<number, number>();
  for (const page of pages) ofSize.set(sizeOf(page), (ofSize.get(sizeOf(page)) ?? 0) + 1);
  candidates.forEach((lines, i) => {
    const page = pages[i];
    const glyphs = result[i];
    if (!page || !glyphs) return;
    for (const { key, line, watermark } of lines) {
      const alone = !watermark && isPageNumber(line.text) && standsAlone(page, line.box[1], line.box[3], line.glyphs);
      if (alone || repeats(places.get(key) ?? [], pages, middleOf(line.box), page, ofSize.get(sizeOf(page)) ?? 0)) {
        for (const glyph of line.glyphs) glyphs.add(glyph);
      }
    }
  });
  return result;
}

export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text.trim());
}

/** Slanted text is a watermark or a stamp. */
function slantedGlyphs(page: Page): Set<Glyph> {
  return new Set(page.glyphs.filter((glyph) => glyph.angle % 90 !== 0));
}

/** On a page whose content is turned, the page number often is not: it then stands sideways at one of the page's edges. */
function turnedPageNumber(page: Page): Glyph[] {
  const turned = page.glyphs.filter((glyph) => glyph.angle !== 0 && glyph.angle % 90 === 0);
  if (turned.length === 0 || turned.length > LONGEST_PAGE_NUMBER) return [];
  const [x, y] = [MARGIN * page.width, MARGIN * page.height];
  const atEdge = turned.every((g) => g.x1 < x || g.x0 > page.width - x || g.y1 < y || g.y0 > page.height - y);
  return atEdge && toLines(turned, page.number).every((line) => isPageNumber(line.text)) ? turned : [];
}

/** Nothing but this line at its height, and nothing beyond it towards the page's edge. */
function standsAlone(page: Page, y0: number, y1: number, own: readonly Glyph[]): boolean {
  const mine = new Set(own);
  const atFoot = (y0 + y1) / 2 > page.height / 2;
  return !page.glyphs.some((g) => !mine.has(g) && (atFoot ? g.y1 > y0 + 1 : g.y0 < y1 - 1));
}

/** On half of all pages, or of those of this one's size: a line breaks elsewhere on a page turned the other way. */
function repeats(places: readonly Place[], pages: readonly Page[], y: number, page: Page, ofSize: number): boolean {
  const found = new Set(
    places.filter((place) => samePlace(place.y, pages[place.page]?.height ?? 0, y, page.height)).map((p) => p.page),
  );
  const often = (count: number, among: number) => count >= FEWEST_PAGES && count >= REPEATED * among;
  if (often(found.size, pages.length)) return true;
  return often([...found].filter((i) => sizeOf(pages[i]) === sizeOf(page)).length, ofSize);
}

/** Where a text stands: which page (index) and its middle. */
interface Place {
  readonly page: number;
  readonly y: number;
}

function sizeOf(page: Page | undefined): number {
  return Math.round(page?.height ?? 0);
}

function middleOf(box: Box): number {
  return (box[1] + box[3]) / 2;
}

/** As far from the head, from the foot or from the middle, or at the same share of the height: pages differ in size. */
function samePlace(a: number, heightA: number, b: number, heightB: number): boolean {
  const near = (difference: number) => Math.abs(difference) <= SAME_PLACE;
  return (
    near(a - b) ||
    near(heightA - a - (heightB - b)) ||
    near(a - heightA / 2 - (b - heightB / 2)) ||
    near((a / heightA) * heightB - b)
  );
}
