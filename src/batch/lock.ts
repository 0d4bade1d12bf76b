import { readFileSync } from "node:fs";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { JuesuanError } from "../model/index.js";
import { ioError, systemCode } from "../output/io-error.js";

interface Holder {
  readonly host: string;
  readonly pid: number;
  /** When the process started, where the system says so: a pid is used again, in a container always. */
  readonly started: string;
}

/**
 * Keeps a second run out of the same folder. A lock whose holder is dead is taken over.
 * @returns what releases it
 * @throws JuesuanError "usage" while another run is at work there
 */
export async function lockFolder(path: string): Promise<() => Promise<void>> {
  const ours: Holder = { host: hostname(), pid: process.pid, started: startOf(process.pid) };
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = await open(path, "wx");
      await file.writeFile(JSON.stringify(ours));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw ioError(error, path);
    }
    const holder = await readHolder(path);
    if (holder && isAlive(holder)) {
      const who = `process ${holder.pid} on ${holder.host}`;
      throw new JuesuanError(
        "usage",
        `another run writes there (${who}): wait for it, or remove ${path} if it is gone`,
      );
    }
    await rm(path, { force: true });
  }
  throw new JuesuanError("usage", `other runs keep taking ${path}: let one of them finish first`);
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const { host, pid, started }: Partial<Holder> = JSON.parse(await readFile(path, "utf8"));
    return host && pid ? { host, pid, started: started ?? "" } : undefined;
  } catch {
    return undefined; // Torn, or just gone.
  }
}

function isAlive({ host, pid, started }: Holder): boolean {
  if (host !== hostname()) return true; // Nobody here can tell.
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) === "ESRCH") return false;
  }
  return startOf(pid) === started;
}

/** Field 22 of /proc/PID/stat, clock ticks since the machine started; "" where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
