import type { Gray } from "../bitmap.js";

/** A picture with fewer pixels than this part between black and white is of one bit. */
const BETWEEN = 0.01;
/** Paper whose neighbouring pixels differ by more than this, in the middle of the cases, is noisy, grey levels. */
const NOISY = 8;

/** The picture softened (1-2-1 both ways) when it is of one bit or noisy: characters' edges are then ragged. Else itself. */
export function smoothRough(gray: Gray): Gray {
  return isRough(gray) ? soften(gray) : gray;
}

function isRough({ width, height, data }: Gray): boolean {
  let between = 0;
  const differences = new Uint32Array(256);
  let count = 0;
  // Every seventh pixel is enough to tell.
  for (let i = width; i < width * (height - 1); i += 7) {
    const here = data[i] ?? 0;
    if (here > 32 && here < 224) between++;
    if (here >= 128) {
      const difference = Math.abs(here - (data[i + 1] ?? 0));
      differences[difference] = (differences[difference] ?? 0) + 1;
      count++;
    }
  }
  if (between < (BETWEEN * width * height) / 7) return true;
  let seen = 0;
  for (let difference = 0; difference < 256; difference++) {
    seen += differences[difference] ?? 0;
    if (2 * seen >= count) return difference > NOISY;
  }
  return false;
}

function soften({ width, height, data }: Gray): Gray {
  const across = data.slice();
  for (let i = 1; i < data.length - 1; i++) {
    across[i] = ((data[i - 1] ?? 0) + 2 * (data[i] ?? 0) + (data[i + 1] ?? 0) + 2) >> 2;
  }
  const result = across.slice();
  for (let i = width; i < data.length - width; i++) {
    result[i] = ((across[i - width] ?? 0) + 2 * (across[i] ?? 0) + (across[i + width] ?? 0) + 2) >> 2;
  }
  return { width, height, data: result };
}
