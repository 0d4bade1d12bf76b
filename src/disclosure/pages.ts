/** An open PDF → its pages, with progress, abort and page selection. */
import { JuesuanError } from "../model/error.js";
import type { Box, Page, Reading } from "../model/index.js";
import type { LineKind, Ocr } from "../ocr/index.js";
import { ocrNeed } from "../ocr/needs/index.js";
import type { PdfDocument } from "../pdf/index.js";
import { stopIfAborted } from "./source.js";

export interface Progress {
  readonly phase: string;
  /** 1-based; of `pages`. */
  readonly page: number;
  readonly pages: number;
}

export interface PageOptions {
  /** Inclusive ranges of 1-based page numbers; all pages when absent. */
  readonly pages?: readonly (readonly [first: number, last: number])[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Pages without usable text are read from their picture: never (default, while its accuracy is proved), where needed, or all. */
  readonly ocr?: "auto" | "off" | "force" | undefined;
}

export async function readPages(pdf: PdfDocument, scans: ScanReader, options: PageOptions): Promise<Page[]> {
  const numbers: number[] = [];
  for (let number = 1; number <= pdf.pageCount; number++) {
    if (!options.pages || options.pages.some(([first, last]) => number >= first && number <= last))
      numbers.push(number);
  }
  if (numbers.length === 0) {
    throw new JuesuanError("usage", `no page is left to read: the document has ${pdf.pageCount} pages; mend --pages`);
  }
  const pages: Page[] = [];
  for (const number of numbers) {
    stopIfAborted(options.signal);
    const page = await scans.read(await pdf.page(number));
    // Damage of the file as a whole is told once, with the first page that was read.
    const damage = pages.length === 0 && pdf.damage ? [{ rule: "pdf.damaged", message: pdf.damage }] : [];
    pages.push(damage.length > 0 ? { ...page, problems: [...damage, ...page.problems] } : page);
    options.onProgress?.({ phase: "read", page: pages.length, pages: numbers.length });
  }
  return pages;
}

/** Reads what needs it from the page's picture. */
export interface ScanReader {
  readonly read: (page: Page) => Promise<Page>;
  /** Reads a cell's lines again (`Ocr.again`); [] where nothing was read from pictures. */
  readonly again: (
    page: Page,
    lines: readonly Box[],
    kind: LineKind,
    enough: (readings: readonly Reading[]) => boolean,
  ) => Promise<Reading[]>;
  /** Whether a stamp lies over a box of a page that was read. */
  readonly isCovered: (page: Page, box: Box) => boolean;
  readonly close: () => Promise<void>;
}

/** OCR code is loaded with the first page that needs it. */
export function scanReader(pdf: PdfDocument, mode: "auto" | "off" | "force"): ScanReader {
  let ocr: Promise<Ocr> | undefined;
  let opened: Ocr | undefined;
  const open = async (): Promise<Ocr> => {
    const { openOcr } = await import("../ocr/index.js");
    return openOcr({
      mode,
      image: (page) => pdf.ownImage(page),
      draw: (page, dpi) => pdf.bitmap(page, dpi),
    });
  };
  return {
    async read(page) {
      if (mode === "off" || (mode === "auto" && ocrNeed(page).kind === "none")) return page;
      ocr ??= open();
      opened = await ocr;
      return opened.read(page);
    },
    async again(page, lines, kind, enough) {
      return ocr === undefined ? [] : (await ocr).again(page, lines, kind, enough);
    },
    isCovered: (page, box) => opened?.isCovered(page, box) ?? false,
    async close() {
      await (await ocr?.catch(() => undefined))?.close();
    },
  };
}
