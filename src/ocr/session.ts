import type { Box, Page, PageProblem, Reading } from "../model/index.js";
import type { PageBitmap } from "./bitmap.js";
import type { LineKind, OcrEngine } from "./engine.js";
import { type EngineName, openEngine } from "./engines.js";
import { toPt } from "./frame.js";
import { type PagePrint, pagePrint } from "./likeness/index.js";
import { type OcrNeed, ocrNeed } from "./needs/index.js";
import { type Prepared, preparePage } from "./prepare/index.js";
import type { Quarter } from "./prepare/rotate.js";
import { readScannedPage } from "./read-page.js";
import { cropBitmap, mergeRegion } from "./regions.js";
import { hasInk, readAgain } from "./second-reading.js";

/** A page drawn by the PDF room: RGBA, `scale` pixels to the pt. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  readonly scale: number;
}

export interface OcrOptions {
  /** `auto`: pages that need it; `force`: all; `off`: none. */
  readonly mode: "auto" | "off" | "force";
  /** The first that loads, when absent. */
  readonly engine?: EngineName | undefined;
  /** The picture that a page consists of, where it is one; the page is drawn where it is none. */
  readonly image?: (page: number) => PageBitmap | null;
  /** Draws a page of the document at a resolution. */
  readonly draw: (page: number, dpi: number) => Promise<DrawnPage>;
}

/** What is kept of a page's picture. */
type Picture = Pick<Prepared, "clean" | "stamped" | "stamps" | "frame">;

/** Reads a document's scanned pages. Engines are loaded once, and only when a page needs them. Close it. */
export interface Ocr {
  /** What the page needs (also under `off`, for `inspect`). */
  readonly need: (page: Page) => OcrNeed;
  /** The page as read from its picture, or in part; the same page where it needs nothing. Never throws: see its problems. */
  readonly read: (page: Page) => Promise<Page>;
  /**
   * Reads a cell again with the other engine and at other sizes; `lines` are the boxes of its lines on the page as read.
   * Stops when `enough` says so; the first engine alone reads when the second cannot be loaded.
   */
  readonly again: (
    page: Page,
    lines: readonly Box[],
    kind: LineKind,
    enough?: (readings: readonly Reading[]) => boolean,
  ) => Promise<Reading[]>;
  /** Whether a grey stamp lies over a box of a page that was read: what is read there is doubtful. */
  readonly isCovered: (page: Page, box: Box) => boolean;
  readonly close: () => Promise<void>;
}

/** Resolution for pages that are drawn, not scanned, dpi; what the networks were measured with. */
const DRAWN_DPI = 200;
/** Scans are read at their own resolution within these, dpi. */
const LOWEST_DPI = 100;
const HIGHEST_DPI = 300;
/** Pictures of tables kept for a second look: 4 to 8 MB each at 200 dpi; further pages are drawn again. */
const MOST_PICTURES = 12;
/** A picture holds a table from this many rules in each direction. */
const TABLE_RULES = 3;

export function openOcr(options: OcrOptions): Ocr {
  const engines = new Map<EngineName | "first", Promise<{ engine: OcrEngine; problems: readonly string[] }>>();
  const engineOf = (name: EngineName | undefined) => {
    const key = name ?? "first";
    const opened = engines.get(key) ?? openEngine(name);
    engines.set(key, opened);
    return opened;
  };
  const turns = new Map<number, Quarter>();
  const stamped = new Map<number, Box[]>();
  let told = false;
  /**
   * Pictures by page. Cells are asked for from the first page on when all are read: where there are too many, the newest makes
   * room (were it the oldest, each page would be gone when its turn comes).
   */
  const pictures = new Map<number, Picture>();
  const keep = (page: number, { clean, stamped, stamps, frame }: Prepared): Picture => {
    const newest = [...pictures.keys()].at(-1);
    if (pictures.size >= MOST_PICTURES && newest !== undefined) pictures.delete(newest);
    const picture = { clean, stamped, stamps, frame };
    pictures.set(page, picture);
    return picture;
  };
  const prints = new WeakMap<Picture, PagePrint>();
  const printOf = (page: Page, picture: Picture): PagePrint => {
    const print = prints.get(picture) ?? pagePrint(page, picture);
    prints.set(picture, print);
    return print;
  };
  const first = async (): Promise<{ engine: OcrEngine; problems: PageProblem[] }> => {
    const { engine, problems } = await engineOf(options.engine);
    const news = told ? [] : problems.map((message) => ({ rule: "ocr.engine", message }));
    told = true;
    return { engine, problems: news };
  };
  const bitmapOf = async (page: Page): Promise<PageBitmap> => {
    const dpi = dpiOf(page);
    const own = dpi > LOWEST_DPI && dpi < HIGHEST_DPI ? (options.image?.(page.number) ?? null) : null;
    if (own !== null) return own;
    const { width, height, data, scale } = await options.draw(page.number, dpi);
    return { width, height, channels: 4, data, box: [0, 0, width / scale, height / scale] };
  };
  const need = (page: Page): OcrNeed =>
    options.mode === "force" ? { kind: "page", reason: "OCR is forced" } : ocrNeed(page);

  const readWhole = async (page: Page): Promise<Page> => {
    const { engine, problems } = await first();
    const scanned = await readScannedPage(await bitmapOf(page), page, engine);
    turns.set(page.number, scanned.prepared.turned);
    stamped.set(page.number, stampBoxes(scanned.prepared));
    if (holdsTable(scanned.prepared)) keep(page.number, scanned.prepared);
    return { ...scanned.page, problems: [...page.problems, ...problems, ...scanned.page.problems] };
  };
  const readRegions = async (page: Page, regions: readonly Box[]): Promise<Page> => {
    const drawn = await bitmapOf(page);
    let merged = page;
    for (const region of regions) {
      const part = cropBitmap(drawn, region);
      // Most pictures are no tables: that is seen without an engine.
      if (!holdsTable(preparePage(part, 0))) continue;
      const { engine, problems } = await first();
      const scanned = await readScannedPage(part, page, engine);
      merged = mergeRegion({ ...merged, problems: [...merged.problems, ...problems] }, scanned.page, region);
    }
    return merged;
  };
  return {
    need,
    async read(page) {
      const wanted = options.mode === "off" ? null : need(page);
      if (wanted === null || wanted.kind === "none") return page;
      try {
        return wanted.kind === "page" ? await readWhole(page) : await readRegions(page, wanted.regions);
      } catch (error) {
        const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
        const message = `page ${page.number} could not be read by OCR: ${why}`;
        return { ...page, problems: [...page.problems, { rule: "ocr.failed", message }] };
      }
    },
    async again(page, lines, kind, enough) {
      const { engine } = await first();
      const other: EngineName = engine.name === "tesseract" ? "ppocr" : "tesseract";
      const picture =
        pictures.get(page.number) ?? keep(page.number, preparePage(await bitmapOf(page), turns.get(page.number) ?? 0));
      if (!lines.some((line) => hasInk(picture, line))) return [];
      const [only, ...others] = lines;
      const alike =
        kind === "number" && only !== undefined && others.length === 0 ? printOf(page, picture).read(only) : null;
      if (alike !== null && enough?.([alike])) return [alike];
      // Loaded only for cells that the page's own print does not settle.
      const second = await engineOf(other).catch(() => null);
      const readers = [...(second === null ? [] : [{ engine: second.engine, first: false }]), { engine, first: true }];
      const all = (rest: readonly Reading[]): Reading[] => (alike === null ? [...rest] : [alike, ...rest]);
      return all(await readAgain(picture, lines, kind, readers, (rest) => enough?.(all(rest)) ?? false));
    },
    isCovered: (page, [x0, y0, x1, y1]) =>
      (stamped.get(page.number) ?? []).some((box) => box[0] < x1 && box[2] > x0 && box[1] < y1 && box[3] > y0),
    async close() {
      for (const opened of engines.values()) await opened.then(({ engine }) => engine.close()).catch(() => {});
      engines.clear();
    },
  };
}

function holdsTable({ rules }: Prepared): boolean {
  return (["h", "v"] as const).every((axis) => rules.filter((rule) => rule.axis === axis).length >= TABLE_RULES);
}

/** Where a page's grey stamps lie, pt. */
function stampBoxes({ stamps, frame }: Prepared): Box[] {
  return stamps.map(({ box }) => {
    const [from, to] = [toPt(frame, box.x0, box.y0), toPt(frame, box.x1, box.y1)];
    return [from.x, from.y, to.x, to.y];
  });
}

/** A scan's own resolution, as far as its largest image tells. */
function dpiOf(page: Page): number {
  const widest = page.images.reduce((best, image) => Math.max(best, image.box[2] - image.box[0]), 0);
  const image = page.images.find(({ box }) => box[2] - box[0] === widest);
  if (image === undefined || widest < page.width / 4) return DRAWN_DPI;
  return Math.min(HIGHEST_DPI, Math.max(LOWEST_DPI, Math.round((72 * image.width) / widest)));
}
