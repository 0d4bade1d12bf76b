import { access, constants, cp, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Disclosure, JuesuanError } from "../model/index.js";
import { safeName } from "./file-names.js";
import { OUTPUT_ENTRIES, type OutputFile, outputFiles } from "./files.js";
import { ioError, systemCode } from "./io-error.js";
import { OVERRIDES } from "./overrides-file.js";
import { recover, stagingPath, syncFolder } from "./staging.js";

/** Another run may put its own output of the same name in place between our two renames; so often we try again. */
const SWAP_ATTEMPTS = 5;

/**
 * Makes `dir` ready for outputs: creates it, makes sure that one may write there, mends what a killed run left.
 * Call it once before the work, so that a wrong folder is known before and not after minutes of reading.
 * @throws JuesuanError "io"
 */
export async function prepareOutput(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK | constants.X_OK);
    await recover(dir);
  } catch (error) {
    throw ioError(error, dir);
  }
}

/**
 * Writes one document's folder `dir`/`name`, whole or not at all: every piece is held against its schema, written into a
 * hidden folder beside it and renamed. An older output is replaced; what others put into its folder is kept.
 * @param name the folder's name, from `documentName`
 * @returns the folder's path
 * @throws JuesuanError "io" | "aborted" | "usage"; SchemaError when a piece breaks its schema
 */
export async function writeDisclosure(
  disclosure: Disclosure,
  dir: string,
  name: string,
  options: { signal?: AbortSignal } = {},
): Promise<string> {
  if (name !== safeName(name, "document"))
    throw new JuesuanError("usage", `"${name}" is no name for a folder: use documentName()`);
  const target = join(dir, name);
  const staging = stagingPath(dir, name, "tmp");
  try {
    await fill(staging, outputFiles(disclosure, name), () => stopIfAborted(options.signal, target));
    await keepForeign(target, staging);
    stopIfAborted(options.signal, target);
    await swap(staging, target, dir, name);
    await syncFolder(dir);
  } catch (error) {
    throw ioError(error, target);
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => {}); // What is left, the next run recovers.
  }
  return target;
}

async function fill(folder: string, files: Iterable<OutputFile>, beforeEach: () => void): Promise<void> {
  await mkdir(folder, { recursive: true });
  const folders = new Set([folder]);
  for (const { path, text } of files) {
    beforeEach();
    const file = join(folder, path);
    if (!folders.has(dirname(file))) await mkdir(dirname(file));
    folders.add(dirname(file));
    await writeFile(file, text, { flush: true });
  }
  for (const written of folders) await syncFolder(written);
}

/** Copies what others laid into the older output (overrides, a report) beside the new one; refuses a folder that is not ours. */
async function keepForeign(target: string, staging: string): Promise<void> {
  const entries = await entriesOf(target);
  if (entries.length === 0) return;
  // Decisions that were brought along wait for their output.
  if (!(await isOutput(target)) && entries.some((entry) => entry !== OVERRIDES)) {
    const mend = "move it away or choose another output folder";
    throw new JuesuanError("io", `cannot write ${target}: it is there already and holds no output of juesuan: ${mend}`);
  }
  for (const entry of entries) {
    if (OUTPUT_ENTRIES.includes(entry)) continue;
    const options = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true };
    await cp(join(target, entry), join(staging, entry), options);
  }
}

/** Entries of a folder; none when it is not there. A file or a link in its place is refused. */
async function entriesOf(target: string): Promise<string[]> {
  try {
    if ((await lstat(target)).isDirectory()) return await readdir(target);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
  throw new JuesuanError("io", `cannot write ${target}: it is there already and is no folder: move it away`);
}

async function isOutput(folder: string): Promise<boolean> {
  try {
    const document: unknown = JSON.parse(await readFile(join(folder, "document.json"), "utf8"));
    return typeof document === "object" && document !== null && "schemaVersion" in document;
  } catch {
    return false;
  }
}

/** Moves the older output aside, the new one in, and deletes the older: at every moment one of them is whole on the disk. */
async function swap(staging: string, target: string, dir: string, name: string): Promise<void> {
  for (let attempt = 1; attempt <= SWAP_ATTEMPTS; attempt++) {
    const aside = stagingPath(dir, name, "old");
    const moved = await renameIfThere(target, aside);
    if (moved) await keepLateDecisions(aside, staging);
    const taken = await renameUnlessTaken(staging, target).catch(async (error: unknown) => {
      if (moved) await rename(aside, target);
      throw error;
    });
    if (moved) await rm(aside, { recursive: true, force: true }).catch(() => {}); // What is left, the next run recovers.
    if (!taken) return;
  }
  throw new JuesuanError("io", `cannot write ${target}: other runs keep writing it: let one of them finish first`);
}

/** A person may decide something while the folder is written. The list only grows: the longer one is the later. */
async function keepLateDecisions(from: string, to: string): Promise<void> {
  const [late, kept] = await Promise.all(
    [from, to].map((folder) => readFile(join(folder, OVERRIDES)).catch(() => null)),
  );
  if (late && late.length > (kept?.length ?? 0)) await writeFile(join(to, OVERRIDES), late, { flush: true });
}

/** True when another run's output is in the way. */
async function renameUnlessTaken(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return false;
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST"].includes(systemCode(error))) return true;
    throw error;
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return false;
    throw error;
  }
}

function stopIfAborted(signal: AbortSignal | undefined, where: string): void {
  if (signal?.aborted)
    throw new JuesuanError("aborted", `stopped before ${where} was written`, { cause: signal.reason });
}
