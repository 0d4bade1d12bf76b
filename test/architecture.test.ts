import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** Rooms from left to right (ARCHITECTURE.md): a room imports from itself and from rooms before it. */
const ROOMS = [
  "model",
  "text",
  "classification",
  "pdf",
  "ocr",
  "layout",
  "forms",
  "narrative",
  "checks",
  "output",
  "disclosure",
  "pipeline.ts",
  "index.ts",
  "inspect",
  "batch",
  "report",
  "review",
  "cli",
];

/** What only one room may import: everything else reaches it through that room. */
const OWNED: readonly [module: RegExp, rooms: readonly string[]][] = [
  [/^pdfjs-dist/, ["pdf"]],
  [/^onnxruntime-node|^tesseract\.js|^@gutenye\//, ["ocr"]],
  [/^commander/, ["cli"]],
  [/^ajv/, ["output", "forms"]],
];

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return path.endsWith(".ts") ? [path] : [];
  });
}

function imports(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].flatMap((match) => match[1] ?? []);
}

const room = (path: string) => relative(src, path).split(/[\\/]/)[0] ?? "";

describe("the rooms", () => {
  const files = sources(src);

  it("are all on the map", () => {
    expect([...new Set(files.map(room))].filter((name) => !ROOMS.includes(name))).toEqual([]);
  });

  it("import only from rooms to their left", () => {
    const backwards = files.flatMap((file) =>
      imports(file)
        .filter((target) => target.startsWith("."))
        .map((target) => resolve(dirname(file), target))
        .filter((target) => ROOMS.indexOf(room(target.replace(/\.js$/, ".ts"))) > ROOMS.indexOf(room(file)))
        .map((target) => `${relative(src, file)} imports ${relative(src, target)}`),
    );
    expect(backwards).toEqual([]);
  });

  it("keep their engines to themselves", () => {
    const strangers = files.flatMap((file) =>
      imports(file).flatMap((target) =>
        OWNED.filter(([module, owners]) => module.test(target) && !owners.includes(room(file))).map(
          () => `${relative(src, file)} imports ${target}`,
        ),
      ),
    );
    expect(strangers).toEqual([]);
  });
});
