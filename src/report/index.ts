/** One document as one HTML file: page, tables and findings side by side. */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Disclosure } from "../model/index.js";
import { buildData } from "./build.js";
import { PAGE_END, pageHead, pictureElement } from "./html.js";
import { drawPages, type PagePicture, type PictureOptions } from "./pictures.js";

export { buildData } from "./build.js";
export type { ReportData, ReportPlace, ReportRow } from "./data.js";
export { servedPage } from "./html.js";
export { type IndexRow, indexPage, indexRow } from "./index-page.js";
export { openPictures, type Pictures } from "./pictures.js";

/** @param pdf the document's bytes; without them the pages are outlines */
export async function reportHtml(disclosure: Disclosure, pdf: Uint8Array | null, options: PictureOptions = {}) {
  const drawn: PagePicture[] = [];
  if (pdf) for await (const page of drawPages(pdf, options)) drawn.push(page);
  const pages = drawn.map(({ number, width, height, hasPicture }) => ({ number, width, height, hasPicture }));
  const [first, ...others] = drawn;
  const elements = others.map(({ number, picture }) => (picture ? pictureElement(number, picture) : ""));
  return pageHead(buildData(disclosure, pdf ? pages : null), first?.picture) + elements.join("") + PAGE_END;
}

/**
 * The PDF that an output folder was read from, known by its name and its SHA-256: beside it, above it, where the command
 * runs, or in `more`, folders, or files of any name.
 */
export async function findPdf(
  folder: string,
  { file, sha256, bytes: size }: Disclosure["source"],
  more: readonly string[] = [],
): Promise<Uint8Array | null> {
  const name = basename(file);
  const folders = [...more, folder, dirname(folder), dirname(dirname(folder)), "."].map((place) => join(place, name));
  for (const path of [...more, ...folders]) {
    // Neither a pipe or a device, which may never end, nor a file that cannot be it.
    const found = await stat(path).catch(() => null);
    if (!found?.isFile() || found.size !== size) continue;
    const bytes = await readFile(path).catch(() => null);
    if (bytes && isOf(bytes, sha256)) return bytes;
  }
  return null;
}

function isOf(bytes: Uint8Array, sha256: string): boolean {
  return createHash("sha256").update(bytes).digest("hex") === sha256;
}
