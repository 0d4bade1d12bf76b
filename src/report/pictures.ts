/** Pages of a PDF as small pictures. */
import { createCanvas, ImageData } from "@napi-rs/canvas";
import { openPdf } from "../pdf/index.js";
import type { ReportPage } from "./data.js";

export interface PagePicture extends ReportPage {
  /** WebP; null where the page cannot be drawn. */
  readonly picture: Uint8Array | null;
}

/** Bytes that pictures may take per page: 30 pages stay under 5 MB as base64, with the data beside them. */
const BYTES_PER_PAGE = 100_000;
/** Tried one after the other until a page fits: dots per inch, and WebP's quality. Text of 7 pt can be read in the last. */
const ATTEMPTS: readonly (readonly [dpi: number, quality: number])[] = [
  [130, 75],
  [110, 60],
  [90, 40],
  [72, 25],
];

export interface PictureOptions {
  readonly password?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((page: number, pages: number) => void) | undefined;
}

/** One page after the other. @throws {JuesuanError} as openPdf */
export async function* drawPages(bytes: Uint8Array, options: PictureOptions = {}): AsyncGenerator<PagePicture> {
  const pdf = await openPdf(bytes, { password: options.password });
  try {
    for (let number = 1; number <= pdf.pageCount; number++) {
      options.signal?.throwIfAborted();
      yield await drawPage(pdf, number);
      options.onProgress?.(number, pdf.pageCount);
    }
  } finally {
    await pdf.close();
  }
}

async function drawPage(pdf: Awaited<ReturnType<typeof openPdf>>, number: number): Promise<PagePicture> {
  let last: PagePicture = { number, width: 595, height: 842, hasPicture: false, picture: null };
  for (const [dpi, quality] of ATTEMPTS) {
    const bitmap = await pdf.bitmap(number, dpi).catch(() => null);
    if (!bitmap) break;
    const { width, height, data, scale } = bitmap;
    const canvas = createCanvas(width, height);
    canvas.getContext("2d").putImageData(new ImageData(data, width, height), 0, 0);
    const picture = await canvas.encode("webp", quality);
    last = { number, width: width / scale, height: height / scale, hasPicture: true, picture };
    if (picture.length <= BYTES_PER_PAGE) break;
  }
  return last;
}
