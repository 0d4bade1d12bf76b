import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, describe, expect, it } from "vitest";
import type { Gray } from "../../src/ocr/bitmap.js";
import { type EngineName, loadEngine, type OcrEngine } from "../../src/ocr/index.js";
import { toGray } from "../../src/ocr/prepare/gray.js";

/** The fixtures are drawn lines of print: an amount and a label, 200 dpi. */
async function picture(name: string): Promise<Gray> {
  const image = await loadImage(fileURLToPath(new URL(`../fixtures/ocr/${name}.png`, import.meta.url)));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  return toGray({ width, height, channels: 4, data, box: [0, 0, 1, 1] });
}

function installed(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

const ENGINES: readonly [EngineName, string][] = [
  ["ppocr", "onnxruntime-node"],
  ["tesseract", "tesseract.js"],
];

describe.each(ENGINES)("%s", (name, runtime) => {
  let engine: Promise<OcrEngine> | undefined;
  const open = (): Promise<OcrEngine> => {
    engine ??= loadEngine(name);
    return engine;
  };
  afterAll(async () => (await engine)?.close());

  it.skipIf(!installed(runtime))("reads an amount, the same each time, with its characters in place", async () => {
    const line = await picture("amount");
    const { readLine } = await open();
    const first = await readLine(line, "number");
    expect(first.map(({ text }) => text).join("")).toBe("33,837,141.43");
    expect(first.every(({ x0 }, i) => x0 >= (first[i - 1]?.x0 ?? 0))).toBe(true);
    expect(Math.abs((first[0]?.x0 ?? 0) - 10)).toBeLessThan(8);
    await readLine(await picture("label"), "text");
    expect(await readLine(line, "number")).toEqual(first);
  });

  it.skipIf(!installed(runtime))("reads a label", async () => {
    const characters = await (await open()).readLine(await picture("label"), "text");
    expect(characters.map(({ text }) => text).join("")).toBe("一般公共服务支出");
  });
});
