/** One document as one HTML file: page, tables and findings side by side. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Disclosure } from "../model/index.js";
import { buildData } from "./build.js";
import { PAGE_END, pageHead, pictureElement } from "./html.js";
import { drawPages, type PagePicture, type PictureOptions } from "./pictures.js";

export { buildData } from "./build.js";

/** @param pdf the document's bytes; without them the pages are outlines */
export async function reportHtml(disclosure: Disclosure, pdf: Uint8Array | null, options: PictureOptions = {}) {
  const drawn: PagePicture[] = [];
  if (pdf) for await (const page of drawPages(pdf, options)) drawn.push(page);
  const pages = drawn.map(({ number, width, height, hasPicture }) => ({ number, width, height, hasPicture }));
  const head = pageHead(buildData(disclosure, pdf ? pages : null));
  const pictures = drawn.map(({ number, picture }) => (picture ? pictureElement(number, picture) : ""));
  return head + pictures.join("") + PAGE_END;
}

/** The PDF that an output folder was read from: beside it, above it, or where the command runs; known by its SHA-256. */
export async function findPdf(folder: string, { file, sha256 }: Disclosure["source"]): Promise<Uint8Array | null> {
  for (const place of [folder, dirname(folder), dirname(dirname(folder)), "."]) {
    const names = await readdir(place).catch((): string[] => []);
    if (!names.includes(basename(file))) continue;
    const bytes = await readFile(join(place, basename(file))).catch(() => null);
    if (bytes && isOf(bytes, sha256)) return bytes;
  }
  return null;
}

export function isOf(bytes: Uint8Array, sha256: string): boolean {
  return createHash("sha256").update(bytes).digest("hex") === sha256;
}
