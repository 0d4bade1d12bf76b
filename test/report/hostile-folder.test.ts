/** A folder that somebody else made: nothing in it may hang, fill the memory, or be read that is none of its files. */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDisclosure, readOverrides } from "../../src/output/index.js";
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
    await expect(readOverrides(folder)).rejects.toThrow("it is no file");
    expect(await findPdf(folder, { ...sampleDisclosure().source, file: "x.pdf" })).toBe(null);
  });
});

describe("a document.json of another's", () => {
  it("that speaks of more pages than there can be fills no memory", () => {
    const disclosure = sampleDisclosure();
    const data = buildData({ ...disclosure, source: { ...disclosure.source, pages: 2e9 } }, null);
    expect(data.pages.length).toBe(20_000);
  });
});
