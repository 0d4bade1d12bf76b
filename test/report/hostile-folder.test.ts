/** A folder that somebody else made: nothing in it may hang, fill the memory, or be read that is none of its files. */
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rejudge } from "../../src/disclosure/rejudge.js";
import { readDisclosure, readOverrides, writeDisclosure } from "../../src/output/index.js";
import { buildData, findPdf } from "../../src/report/index.js";
import { sampleDisclosure } from "../output/sample.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "juesuan-hostile-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(process.platform === "win32")("a folder of another's (skipped where there are no pipes)", () => {
  it("waits for no pipe and reads no device", async () => {
    execFileSync("mkfifo", [join(folder, "document.json")]);
    await symlink("/dev/zero", join(folder, "overrides.json"));
    await symlink("/dev/zero", join(folder, "x.pdf"));
    await expect(readDisclosure(folder)).rejects.toThrow("document.json cannot be read (it is no file)");
    const said = {
      name: "JuesuanError",
      code: "io",
      message: expect.stringContaining("overrides.json cannot be used: it is no file"),
    };
    await expect(readOverrides(folder)).rejects.toMatchObject(said);
    expect(await findPdf(folder, { ...sampleDisclosure().source, file: "x.pdf" })).toBe(null);
  });
});

describe("a document.json of another's", () => {
  it("with a value under a name that every object has is refused, and no decision finds one there", async () => {
    await writeDisclosure(sampleDisclosure(), folder, "some");
    const [table] = sampleDisclosure().tables;
    const [row] = table?.rows ?? [];
    if (!table || !row) throw new Error("the sample has no row");
    const { page = table.pageStart, key } = row;
    const read = sampleDisclosure();
    const { sha256 } = read.source;
    const override = {
      kind: "value" as const,
      place: { page, table: table.id, row: key, column: "constructor" },
      value: "1",
      previous: null,
      printed: "",
      document: { sha256, entity: null, fiscalYear: null },
      author: "a",
      time: "2025-03-01T08:00:00Z",
      reason: "r",
    };
    const judged = rejudge(read, [override]);
    expect(judged.findings.filter(({ rule }) => rule.startsWith("override."))).toMatchObject([
      { rule: "override.stale", message: expect.stringContaining("no such cell is on that page") },
    ]);
    const file = join(folder, "some/tables", `${table.id}.json`);
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace('"values": {', '"values": { "constructor": "1", '));
    await expect(readDisclosure(join(folder, "some"))).rejects.toThrow("is not as this version writes it");
  });

  it("that speaks of more pages than there can be fills no memory", () => {
    const disclosure = sampleDisclosure();
    const data = buildData({ ...disclosure, source: { ...disclosure.source, pages: 2e9 } }, null);
    expect(data.pages.length).toBe(20_000);
  });
});
