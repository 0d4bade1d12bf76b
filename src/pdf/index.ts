export { hasChineseFont, latinFont } from "./canvas-text.js";
export { type OpenOptions, openPdf, type PdfDocument } from "./document.js";
export type { OwnImage } from "./own-image.js";
export type { Bitmap } from "./render.js";
