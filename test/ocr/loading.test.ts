import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { extract } from "../../src/pipeline.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const loaded = vi.hoisted(() => ({ ocr: false }));

vi.mock("../../src/ocr/index.js", async (original) => {
  loaded.ocr = true;
  return original();
});

/** Files that are loaded with a module: its static imports, and theirs. Types are no imports. */
function loadedWith(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry) || !existsSync(entry)) return seen;
  seen.add(entry);
  const source = readFileSync(entry, "utf8");
  for (const [, names = "", path = ""] of source.matchAll(/^(?:import|export) ([^;]*?)from "(\.[^"]+)";/gms)) {
    if (!names.startsWith("type ")) loadedWith(resolve(dirname(entry), path.replace(/\.js$/, ".ts")), seen);
  }
  return seen;
}

it("nothing of OCR but the question whether a page needs it is loaded with the program", () => {
  const files = ["src/index.ts", "src/cli/main.ts"].flatMap((entry) => [...loadedWith(join(root, entry))]);
  const ocr = [...new Set(files.map((file) => relative(root, file)))].filter((file) => file.startsWith("src/ocr/"));
  expect(files.length).toBeGreaterThan(100);
  expect(ocr.filter((file) => !file.startsWith("src/ocr/needs/"))).toEqual([]);
});

it("a document with a text layer loads no OCR code, also with --ocr auto", async () => {
  const { coverage } = await extract(join(root, "samples/minimal/minimal.pdf"), { ocr: "auto" });
  expect(coverage.glyphs).toBeGreaterThan(0);
  expect(loaded.ocr).toBe(false);
});
