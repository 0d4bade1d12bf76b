import { Buffer } from "node:buffer";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Block, Worker } from "tesseract.js";
import type { Gray } from "../bitmap.js";
import { type LineReading, NUMBER_CHARACTERS, type OcrEngine, type ReadCharacter } from "../engine.js";
import { resize } from "../prepare/scale.js";

/** Only the LSTM recogniser: it keeps nothing from line to line. */
const LSTM = 1;
/** Lines lower than this are made larger first, pixels: the recogniser works on 36. */
const LOWEST = 48;

/**
 * Tesseract as WebAssembly: the second reader, and the first where the native runtime cannot load. One worker for Chinese,
 * one for numbers (digits and separators only), each started when first needed. Throws what loading throws.
 */
export async function openTesseract(): Promise<OcrEngine> {
  const { createWorker, PSM } = await import("tesseract.js");
  const workers = new Map<string, Promise<Worker>>();
  const start = async (language: "chi_sim" | "eng"): Promise<Worker> => {
    // The data lies in a package; nothing is fetched, and nothing is cached beside the caller's files.
    const worker = await createWorker(language, LSTM, {
      langPath: dataFolder(language),
      cacheMethod: "none",
      gzip: true,
    });
    await worker.setParameters({
      tessedit_pageseg_mode: PSM.SINGLE_LINE,
      ...(language === "eng" ? { tessedit_char_whitelist: NUMBER_CHARACTERS } : {}),
    });
    return worker;
  };
  const workerFor = (language: "chi_sim" | "eng"): Promise<Worker> => {
    const known = workers.get(language) ?? start(language);
    workers.set(language, known);
    return known;
  };
  // Numbers need little; whatever cannot load says so now, not in the middle of a document.
  await workerFor("eng");
  return {
    name: "tesseract",
    async readLine(line, kind) {
      const worker = await workerFor(kind === "number" ? "eng" : "chi_sim");
      const factor = Math.max(1, LOWEST / line.height);
      const picture = resize(line, Math.round(line.width * factor), Math.round(line.height * factor));
      const { data } = await worker.recognize(toPgm(picture), {}, { text: false, blocks: true });
      return charactersOf(data.blocks ?? [], factor);
    },
    async close() {
      for (const worker of workers.values()) await (await worker).terminate();
    },
  };
}

/** The folder of a language's data: quantised from the most exact models. */
function dataFolder(language: string): string {
  const packageFile = createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`);
  return join(dirname(packageFile), "4.0.0_best_int");
}

/** A grey picture as binary PGM, which Leptonica reads. */
function toPgm({ width, height, data }: Gray): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), data]);
}

function charactersOf(blocks: readonly Block[], factor: number): LineReading {
  const characters: ReadCharacter[] = blocks
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
    .flatMap((line) => line.words)
    .flatMap((word) => word.symbols)
    .map(({ text, confidence, bbox }) => ({
      text,
      confidence: Math.min(1, Math.max(0, confidence / 100)),
      others: [],
      x0: bbox.x0 / factor,
      x1: bbox.x1 / factor,
    }));
  return characters.sort((a, b) => a.x0 - b.x0);
}
