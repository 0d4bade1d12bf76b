// HTML → PDF by headless Chromium, for the samples only; nothing in the package needs it. CHROMIUM names another browser.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging"];

/** Chromium writes the time of day into the PDF: put a fixed one of the same length there, so that offsets stay right. */
function fixDates(pdf) {
  const text = pdf.toString("latin1");
  const fixed = text.replaceAll(/\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g, "/$1 (D:20250828000000+00'00')");
  if (fixed.length !== text.length) throw new Error("dates of another length: the PDF's offsets would break");
  return Buffer.from(fixed, "latin1");
}

/** Prints `html` to the file `target`; the same HTML, fonts and browser give the same bytes. */
export function print(html, target) {
  const dir = mkdtempSync(join(tmpdir(), "juesuan-sample-"));
  try {
    const [page, pdf] = [join(dir, "page.html"), join(dir, "page.pdf")];
    writeFileSync(page, html);
    const args = [...flags, `--user-data-dir=${join(dir, "profile")}`, `--print-to-pdf=${pdf}`, page];
    execFileSync(process.env.CHROMIUM ?? "chromium", args, { stdio: ["ignore", "ignore", "pipe"] });
    writeFileSync(target, fixDates(readFileSync(pdf)));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
