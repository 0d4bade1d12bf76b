import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inspect } from "../../src/inspect/index.js";
import { madeDocument } from "./made.js";

const sample = fileURLToPath(new URL("../../samples/wuhan-2024/wuhan-2024.pdf", import.meta.url));
/** Pixels per pt at 110 dpi. */
const SCALE = 110 / 72;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "juesuan-overlay-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The colour at a point of the page, pt from the top left. */
async function colours(name: string): Promise<(x: number, y: number) => [red: number, green: number, blue: number]> {
  const image = await loadImage(join(folder, name));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return (x, y) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(
      Math.round(x * SCALE),
      Math.round(y * SCALE),
      1,
      1,
    ).data;
    return [red, green, blue];
  };
}

describe("pictures of pages", { timeout: 120_000 }, () => {
  it("are one PNG per page that was read, named by its number", async () => {
    await inspect(madeDocument(), { overlay: join(folder, "new", "shots"), pages: [[2, 4]] });
    expect(readdirSync(join(folder, "new", "shots"))).toEqual(["page-002.png", "page-003.png", "page-004.png"]);
  });

  it("tint the header that repeats violet and amounts without a place red, and leave the rest", async () => {
    await inspect(madeDocument(), { overlay: folder, pages: [[1, 3]] });
    const second = await colours("page-002.png");
    const [red, green, blue] = second(240, 842 - 780 + 12);
    expect(green).toBeLessThan(red);
    expect(green).toBeLessThan(blue);
    expect(second(240, 842 - 780 + 36)).toEqual([255, 255, 255]);
    const third = await colours("page-003.png");
    // Between two glyphs' strokes, on the line of the amount.
    const near = [302, 303, 305.5, 306, 308.3].map((x) => third(x, 842 - 508));
    expect(near.some(([r, g, b]) => r > 200 && g < 200 && b < 200)).toBe(true);
  });

  it("tint the header of a recognised form yellow and draw its rules red over its cells", async () => {
    const { pages } = await inspect(sample, { overlay: folder, pages: [[13, 13]] });
    expect(pages[0]?.tables[0]?.id).toBe("general-budget-basic-expenditure");
    const at = await colours("page-013.png");
    const [red, green, blue] = at(90, 129);
    expect(blue).toBeLessThan(green);
    expect(green).toBeLessThanOrEqual(red);
  });

  it("are refused with one clear line where the folder is a file", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(inspect(madeDocument(), { overlay: file, pages: [[5, 5]] })).rejects.toThrow(
      `cannot write ${file}: it is a file, not a folder`,
    );
  });

  it("stop on request and leave no half file", async () => {
    const controller = new AbortController();
    const stop = { signal: controller.signal, overlay: folder, onProgress: () => controller.abort() };
    await expect(inspect(madeDocument(), { ...stop, pages: [[5, 5]] })).rejects.toMatchObject({ code: "aborted" });
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(join(folder, "page-005.png.tmp"))).toBe(false);
  });
});
