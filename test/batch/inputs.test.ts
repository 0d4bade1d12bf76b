import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectSources } from "../../src/batch/inputs/collect.js";
import { readManifest } from "../../src/batch/inputs/manifest.js";
import { plan } from "../../src/batch/plan.js";

describe("inputs", () => {
  let folder: string;
  const shown = async (...inputs: string[]) =>
    (await collectSources(inputs.map((input) => join(folder, input)))).map((source) =>
      source.shown.slice(folder.length + 1),
    );
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "juesuan-inputs-"));
    mkdirSync(join(folder, "沪/深"), { recursive: true });
    for (const name of ["a.pdf", "沪/b.PDF", "沪/深/c.pdf", "沪/._c.pdf", "沪/notes.doc", "沪/x[1].pdf"])
      writeFileSync(join(folder, name), name);
    writeFileSync(join(folder, "list.txt"), "\ufeff# some\n沪/b.PDF\r\n\nnot-there.pdf\n");
    writeFileSync(join(folder, "m.csv"), 'url,文件,region\nhttps://x,a.pdf,沪\n"a,b",沪/x[1].pdf,\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("takes files, folders, globs and lists, each file once, in order", async () => {
    expect(await shown("沪")).toEqual(["沪/b.PDF", "沪/x[1].pdf", "沪/深/c.pdf"]);
    expect(await shown("沪/x[1].pdf")).toEqual(["沪/x[1].pdf"]);
    expect(await shown("**/*.pdf")).toEqual(["a.pdf", "沪/x[1].pdf", "沪/深/c.pdf"]);
    expect(await shown("list.txt", "沪", "a.pdf")).toEqual([
      "a.pdf",
      "not-there.pdf",
      "沪/b.PDF",
      "沪/x[1].pdf",
      "沪/深/c.pdf",
    ]);
  });

  it("takes a list from standard input", async () => {
    const stdin = Readable.from([`${join(folder, "a.pdf")}\n`]);
    expect(await collectSources(["-"], { stdin })).toMatchObject([{ key: join(folder, "a.pdf") }]);
  });

  it("gives a file the columns of the manifest, however else it was named", async () => {
    const sources = await collectSources([join(folder, "a.pdf"), join(folder, "m.csv")]);
    expect(sources.map(({ metadata }) => metadata)).toEqual([
      { url: "https://x", 文件: "a.pdf", region: "沪" },
      { url: "a,b", 文件: "沪/x[1].pdf", region: "" },
    ]);
  });

  it.each([
    ["", /empty/],
    ["file,file\na,b\n", /twice "file"/],
    ["file,x\n,1\n", /row 2 names no file/],
    ['file\n"a', /no CSV/],
  ])("refuses the manifest %j", (text, message) => {
    expect(() => readManifest(text, "m.csv")).toThrow(message);
  });

  it("refuses a glob without files", async () => {
    await expect(shown("*.xyz")).rejects.toThrow(/no file and no folder matches/);
  });

  it("takes the folders that a glob matches", async () => {
    expect(await shown("沪/*")).toEqual(["沪/b.PDF", "沪/notes.doc", "沪/x[1].pdf", "沪/深/c.pdf"]);
  });

  it("takes a line of a list for a file, not for a glob: it fails alone", async () => {
    writeFileSync(join(folder, "glob.csv"), "file,region\n*.pdf,沪\n");
    expect(await shown("glob.csv")).toEqual(["*.pdf"]);
  });

  it("follows links to folders, but not in circles", async () => {
    mkdirSync(join(folder, "linked"));
    symlinkSync(join(folder, "沪"), join(folder, "linked/沪"));
    symlinkSync(join(folder, "linked"), join(folder, "linked/circle"));
    expect(await shown("linked")).toEqual(["linked/沪/b.PDF", "linked/沪/x[1].pdf", "linked/沪/深/c.pdf"]);
  });

  it.each([
    ["GBK", Buffer.concat([Buffer.from("file,"), Buffer.from([0xb5, 0xd8, 0xc7, 0xf8]), Buffer.from("\na.pdf,x\n")])],
    ["UTF-16", Buffer.from("\ufefffile\t地区\na.pdf\tx\n", "utf16le")],
  ])("reads a manifest in %s, as spreadsheets write it", async (name, bytes) => {
    writeFileSync(join(folder, `${name}.csv`), bytes);
    expect(await collectSources([join(folder, `${name}.csv`)])).toMatchObject([{ metadata: { 地区: "x" } }]);
  });

  it("refuses a manifest in no known encoding", async () => {
    writeFileSync(join(folder, "bad.csv"), Buffer.from([0x66, 0x0a, 0xff, 0xff, 0x0a]));
    await expect(collectSources([join(folder, "bad.csv")])).rejects.toThrow(/save it as UTF-8/);
  });

  it("lets what is said fill what is not, and refuses contradictions", async () => {
    writeFileSync(join(folder, "twice.csv"), "file,region,url\na.pdf,,u1\n./a.pdf,沪,\n");
    expect(await collectSources([join(folder, "twice.csv")])).toMatchObject([
      { metadata: { region: "沪", url: "u1" } },
    ]);
    writeFileSync(join(folder, "torn.csv"), "file,region\na.pdf,京\na.pdf,沪\n");
    await expect(collectSources([join(folder, "torn.csv")])).rejects.toThrow(/named twice, with "京" and with "沪"/);
  });

  it("reads a manifest with empty columns and rows, short rows, semicolons, and several columns that may name the file", () => {
    expect(readManifest("source,file,region,,\n官网,a.pdf,沪,,\n,,,,\nx,b.pdf\n", "m.csv")).toEqual([
      { file: "a.pdf", metadata: { source: "官网", file: "a.pdf", region: "沪" } },
      { file: "b.pdf", metadata: { source: "x", file: "b.pdf", region: "" } },
    ]);
    expect(readManifest("file;region\na.pdf;沪,苏\n", "m.csv")).toEqual([
      { file: "a.pdf", metadata: { file: "a.pdf", region: "沪,苏" } },
    ]);
  });

  it("gives documents names that are their own, and that stay", async () => {
    for (const [name, text] of [
      ["1/report.pdf", "one"],
      ["2/report.pdf", "two"],
      ["3/report.pdf", "one"],
      ["values.csv.pdf", "three"],
    ] as const) {
      mkdirSync(join(folder, "names", name, ".."), { recursive: true });
      writeFileSync(join(folder, "names", name), text);
    }
    const sources = await collectSources([join(folder, "names"), join(folder, "gone/report.pdf")]);
    const first = await plan(sources);
    const names = first.map(({ name, duplicateOf }) => [name, duplicateOf]);
    expect(names).toEqual([
      ["report-3", null], // gone: no folder, but a row
      ["report", null],
      ["report-2", null],
      ["report-4", "report"],
      ["values.csv_", null],
    ]);
    const two = first.find(({ name }) => name === "report-2");
    if (!two) throw new Error("no second report");
    const outcome = two.unreadable ?? (first[0]?.unreadable as NonNullable<typeof two.unreadable>);
    const done = [{ ...two, name: "report", source: "", outcome, seconds: 1, attempts: 1 }];
    const again = await plan(sources, { done });
    expect(again.map(({ name }) => name)).toEqual(["report-3", "report-2", "report", "report-4", "values.csv_"]);
    // Two runs over one file each gave both the same name: the last to be written keeps it.
    const one = first.find(({ name }) => name === "report");
    if (!one) throw new Error("no first report");
    const both = [...done, { ...one, name: "report", source: "", outcome, seconds: 1, attempts: 1 }];
    const apart = await plan(sources, { done: both });
    expect(apart.map(({ name }) => name)).toEqual(["report-3", "report", "report-2", "report-4", "values.csv_"]);
  });
});
