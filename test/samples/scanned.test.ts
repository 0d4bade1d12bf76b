import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadEngine } from "../../src/ocr/index.js";
import { extract } from "../../src/pipeline.js";

const folder = fileURLToPath(new URL("../../samples/scanned/", import.meta.url));
const engine = await loadEngine("ppocr").catch(() => null);
await engine?.close();

interface Expected {
  readonly id: string;
  readonly pageStart: number;
  readonly pageEnd: number;
  readonly rows: readonly { readonly key: string; readonly values: Record<string, string | null> }[];
}

const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected[];

describe.skipIf(engine === null)("the scanned sample (skipped where onnxruntime-node is not installed)", () => {
  it("gives the values of the text that was scanned, and the same each time", { timeout: 240_000 }, async () => {
    const { tables, findings } = await extract(join(folder, "scanned.pdf"), { ocr: "auto" });
    const read = tables.map(({ id, pageStart, pageEnd, rows }) => ({
      id,
      pageStart,
      pageEnd,
      rows: rows.map(({ key, values }) => ({ key, values })),
    }));
    const wanted = expected.map(({ rows, ...table }) => ({
      ...table,
      rows: rows.map(({ key, values }) => ({ key, values })),
    }));
    expect(read).toEqual(wanted);
    expect(findings.filter(({ rule }) => !["form.missing", "ocr.doubtful"].includes(rule))).toEqual([]);

    // The first page alone, after all of them: whatever was read before, the same.
    const again = await extract(join(folder, "scanned.pdf"), { ocr: "auto", pages: [[1, 1]] });
    expect(again.tables[0]?.rows).toEqual(tables[0]?.rows);
  });
});
