import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Memory that a process holds, bytes; undefined where the system does not tell (or it has ended). */
export async function residentMemory(pid: number): Promise<number | undefined> {
  try {
    if (process.platform === "linux") {
      const status = await readFile(`/proc/${pid}/status`, "utf8");
      return kilobytes(/^VmRSS:\s*([0-9]+) kB$/m.exec(status)?.[1]);
    }
    if (process.platform === "win32") return undefined; // The heap limit holds there all the same.
    const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
    return kilobytes(stdout.trim());
  } catch {
    return undefined;
  }
}

function kilobytes(text: string | undefined): number | undefined {
  return text ? Number(text) * 1024 : undefined;
}
