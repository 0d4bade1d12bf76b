/** The main job on the shipped sample: from its PDF to every value, without anything beside the project. */
import { createReadStream, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rejudge } from "../src/disclosure/rejudge.js";
import { disclosureJson } from "../src/output/index.js";
import { extract } from "../src/pipeline.js";
import { compareTables, type TruthTable } from "./helpers/truth.js";

const sample = (name: string) => fileURLToPath(new URL(`../samples/${name}`, import.meta.url));
const pdf = sample("wuhan-2024/wuhan-2024.pdf");
const expected = (name: string): unknown => JSON.parse(readFileSync(sample(`wuhan-2024/expected/${name}`), "utf8"));
const tables = expected("tables.json") as readonly TruthTable[];
const document = expected("document.json") as { readonly toc: readonly { readonly text: string }[] };
const whole = extract(pdf);

describe("the Wuhan sample", () => {
  it("gives every value, label and code of the nine forms", async () => {
    const { wrong, labels, cells, numeric } = compareTables(tables, (await whole).tables);
    expect(wrong).toEqual([]);
    expect(labels).toEqual([]);
    expect({ cells, numeric }).toEqual({ cells: 761, numeric: 298 });
  });

  it("is complete, with every glyph in one place", async () => {
    const { status, missing, coverage } = await whole;
    const { glyphs, ...places } = coverage;
    expect({ status, missing }).toEqual({ status: "complete", missing: [] });
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
    expect(coverage.unplaced).toBe(0);
  });

  it("gives each amount its page, its box on that page, and its printed text", async () => {
    const disclosure = await whole;
    for (const table of disclosure.tables.filter((t) => !t.id.startsWith("unrecognised"))) {
      for (const row of table.rows) {
        for (const [column, value] of Object.entries(row.values)) {
          if (value === null) continue;
          const evidence = row.evidence[column];
          expect(evidence?.text.replaceAll(",", "")).toBe(value);
          expect(evidence?.page).toBeGreaterThanOrEqual(table.pageStart);
          expect(evidence?.page).toBeLessThanOrEqual(table.pageEnd);
          const [x0, y0, x1, y1] = evidence?.box ?? [0, 0, 0, 0];
          expect(x1 - x0).toBeGreaterThan(3);
          expect(y1 - y0).toBeGreaterThan(3);
        }
      }
    }
  });

  it("reads the table of contents and what the document is", async () => {
    const { toc, document: identity } = await whole;
    expect(toc.map((entry) => entry.text)).toEqual(document.toc.map((entry) => entry.text));
    expect(identity).toMatchObject({
      kind: "final-accounts",
      scope: "department",
      fiscalYear: 2024,
      entity: "武汉市人力资源和社会保障局",
      amountUnit: "万元",
    });
  });

  it("reports the source's own inconsistencies (SPEC §3.2) and no others as errors", async () => {
    const { findings } = await whole;
    const errors = findings.filter((finding) => finding.severity === "error");
    // N13.8: 47,127.58 is said to be 100 % of 46,015.45.
    expect(errors.map((finding) => [finding.rule, finding.place.path])).toEqual([
      ["PCT", "performance.shareOfProjectExpenditure"],
    ]);
    expect(findings.filter((finding) => finding.rule.startsWith("number."))).toEqual([]);
  });

  it("is the same to the byte from a path, from bytes and from a stream", async () => {
    const name = { fileName: "wuhan-2024.pdf" };
    const text = disclosureJson(await whole);
    expect(disclosureJson(await extract(readFileSync(pdf), name))).toBe(text);
    expect(disclosureJson(await extract(createReadStream(pdf), name))).toBe(text);
  });

  it("reads only the pages asked for, and is partial then", async () => {
    const { tables: some, status, source } = await extract(pdf, { pages: [[12, 12]] });
    expect(some.map((table) => table.pageStart)).toEqual([12]);
    expect({ status, pages: source.pages }).toEqual({ status: "partial", pages: 49 });
  });

  it("of some pages says what was left out, and neither misses forms nor adds up torn tables", async () => {
    const { tables: some, missing, findings } = await extract(pdf, { pages: [[5, 8]] });
    // Form 03 goes on on page 9.
    expect(some.map(({ id, pageEnd }) => `${id} ${pageEnd}`)).toEqual([
      "income-expenditure-summary 5",
      "income-by-function 7",
      "expenditure-by-function 8",
    ]);
    expect(missing).toEqual([]);
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([
      expect.objectContaining({
        rule: "pdf.pages-left-out",
        severity: "warning",
        message: expect.stringMatching(/^only pages 5-8 of 49 were read: no form is called missing/),
        operands: [{ place: { page: 5 }, value: "5-8" }],
      }),
    ]);
  });

  it("judges what was written of some pages as it did when it read them", async () => {
    const some = await extract(pdf, {
      pages: [
        [5, 8],
        [12, 13],
      ],
    });
    expect(rejudge(some, [])).toEqual(some);
  });

  it("tells its progress page by page, and stops when told to", async () => {
    const seen: number[] = [];
    const stop = new AbortController();
    const reading = extract(pdf, {
      signal: stop.signal,
      onProgress: ({ page }) => {
        seen.push(page);
        if (page === 5) stop.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ code: "aborted" });
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });
});
