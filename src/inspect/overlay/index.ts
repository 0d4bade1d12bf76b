/** Pictures of pages with what was found drawn over them: rules, cells, header, keys of the columns. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createCanvas, ImageData } from "@napi-rs/canvas";
import { strayAmounts } from "../../disclosure/coverage.js";
import { JuesuanError, type Page } from "../../model/index.js";
import { ioError } from "../../output/io-error.js";
import { writeWhole } from "../../output/write-whole.js";
import { hasChineseFont, latinFont, openPdf, type PdfDocument } from "../../pdf/index.js";
import type { Reading } from "../../pipeline.js";
import { inspectedTables } from "../describe.js";
import { type Drawn, drawPage } from "./draw-page.js";

/** Resolution of the pictures, dots per inch. */
const DPI = 110;

export interface OverlayOptions {
  /** Only these of the pages that were read. */
  readonly only?: ReadonlySet<number> | undefined;
  readonly password?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told, in one line, what the pictures lack. */
  readonly onNotice?: ((line: string) => void) | undefined;
}

/**
 * Writes page-001.png … into the folder for every page that was read; each file is whole or not there.
 * @returns the files
 * @throws {JuesuanError} io, aborted
 */
export async function drawOverlays(reading: Reading, folder: string, options: OverlayOptions): Promise<string[]> {
  const drawn: Drawn = {
    tables: inspectedTables(reading),
    flow: reading.flow,
    unplaced: new Set([...strayAmounts(reading.flow)].filter((block) => !reading.forms.captions.has(block))),
    font: await latinFont(),
  };
  if (!(await hasChineseFont())) {
    options.onNotice?.("no Chinese font on this machine: text without a font of its own in the PDF is drawn as boxes");
  }
  // Opened again: the reading's document has its fonts masked and cannot be drawn.
  const pdf = await openPdf(reading.file.bytes, { password: options.password, fileName: reading.file.name });
  const digits = Math.max(3, String(reading.pageCount).length);
  const files: string[] = [];
  try {
    await mkdir(folder, { recursive: true }).catch((error) => {
      throw ioError(error, folder);
    });
    for (const page of reading.pages) {
      if (options.only && !options.only.has(page.number)) continue;
      if (options.signal?.aborted) {
        throw new JuesuanError("aborted", "stopped on request", { cause: options.signal.reason });
      }
      const file = join(folder, `page-${String(page.number).padStart(digits, "0")}.png`);
      await writeWhole(file, await picture(pdf, page, drawn));
      files.push(file);
    }
    return files;
  } finally {
    await pdf.close();
  }
}

async function picture(pdf: PdfDocument, page: Page, drawn: Drawn): Promise<Uint8Array> {
  const bitmap = await pdf.bitmap(page.number, DPI).catch(() => null);
  // What was read is worth a picture even where the page itself cannot be drawn.
  const scale = bitmap?.scale ?? DPI / 72;
  const width = bitmap?.width ?? Math.max(1, Math.ceil(page.width * scale));
  const height = bitmap?.height ?? Math.max(1, Math.ceil(page.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  if (bitmap) context.putImageData(new ImageData(bitmap.data, width, height), 0, 0);
  context.scale(scale, scale);
  drawPage(context, page, drawn);
  return canvas.encode("png");
}
