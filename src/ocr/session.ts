import type { Box, Page, PageProblem, Reading } from "../model/index.js";
import type { PageBitmap } from "./bitmap.js";
import type { LineKind, OcrEngine } from "./engine.js";
import { type EngineName, openEngine } from "./engines.js";
import { type OcrNeed, ocrNeed } from "./needs/index.js";
import { type Prepared, preparePage } from "./prepare/index.js";
import type { Quarter } from "./prepare/rotate.js";
import { readScannedPage } from "./read-page.js";
import { cropBitmap, mergeRegion } from "./regions.js";
import { readAgain } from "./second-reading.js";

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
  /** Draws a page of the document at a resolution. */
  readonly draw: (page: number, dpi: number) => Promise<DrawnPage>;
}

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
  readonly close: () => Promise<void>;
}

/** Resolution for pages that are drawn, not scanned, dpi; what the networks were measured with. */
const DRAWN_DPI = 200;
/** Scans are read at their own resolution within these, dpi. */
const LOWEST_DPI = 100;
const HIGHEST_DPI = 300;
/** Pictures kept for a second look: 4 MB each at 200 dpi; of longer documents, pages are drawn again. */
const MOST_PICTURES = 12;
/** A picture in a page is a table from this many rules in each direction. */
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
  let told = false;
  /** Pictures of the pages last read, by page: cells are asked for when all pages are read. */
  const pictures = new Map<number, Pick<Prepared, "clean" | "frame">>();
  const keep = (page: number, { clean, frame }: Prepared): Pick<Prepared, "clean" | "frame"> => {
    const [oldest] = pictures.keys();
    if (pictures.size >= MOST_PICTURES && oldest !== undefined) pictures.delete(oldest);
    pictures.set(page, { clean, frame });
    return { clean, frame };
  };
  const first = async (): Promise<{ engine: OcrEngine; problems: PageProblem[] }> => {
    const { engine, problems } = await engineOf(options.engine);
    const news = told ? [] : problems.map((message) => ({ rule: "ocr.engine", message }));
    told = true;
    return { engine, problems: news };
  };
  const bitmapOf = async (page: Page): Promise<PageBitmap> => {
    const { width, height, data, scale } = await options.draw(page.number, dpiOf(page));
    return { width, height, channels: 4, data, box: [0, 0, width / scale, height / scale] };
  };
  const need = (page: Page): OcrNeed =>
    options.mode === "force" ? { kind: "page", reason: "OCR is forced" } : ocrNeed(page);

  const readWhole = async (page: Page): Promise<Page> => {
    const { engine, problems } = await first();
    const scanned = await readScannedPage(await bitmapOf(page), page, engine);
    turns.set(page.number, scanned.prepared.turned);
    keep(page.number, scanned.prepared);
    return { ...scanned.page, problems: [...page.problems, ...problems, ...scanned.page.problems] };
  };
  const readRegions = async (page: Page, regions: readonly Box[]): Promise<Page> => {
    const drawn = await bitmapOf(page);
    let merged = page;
    for (const region of regions) {
      const part = cropBitmap(drawn, region);
      // Most pictures are no tables: that is seen without an engine.
      const { rules } = preparePage(part, 0);
      if ((["h", "v"] as const).some((axis) => rules.filter((rule) => rule.axis === axis).length < TABLE_RULES))
        continue;
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
      const second = await engineOf(other).catch(() => null);
      const picture =
        pictures.get(page.number) ?? keep(page.number, preparePage(await bitmapOf(page), turns.get(page.number) ?? 0));
      const readers = [...(second === null ? [] : [{ engine: second.engine, first: false }]), { engine, first: true }];
      return readAgain(picture, lines, kind, readers, enough);
    },
    async close() {
      for (const opened of engines.values()) await opened.then(({ engine }) => engine.close()).catch(() => {});
      engines.clear();
    },
  };
}

/** A scan's own resolution, as far as its largest image tells. */
function dpiOf(page: Page): number {
  const widest = page.images.reduce((best, image) => Math.max(best, image.box[2] - image.box[0]), 0);
  const image = page.images.find(({ box }) => box[2] - box[0] === widest);
  if (image === undefined || widest < page.width / 4) return DRAWN_DPI;
  return Math.min(HIGHEST_DPI, Math.max(LOWEST_DPI, Math.round((72 * image.width) / widest)));
}
