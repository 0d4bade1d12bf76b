/** Pages of a PDF as small pictures. */
import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { openPdf } from "../pdf/index.js";
import type { ReportPage } from "./data.js";

export interface PagePicture extends ReportPage {
  /** WebP; null where the page cannot be drawn. */
  readonly picture: Uint8Array | null;
}

type Attempt = readonly [dpi: number, quality: number];

/** Bytes that pictures may take per page: 30 pages stay under 5 MB as base64, with the data beside them. */
const BYTES_PER_PAGE = 100_000;
/** Tried one after the other until a page fits: dots per inch, and WebP's quality. Text of 7 pt can be read in the last. */
const ATTEMPTS: readonly [Attempt, ...Attempt[]] = [
  [130, 75],
  [110, 60],
  [90, 40],
  [72, 25],
];

/** Each further attempt's width of the one before. */
const SHRINK = 0.7;

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

/** Pages that are drawn when they are asked for, one at a time. Close it. */
export interface Pictures {
  readonly pages: readonly ReportPage[];
  /** WebP; null where there is no such page, or it cannot be drawn. */
  picture(number: number): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** @throws {JuesuanError} as openPdf */
export async function openPictures(bytes: Uint8Array, { password }: PictureOptions = {}): Promise<Pictures> {
  const pdf = await openPdf(bytes, { password });
  const pages: ReportPage[] = [];
  for (let number = 1; number <= pdf.pageCount; number++) {
    const size = await pdf.size(number).catch(() => UNKNOWN_SIZE);
    pages.push({ number, ...size, hasPicture: true });
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    pages,
    picture(number) {
      const next = last.then(async () => {
        if (!(number >= 1 && number <= pdf.pageCount)) return null;
        return (await drawPage(pdf, number)).picture;
      });
      last = next.catch(() => {});
      return next;
    },
    close: () => pdf.close(),
  };
}

/** A4, pt, of a page that cannot be read. */
const UNKNOWN_SIZE = { width: 595, height: 842 };

/** The page is drawn once, then made smaller until it fits. */
async function drawPage(pdf: Awaited<ReturnType<typeof openPdf>>, number: number): Promise<PagePicture> {
  const bitmap = await pdf.bitmap(number, ATTEMPTS[0][0]).catch(() => null);
  if (!bitmap) return { number, ...UNKNOWN_SIZE, hasPicture: false, picture: null };
  const { width, height, data, scale } = bitmap;
  const drawn = createCanvas(width, height);
  drawn.getContext("2d").putImageData(new ImageData(data, width, height), 0, 0);
  const picture = await fitting(drawn);
  return { number, width: width / scale, height: height / scale, hasPicture: true, picture };
}

/** A photograph or a poster may need less than the last of the attempts: of it at least a shape is seen. */
export async function fitting(drawn: Canvas): Promise<Uint8Array> {
  let picture: Uint8Array = new Uint8Array();
  for (const [dpi, quality] of ATTEMPTS) {
    picture = await smaller(drawn, dpi / ATTEMPTS[0][0]).encode("webp", quality);
    if (picture.length <= BYTES_PER_PAGE) return picture;
  }
  const [dpi, quality] = ATTEMPTS[ATTEMPTS.length - 1] ?? ATTEMPTS[0];
  let share = dpi / ATTEMPTS[0][0];
  while (picture.length > BYTES_PER_PAGE && drawn.width * share > 1) {
    share *= SHRINK;
    picture = await smaller(drawn, share).encode("webp", quality);
  }
  return picture;
}

function smaller(drawn: Canvas, share: number): Canvas {
  if (share === 1) return drawn;
  const [width, height] = [drawn.width, drawn.height].map((side) => Math.max(1, Math.round(side * share)));
  const canvas = createCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  return canvas;
}
