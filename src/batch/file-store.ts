import { createReadStream } from "node:fs";
import { readdir, readFile, realpath, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Disclosure, JuesuanError } from "../model/index.js";
import { ioError, systemCode } from "../output/io-error.js";
import { writeDisclosure } from "../output/write.js";
import { TEMPORARY, writeWhole } from "../output/write-whole.js";
import type { Store } from "./store.js";

/** A folder as a store. A key may be an absolute path, so that the store of "." holds whatever the caller may read. */
export function fileStore(location: string): Store {
  const root = resolve(location.startsWith("file://") ? fileURLToPath(location) : location);
  const pathOf = (key: string) => resolve(root, key);
  return {
    location,
    list: (prefix) => listFiles(root, prefix),
    read: (key) => readWhole(pathOf(key), key),
    write: (key, data) => writeWhole(pathOf(key), data),
    remove: (key) => rm(pathOf(key), { force: true }),
    async writeDocument(disclosure: Disclosure, name: string) {
      await writeDisclosure(disclosure, root, name);
    },
  };
}

/** Removes the halves that killed runs left in a folder. The caller holds the folder's lock. */
export async function sweepTemporaries(folder: string): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (entry.isFile() && TEMPORARY.test(entry.name)) await rm(join(folder, entry.name), { force: true });
  }
}

/** Bytes of a file, in pieces. */
export function readPieces(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 1 << 20 });
}

async function readWhole(path: string, key: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new JuesuanError("io", `${key}: ${readReason(cause)}`, { cause });
  }
}

/** The system's refusal to read, for people. */
export function readReason(cause: unknown): string {
  switch (systemCode(cause)) {
    case "ENOENT":
      return "there is no such file; check the path";
    case "EISDIR":
      return "this is a folder, not a PDF";
    case "EACCES":
    case "EPERM":
      return "the file may not be read; check its permissions";
    default:
      return `the file cannot be read (${cause instanceof Error ? cause.message : String(cause)})`;
  }
}

async function* listFiles(root: string, prefix: string): AsyncGenerator<string> {
  // Only the folder that the prefix names is walked, not the whole tree.
  const folder = prefix.slice(0, prefix.lastIndexOf("/") + 1);
  for await (const key of walk(root, folder)) if (key.startsWith(prefix)) yield key;
}

/** @param above the real paths of the folders that were linked to on the way here: a link to one of them is a circle */
async function* walk(root: string, folder: string, above: readonly string[] = []): AsyncGenerator<string> {
  for (const entry of await entriesOf(join(root, folder))) {
    const key = folder + entry.name;
    if (entry.isDirectory()) yield* walk(root, `${key}/`, above);
    else if (entry.isFile()) yield key;
    else if (entry.isSymbolicLink()) yield* followed(root, key, above);
  }
}

async function* followed(root: string, key: string, above: readonly string[]): AsyncGenerator<string> {
  const path = join(root, key);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) yield key;
  if (!found?.isDirectory()) return;
  const real = await realpath(path);
  const inside = await realpath(dirname(path));
  const isCircle = `${inside}/`.startsWith(`${real}/`) || above.includes(real);
  if (!isCircle) yield* walk(root, `${key}/`, [...above, real]);
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error))) return [];
    throw ioError(error, folder);
  }
}
