import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ExtractOptions, Library, Source } from "../../src/cli/library.js";
import { main } from "../../src/cli/main.js";
import { type Disclosure, JuesuanError } from "../../src/model/index.js";
import { sampleDisclosure } from "../output/sample.js";
import { FakeIo } from "./fake-io.js";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "juesuan-cli-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const clean = (): Disclosure => ({ ...sampleDisclosure(), findings: [], missing: [], status: "complete" });
const failed = (): Disclosure => ({ ...sampleDisclosure(), tables: [], status: "failed" });

/** A library whose documents are told apart by name, and which keeps what it was called with. */
function library(calls: [Source, ExtractOptions | undefined][] = []): Pick<Library, "extract"> {
  return {
    async extract(source, options) {
      calls.push([source, options]);
      const name = String(source);
      if (name.includes("bad")) throw new JuesuanError("not-pdf", `${name} is no PDF: download it again`);
      if (name.includes("empty")) throw new JuesuanError("empty", "empty.pdf: the file is empty");
      if (name.includes("bug")) throw new TypeError("undefined is not\n  a function");
      if (name.includes("broken")) return { ...clean(), missing: ["x"], toc: [{ text: "", level: -1, page: 1 }] };
      options?.onProgress?.({ phase: "reading", page: 3, pages: 30 });
      return name.includes("clean") ? clean() : name.includes("failed") ? failed() : sampleDisclosure();
    },
  };
}

async function run(args: readonly string[], io = new FakeIo(library())) {
  const code = await main(args, io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}

describe("juesuan extract", () => {
  it("writes a folder per document and says so in one line on standard error", async () => {
    const { code, out, err } = await run(["extract", "a/clean.pdf", "-o", dir]);
    expect(out).toBe("");
    expect(err).toBe(
      `a/clean.pdf: complete, 2 of 2 forms, 1 unrecognised table, no findings → ${join(dir, "clean")}\n`,
    );
    expect(code).toBe(0);
    expect(await readdir(join(dir, "clean"))).toContain("document.json");
  });

  it("applies the overrides.json of the document's folder, and keeps one that it cannot use", async () => {
    const calls: [Source, ExtractOptions | undefined][] = [];
    const extract = () => run(["extract", "clean.pdf", "-o", dir], new FakeIo(library(calls)));
    const file = join(dir, "clean/overrides.json");
    const overrides = { schemaVersion: "1.0", overrides: [] };
    await mkdir(join(dir, "clean"));
    await writeFile(file, JSON.stringify(overrides)); // Brought along before there is any output.
    expect((await extract()).code).toBe(0);
    expect(calls[0]?.[1]?.overrides).toEqual(overrides);
    await writeFile(file, '{"overrides": [{"kind": "value"}]}');
    const { code, err } = await extract();
    expect(code).toBe(2);
    expect(err).toContain("clean/overrides.json cannot be used: the whole breaks schema overrides");
    expect(calls).toHaveLength(1);
    expect(await readFile(file, "utf8")).toContain("value");
  });

  it("exits 1 when there are error findings", async () => {
    const { code, err } = await run(["extract", "x.pdf", "-o", dir]);
    expect(err).toContain("x.pdf: partial, 2 of 3 forms, 1 unrecognised table, 1 error → ");
    expect(code).toBe(1);
  });

  it("exits 2 for a document of which nothing is usable, says why, and still writes what it found", async () => {
    const { code, err } = await run(["extract", "a/failed.pdf", "-o", dir, "--quiet"]);
    const counts = `failed, 0 of 1 forms, 1 error → ${join(dir, "failed")}`;
    expect(err).toBe(`juesuan: a/failed.pdf: the rows do not add up (${counts})\n`);
    expect(code).toBe(2);
    expect(existsSync(join(dir, "failed/findings.json"))).toBe(true);
  });

  it("goes on after a document that fails, and exits with the worst", async () => {
    const { code, err } = await run(["extract", "bad.pdf", "bug.pdf", "broken.pdf", "clean.pdf", "-o", dir]);
    const lines = err.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe("juesuan: bad.pdf is no PDF: download it again");
    expect(lines[1]).toContain("juesuan: bug.pdf: a fault of juesuan, please report it: undefined is not a function");
    expect(lines[2]).toContain(
      "juesuan: broken.pdf: a fault of juesuan, please report it: /toc/0/level breaks schema document",
    );
    expect(lines[3]).toContain("[4/4] clean.pdf: complete");
    expect(code).toBe(2);
    expect(await readdir(dir)).toEqual(["clean"]);
  });

  it("names a document as the caller wrote it, once", async () => {
    expect((await run(["extract", "a/empty.pdf", "-o", dir])).err).toBe("juesuan: a/empty.pdf: the file is empty\n");
    expect((await run(["extract", "empty.pdf", "-o", dir])).err).toBe("juesuan: empty.pdf: the file is empty\n");
  });

  it("shows a stack only when asked to", async () => {
    const io = new FakeIo(library());
    io.env.JUESUAN_DEBUG = "1";
    expect((await run(["extract", "bug.pdf", "-o", dir], io)).err).toContain("extract.test.ts");
    expect((await run(["extract", "bug.pdf", "-o", dir])).err).not.toContain("extract.test.ts");
  });

  it("numbers documents of the same name within a run, whichever fail", async () => {
    await run(["extract", "a/clean.pdf", "b/clean.pdf", "bad/clean.pdf", "c/clean.pdf", "-o", dir]);
    expect((await readdir(dir)).sort()).toEqual(["clean", "clean-2", "clean-4"]);
  });

  it("prints the whole disclosure and writes nothing with --stdout", async () => {
    const { code, out, err } = await run(["extract", "clean.pdf", "--stdout"]);
    expect(JSON.parse(out)).toEqual(clean());
    expect(err).toContain("clean.pdf: complete");
    expect(code).toBe(0);
    expect(existsSync("out/clean")).toBe(false);
  });

  it("hands the flags on to the library", async () => {
    const calls: [Source, ExtractOptions | undefined][] = [];
    await run(
      ["extract", "clean.pdf", "--pages", "6-20,3", "--password", "", "--stdout", "-q"],
      new FakeIo(library(calls)),
    );
    expect(calls[0]).toMatchObject([
      "clean.pdf",
      {
        pages: [
          [6, 20],
          [3, 3],
        ],
        password: "",
      },
    ]);
    await run(["extract", "clean.pdf", "--stdout"], new FakeIo(library(calls)));
    expect(Object.keys(calls[1]?.[1] ?? {}).sort()).toEqual(["onProgress", "signal"]);
  });

  it("reads standard input for -", async () => {
    const calls: [Source, ExtractOptions | undefined][] = [];
    const io = new FakeIo(library(calls));
    const { err } = await run(["extract", "-", "-o", dir], io);
    expect(calls[0]?.[0]).toBe(io.stdin);
    expect(calls[0]?.[1]).toMatchObject({ fileName: "stdin.pdf" });
    expect(err).toContain("stdin: partial");
    expect(await readdir(dir)).toEqual(["stdin"]);
  });

  it("does not wait for a terminal to type a PDF", async () => {
    const io = new FakeIo(library());
    Object.assign(io.stdin, { isTTY: true });
    const { code, err } = await run(["extract", "-", "--stdout"], io);
    expect([code, err]).toEqual([2, expect.stringContaining("no PDF comes in: pipe one into it")]);
  });

  it("shows progress on a terminal only, cut to its width, and takes it away again", async () => {
    const terminal = new FakeIo(library(), { isTTY: true, columns: 24 });
    await main(["extract", "clean-决算决算.pdf", "--stdout"], terminal);
    const clear = "\r\u001b[2K";
    expect(terminal.stderr.text.split(clear)).toEqual([
      "",
      "clean-决算决算.pdf  rea",
      expect.stringMatching(/^clean-决算决算\.pdf: complete/),
    ]);
    const sizeless = new FakeIo(library(), { isTTY: true, columns: 0 });
    await main(["extract", "clean.pdf", "--stdout"], sizeless);
    expect(sizeless.stderr.text).toContain("clean.pdf  reading 3/30");
    const quiet = new FakeIo(library(), { isTTY: true });
    await main(["extract", "clean.pdf", "--stdout", "--quiet"], quiet);
    expect(quiet.stderr.text).toBe("");
  });

  it("fails before any reading when the output folder cannot be made", async () => {
    await writeFile(join(dir, "file"), "");
    const calls: [Source, ExtractOptions | undefined][] = [];
    const { code, err } = await run(["extract", "clean.pdf", "-o", join(dir, "file")], new FakeIo(library(calls)));
    expect([code, err]).toEqual([2, expect.stringMatching(/^juesuan: cannot write .*file: it is a file.*\n$/)]);
    expect(calls).toEqual([]);
  });
});
