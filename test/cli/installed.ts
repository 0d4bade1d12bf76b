import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Time to compile on a busy machine, milliseconds. */
export const COMPILING = 120_000;

/** The command as an installed package has it, compiled from the sources as they are into a folder of its own. */
export class Installed {
  readonly folder: string;

  /** @param pipeline JavaScript to put in the pipeline's place */
  constructor(pipeline?: string) {
    this.folder = mkdtempSync(join(tmpdir(), "juesuan-installed-"));
    chmodSync(this.folder, 0o755);
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const args = [
      tsc,
      "-p",
      join(ROOT, "tsconfig.build.json"),
      "--outDir",
      join(this.folder, "dist"),
      "--sourceMap",
      "false",
    ];
    spawnSync(process.execPath, args); // Types are the type check's business: what was emitted is what runs.
    for (const entry of ["bin", "schemas", "package.json"])
      cpSync(join(ROOT, entry), join(this.folder, entry), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
    if (pipeline !== undefined) writeFileSync(join(this.folder, "dist/pipeline.js"), pipeline);
  }

  start(args: readonly string[], options: { uid?: number } = {}): ChildProcess {
    return spawn(process.execPath, [join(this.folder, "bin/juesuan.js"), ...args], { cwd: this.folder, ...options });
  }

  /** Runs a line of shell in which `juesuan` is the command. */
  shell(line: string): { code: number | null; out: string; err: string } {
    const command = `juesuan() { "${process.execPath}" "${join(this.folder, "bin/juesuan.js")}" "$@"; }; ${line}`;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
      cwd: this.folder,
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    return { code: status, out: stdout, err: stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
