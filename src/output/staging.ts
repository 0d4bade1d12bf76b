import { randomBytes } from "node:crypto";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "./io-error.js";
import { isRunning, machine } from "./running.js";

/**
 * Hidden siblings of a document's folder while it is written: `.<name>.juesuan-<machine>-<pid>-<random>.tmp` is the new
 * output, `.old` the one that it replaces. The name says who made it, so that a later run can tell a dead run's leavings.
 */
const STAGING = /^\.(.+)\.juesuan-([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}\.(tmp|old)$/;
/** After this long a sibling is given up whoever made it; writing one takes seconds. Milliseconds. */
const ABANDONED_AFTER = 24 * 3600 * 1000;

/** A fresh path beside `dir`/`name`; nothing is made. */
export function stagingPath(dir: string, name: string, kind: "tmp" | "old"): string {
  return join(dir, `.${name}.juesuan-${machine()}-${process.pid}-${randomBytes(4).toString("hex")}.${kind}`);
}

/**
 * Mends what a run that was killed left in `dir`: its half-written folders go, an old output that was moved aside and
 * not yet replaced comes back. What this run may not touch is left as it is.
 */
export async function recover(dir: string): Promise<void> {
  for (const entry of await readdir(dir)) {
    const [, name, where, pid, kind] = STAGING.exec(entry) ?? [];
    if (name === undefined) continue;
    try {
      if (!(await isDead(join(dir, entry), where === machine(), Number(pid)))) continue;
      if (kind === "old" && !(await exists(join(dir, name)))) await rename(join(dir, entry), join(dir, name));
      else await rm(join(dir, entry), { recursive: true, force: true });
    } catch {
      // Another user's, or another run mends it at this moment.
    }
  }
}

/** Makes the folder when it is not there, and its entries durable: a renamed folder survives a power cut only then. */
export async function syncFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  if (process.platform === "win32") return; // Windows cannot open a folder.
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (systemCode(error) !== "EINVAL") throw error; // Some network file systems cannot sync a folder.
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function isDead(path: string, isOurMachine: boolean, pid: number): Promise<boolean> {
  if (isOurMachine && !isRunning(pid)) return true;
  const { mtimeMs } = await stat(path);
  return Date.now() - mtimeMs > ABANDONED_AFTER;
}
