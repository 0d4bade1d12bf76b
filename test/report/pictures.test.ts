/** No page's picture may make the report too large. */
import { createCanvas, ImageData } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { fitting } from "../../src/report/pictures.js";

/** A picture that hardly can be compressed: every pixel by itself. */
function noise(width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4);
  let state = 1;
  for (let at = 0; at < data.length; at++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    data[at] = at % 4 === 3 ? 255 : state >> 16;
  }
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}

describe("a page's picture", () => {
  it.each([
    ["a photograph", 1075, 1520],
    ["a poster", 2000, 3000],
    ["a strip", 5000, 3],
  ])("of %s fits into a thirtieth of 5 MB", async (_, width, height) => {
    const picture = await fitting(noise(width, height));
    expect(picture.length).toBeLessThanOrEqual(100_000);
    expect(picture.length).toBeGreaterThan(0);
  });
});
