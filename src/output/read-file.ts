import { readFile, stat } from "node:fs/promises";

/** A file's text. A pipe or a device, which may never end, is not read. */
export async function readText(path: string): Promise<string> {
  if (!(await stat(path)).isFile()) throw new Error("it is no file");
  return readFile(path, "utf8");
}
