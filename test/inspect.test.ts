import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { inspect, inspectionText } from "../src/inspect/index.js";

const pdf = fileURLToPath(new URL("../samples/wuhan-2024/wuhan-2024.pdf", import.meta.url));

describe("inspect", () => {
  it("says for each page what stands on it and why, and draws it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "juesuan-overlay-"));
    try {
      const inspection = await inspect(pdf, { pages: [[12, 12]], overlay: folder });
      expect(inspection.pages).toHaveLength(1);
      expect(inspection.pages[0]).toMatchObject({ page: 12, kind: "text" });
      expect(inspection.pages[0]?.tables[0]).toMatchObject({
        id: "general-budget-expenditure",
        rows: 34,
        method: "lattice",
      });
      expect(inspection.missing).toContain("income-by-function");
      const text = inspectionText(inspection);
      expect(text).toContain("general-budget-expenditure  34 × 7, by lattice");
      expect(text).toContain("100 % of its columns found");
      const png = readFileSync(join(folder, "page-012.png"));
      expect(png.subarray(1, 4).toString()).toBe("PNG");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
