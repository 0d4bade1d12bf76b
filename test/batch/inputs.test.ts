import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
      { url: "https://x", region: "沪" },
      { url: "a,b", region: "" },
    ]);
  });

  it.each([
    ["", /empty/],
    ["file,file\na,b\n", /twice "file"/],
    ["file,x\n,1\n", /row 2 names no file/],
    ['file\n"a', /no CSV/],
    ["file,x\na\n", /no CSV/],
  ])("refuses the manifest %j", (text, message) => {
    expect(() => readManifest(text, "m.csv")).toThrow(message);
  });

  it("refuses a glob without files", async () => {
    await expect(shown("*.xyz")).rejects.toThrow(/no file matches/);
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
  });
});
