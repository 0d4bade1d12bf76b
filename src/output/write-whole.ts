import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { ioError } from "./io-error.js";

/**
 * Writes a file whole or not at all: beside it, synced, then renamed. Makes its folder.
 * @throws JuesuanError "io"
 */
export async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(temporary, "w");
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    // What it says would hide why.
    await rm(temporary, { force: true }).catch(() => {});
    throw ioError(error, path);
  }
}

/** A name beside `path` for what is not whole yet; a killed run leaves some. */
export function temporaryBeside(path: string): string {
  return `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
}

/** The end of such a name. */
export const TEMPORARY = /\.[0-9]+-[0-9a-f]{8}\.tmp$/;
