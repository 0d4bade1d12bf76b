import type { OcrEngine } from "../engine.js";
import { detectLines } from "./detect.js";
import { loadModels } from "./models.js";
import { alphabetOf, recogniseLine } from "./recognise.js";

/** PP-OCRv4 mobile on onnxruntime-node: the default engine. Throws what loading throws. */
export async function openPpocr(): Promise<OcrEngine> {
  const { detector, recogniser, characters } = await loadModels();
  const alphabet = alphabetOf(characters);
  return {
    name: "ppocr-v4-mobile",
    findLines: (page) => detectLines(page, detector),
    readLine: (line, kind) => recogniseLine(line, kind, recogniser, alphabet),
    async close() {
      await detector.close();
      await recogniser.close();
    },
  };
}
