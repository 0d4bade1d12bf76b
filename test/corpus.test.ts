/** The main job on real disclosures. They lie beside the project and are never part of it: absent, these tests skip. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Disclosure } from "../src/model/index.js";
import { extract } from "../src/pipeline.js";
import { compareTables, type TruthTable } from "./helpers/truth.js";

const corpus = fileURLToPath(new URL("../../shared/corpus", import.meta.url));
const there = existsSync(corpus);
const read = new Map<string, Promise<Disclosure>>();
const disclose = (file: string): Promise<Disclosure> => {
  const known = read.get(file) ?? extract(join(corpus, file));
  read.set(file, known);
  return known;
};

interface Truth {
  readonly tables: readonly TruthTable[];
  readonly checks?: { readonly failed: readonly { readonly identity: string }[] };
  readonly toc?: readonly { readonly text: string }[];
}

const truthOf = (file: string): Truth =>
  JSON.parse(readFileSync(join(corpus, file.replace(/\.pdf$/, ".truth.json")), "utf8")) as Truth;

const files = (folder: string) =>
  there
    ? readdirSync(join(corpus, folder))
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => `${folder}/${name}`)
    : [];

describe.skipIf(!there)("the corpus beside the project (skipped where ../shared/corpus is absent)", () => {
  const truthful = [...files("department"), ...files("layouts"), "hostile/encrypted-empty-password.pdf"];

  it.each(truthful)("%s: every value cell, label and code is the truth's", async (file) => {
    const disclosure = await disclose(file);
    const { wrong, labels, cells } = compareTables(truthOf(file).tables, disclosure.tables);
    expect(wrong).toEqual([]);
    expect(labels).toEqual([]);
    expect(cells).toBeGreaterThan(200);
  });

  it("holds 2,178 numeric cells in the made-up layouts and 652 in the department documents", () => {
    const count = (list: readonly string[]) =>
      list.reduce((sum, file) => sum + compareTables(truthOf(file).tables, []).numeric, 0) +
      list
        .flatMap((file) => truthOf(file).tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.values))))
        .filter((v) => v !== null).length;
    expect(count(files("layouts"))).toBe(2178);
    expect(count(files("department"))).toBe(652);
  });

  it.each(files("department"))("%s: its table of contents is the truth's", async (file) => {
    const toc = (await disclose(file)).toc.map((entry) => entry.text);
    expect(toc).toEqual(truthOf(file).toc?.map((entry) => entry.text));
  });

  it.each(files("department"))("%s: just the identities that fail on its figures are reported", async (file) => {
    const structural = /^[FXE]\d/;
    const expected = (truthOf(file).checks?.failed ?? [])
      .map(({ identity }) => identity.replace("(extra)", ""))
      .filter((id) => structural.test(id));
    const found = (await disclose(file)).findings
      .filter((f) => f.severity === "error" && structural.test(f.rule))
      .map((f) => f.rule);
    expect(found.sort()).toEqual(expected.sort());
  });

  it("reports the form that the tampered document lacks", async () => {
    const disclosure = await disclose("department/sh-putuo-finance-2024-tampered.pdf");
    expect(disclosure.missing).toEqual(["expenditure-by-function"]);
    expect(disclosure.status).toBe("partial");
    const [finding] = disclosure.findings.filter((f) => f.rule === "form.missing");
    expect(finding).toMatchObject({ severity: "error", place: { table: "expenditure-by-function" } });
  });

  it("reads the template as nine empty forms", async () => {
    const forms = (await disclose("department/sh-template.pdf")).tables.filter(
      (table) => !table.id.startsWith("unrecognised"),
    );
    expect(forms.map((table) => table.isEmpty)).toEqual(new Array(9).fill(true));
  });

  const withText = [
    ...files("department"),
    ...files("layouts"),
    ...files("government"),
    ...files("budget"),
    ...files("pairs"),
    "edge/full-width-digits-rotated-taian-2025.pdf",
  ];
  it.each(withText)("%s: every visible glyph ends in exactly one place", async (file) => {
    const { coverage, findings } = await disclose(file);
    const { glyphs, ...places } = coverage;
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
    expect(glyphs).toBeGreaterThan(400);
    expect(findings.filter((finding) => finding.rule === "layout.glyphs-lost")).toEqual([]);
  });

  it.each([
    ["edge/html-not-pdf-harbin-2025.pdf", "not-pdf"],
    ["hostile/cyclic-page-tree.pdf", "unreadable"],
  ])("%s is refused with one clear line", async (file, code) => {
    const error = await disclose(file).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ name: "JuesuanError", code });
    expect(String(error)).not.toContain("\n");
  });

  it("reads what is whole of the truncated file, and says so", async () => {
    const { status, findings, tables } = await disclose("edge/truncated-fujian-2025.pdf");
    expect(status).toBe("partial");
    expect(findings.map((finding) => finding.rule)).toContain("pdf.damaged");
    expect(tables.length).toBeGreaterThan(10);
  });

  it("reads a garbled text layer as text in which there is no form, and says so", async () => {
    const { status, findings, coverage } = await disclose("edge/garbled-text-layer-huaian-2026.pdf");
    expect(status).toBe("partial");
    expect(findings.map((finding) => finding.rule)).toContain("form.none-found");
    const { glyphs, ...places } = coverage;
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
  });

  it("says of a scanned document that every page is a picture, where it is not to read pictures", async () => {
    const { status, findings, source } = await disclose("edge/scanned-zhangjiajie-2025.pdf");
    expect(status).toBe("failed");
    expect(findings.filter((finding) => finding.rule === "pdf.image-page")).toHaveLength(source.pages);
  });

  it("reads a page of 200,000 text items, in which there is no form", async () => {
    const { status, tables, findings, coverage } = await extract(join(corpus, "hostile/200000-text-items.pdf"));
    expect({ status, tables }).toEqual({ status: "partial", tables: [] });
    expect(findings.map((finding) => finding.rule)).toEqual(["form.none-found"]);
    expect(coverage.narrative).toBe(coverage.glyphs);
    expect(coverage.glyphs).toBeGreaterThan(1_000_000);
  });

  it("ends on a form that draws itself with nothing read", async () => {
    const { status, tables } = await disclose("hostile/form-self-reference.pdf");
    expect(status).toBe("failed");
    expect(tables).toEqual([]);
  });
});
