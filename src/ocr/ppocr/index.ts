import type { OcrEngine } from "../engine.js";
import { detectLines } from "./detect.js";
import { loadModels } from "./models.js";
import { recogniseLine } from "./recognise.js";

/** PP-OCRv4 mobile on onnxruntime-node: the default engine. Throws what loading throws. */
export async function openPpocr(): Promise<OcrEngine> {
  const { detector, recogniser, characters } = await loadModels();
  return {
    name: "ppocr-v4-mobile",
    findLines: (page) => detectLines(page, detector),
    readLine: (line) => recogniseLine(line, recogniser, characters),
    async close() {
      await detector.close();
      await recogniser.close();
    },
  };
}
