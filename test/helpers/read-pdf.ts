import type { Page } from "../../src/model/index.js";
import { type OpenOptions, openPdf } from "../../src/pdf/index.js";

/** All pages of a PDF as the PDF room gives them. */
export async function readPdf(bytes: Uint8Array, options: OpenOptions = {}): Promise<Page[]> {
  const pdf = await openPdf(bytes, options);
  try {
    const pages: Page[] = [];
    for (let number = 1; number <= pdf.pageCount; number++) pages.push(await pdf.page(number));
    return pages;
  } finally {
    await pdf.close();
  }
}

/** The first page. */
export async function readFirst(bytes: Uint8Array, options: OpenOptions = {}): Promise<Page> {
  const [page] = await readPdf(bytes, options);
  if (!page) throw new Error("the PDF has no page");
  return page;
}

/** The characters of a page in paint order. */
export function textOf(page: Page): string {
  return page.glyphs.map((glyph) => glyph.text).join("");
}
