/** Pages without usable text → the same pages as the text layer gives, with a confidence for each glyph. */
export type { PageBitmap } from "./bitmap.js";
export type { LineKind, LineReading, OcrEngine, ReadCharacter } from "./engine.js";
export { type EngineName, loadEngine, type OpenedEngine, openEngine } from "./engines.js";
export { type OcrNeed, ocrNeed } from "./needs/index.js";
export { type PageInfo, readScannedPage, type ScannedPage } from "./read-page.js";
export { countVotes, readAgain, type Vote } from "./second-reading.js";
export { type DrawnPage, type Ocr, type OcrOptions, openOcr } from "./session.js";
