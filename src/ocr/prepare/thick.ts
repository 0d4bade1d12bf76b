import type { Gray } from "../bitmap.js";

/** 1 where a pixel lies in a dark square of the given side (an opening): ink that is thick in every direction. */
export function thickInk(gray: Gray, threshold: number, side: number): Uint8Array {
  const { width, height, data } = gray;
  const dark = new Uint8Array(width * height);
  for (let i = 0; i < dark.length; i++) dark[i] = (data[i] ?? 255) < threshold ? 1 : 0;
  const eroded = alongColumns(alongRows(dark, width, height, side, true), width, height, side, true);
  return alongColumns(alongRows(eroded, width, height, side, false), width, height, side, false);
}

/** Erosion (all of the next `side` pixels) or dilation (any of the last `side` pixels) along rows. */
function alongRows(mask: Uint8Array, width: number, height: number, side: number, erode: boolean): Uint8Array {
  const result = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    let run = 0;
    for (let k = 0; k < width; k++) {
      const i = y * width + (erode ? width - 1 - k : k);
      const set = mask[i] === 1;
      // Eroding counts set pixels to the right; dilating counts down from the last set pixel to the left.
      run = erode ? (set ? run + 1 : 0) : set ? side : Math.max(0, run - 1);
      result[i] = (erode ? run >= side : run > 0) ? 1 : 0;
    }
  }
  return result;
}

function alongColumns(mask: Uint8Array, width: number, height: number, side: number, erode: boolean): Uint8Array {
  const result = new Uint8Array(mask.length);
  const runs = new Int32Array(width);
  for (let k = 0; k < height; k++) {
    const row = (erode ? height - 1 - k : k) * width;
    for (let x = 0; x < width; x++) {
      const set = mask[row + x] === 1;
      const before = runs[x] ?? 0;
      const run = erode ? (set ? before + 1 : 0) : set ? side : Math.max(0, before - 1);
      runs[x] = run;
      result[row + x] = (erode ? run >= side : run > 0) ? 1 : 0;
    }
  }
  return result;
}
