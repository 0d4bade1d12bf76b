import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** LibreOffice; SOFFICE names another. */
const program = process.env.SOFFICE ?? "soffice";

/** Whether it can be started. */
export function isThere() {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/** Prints many office files at once, for each start takes seconds: [source, extension, target] → PDFs. */
export function print(jobs) {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-soffice-"));
  try {
    const sources = jobs.map(([source, extension], i) => {
      const file = join(folder, `${i}.${extension}`);
      writeFileSync(file, source);
      return file;
    });
    const out = join(folder, "out");
    mkdirSync(out);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", out, ...sources];
    execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], timeout: 60_000 * jobs.length });
    for (const [i, [, , target]] of jobs.entries()) copyFileSync(join(out, `${i}.pdf`), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
