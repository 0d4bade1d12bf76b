import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { drawHanzi } from "./canvas-text.js";

/** A picture of a page: RGBA, 4 bytes a pixel, row by row from the top. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  /** Pixels per pt. */
  readonly scale: number;
}

/** Longest side of a rendered page, pixels: beyond it the resolution is lowered (memory). */
const LONGEST_SIDE = 12_000;

export async function renderPage(page: PDFPageProxy, dpi: number): Promise<Bitmap> {
  const { createCanvas } = await import("@napi-rs/canvas");
  // UserUnit scales the engine's viewport; it is divided out as everywhere (see matrix.ts).
  const unit = page.userUnit || 1;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  const longest = Math.max(x1 - x0, y1 - y0, 1);
  const scale = Math.min(dpi / 72, LONGEST_SIDE / longest);
  const viewport = page.getViewport({ scale: scale / unit });
  const width = Math.max(1, Math.ceil(viewport.width));
  const height = Math.max(1, Math.ceil(viewport.height));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  drawHanzi(context);
  // The engine's types know only the browser's canvas; @napi-rs/canvas is the one that it uses itself under Node.
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport, annotationMode: 0 }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, data, scale };
}
