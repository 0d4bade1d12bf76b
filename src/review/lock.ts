/** One review at a time on a document: a file in its folder says who holds it. */
import { randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { JuesuanError } from "../model/index.js";
import { systemCode } from "../output/io-error.js";
import { readText } from "../output/read-file.js";
import { isRunning, machine } from "../output/running.js";
import { writeWhole } from "../output/write-whole.js";

export const LOCK = ".review.lock";

interface Holder {
  /** Told apart from every other, also of one process. */
  readonly id: string;
  readonly author: string;
  readonly since: string;
  readonly host: string;
  readonly machine: string;
  readonly pid: number;
}

export interface Lock {
  /** @throws JuesuanError "usage" where another review has taken it since */
  check(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Holds a document's folder until it is released. What a dead process of this machine left is taken over.
 * @throws JuesuanError "usage" that says who holds it
 */
export async function hold(folder: string, author: string, since: string): Promise<Lock> {
  const path = join(folder, LOCK);
  const id = randomUUID();
  const own: Holder = { id, author, since, host: hostname(), machine: machine(), pid: process.pid };
  const text = `${JSON.stringify(own)}\n`;
  const take = async () => {
    // A folder in which nothing can be written can be looked at; decisions fail by themselves.
    if (await created(path, text).catch(isForbidden)) return;
    const holder = await holderOf(path);
    if (holder?.id === id) return;
    if (holder && !isDead(holder)) throw held(holder, folder, path);
    await writeWhole(path, text).catch((cause: unknown) => {
      throw new JuesuanError("usage", `${path} says who reviews, and cannot be written: delete it`, { cause });
    });
    const last = await holderOf(path); // Two may take over at once: the last one has it.
    if (last && last.id !== id) throw held(last, folder, path);
  };
  await take();
  return {
    check: take,
    async release() {
      if ((await holderOf(path))?.id === id) await rm(path, { force: true });
    },
  };
}

/** False where there is one already. */
async function created(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(text).finally(() => file.close());
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

function isForbidden(error: unknown): true {
  if (["EACCES", "EPERM", "EROFS"].includes(systemCode(error))) return true;
  throw error;
}

/** Null where there is none, or nothing that can be read: a machine went down while it was written. */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    const { id, author, since, host, machine, pid } = JSON.parse(await readText(path));
    const [name, by, from, on, where] = [id, author, since, host, machine].map(String);
    // To the system 0 and less are groups of processes, which always run.
    if (!Number.isSafeInteger(pid) || pid < 1 || !name || by === undefined || !from || !on || !where) return null;
    return { id: name, author: by, since: from, host: on, machine: where, pid };
  } catch {
    return null;
  }
}

const isDead = (holder: Holder) => holder.machine === machine() && !isRunning(holder.pid);

/** Of another's file, on a terminal: one line, nothing that steers it. */
const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").slice(0, 100);

function held({ author, since, host, pid }: Holder, folder: string, path: string): JuesuanError {
  const who = `${plain(author) || "somebody"}, process ${pid} on ${plain(host)}, since ${plain(since)}`;
  return new JuesuanError(
    "usage",
    `${folder} is under review already (${who}): end that review, or where it no longer runs, delete ${path}`,
  );
}
