import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.js";
import { generator } from "../../src/output/generator.js";
import { schemaText } from "../../src/output/schemas.js";
import { FakeIo } from "./fake-io.js";

const MINIMAL = fileURLToPath(new URL("../../samples/minimal/minimal.pdf", import.meta.url));

async function run(...args: string[]) {
  const io = new FakeIo();
  const code = await main(args, io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}

describe("juesuan", () => {
  it.each([
    [["--help"]],
    [["help", "extract"]],
    [["extract", "--help"]],
    [["inspect", "--help"]],
    [["schema", "--help"]],
    [["forms", "--help"]],
    [["forms", "list", "--help"]],
    [["forms", "show", "--help"]],
    [["forms", "draft", "--help"]],
    [["forms", "test", "--help"]],
  ])("%j helps with examples, on standard output", async (args) => {
    const { code, out, err } = await run(...args);
    expect(out).toContain("Usage: juesuan");
    expect(out).toContain("Examples:\n  juesuan");
    expect([code, err]).toEqual([0, ""]);
  });

  it("prints its version", async () => {
    expect(await run("--version")).toEqual({ code: 0, out: `${generator().version}\n`, err: "" });
  });

  it.each([
    [[], /no command given: try juesuan extract FILE/],
    [["forms"], /no command given: try juesuan forms list, or juesuan forms --help/],
    [["forms", "draft", "x.pdf"], /required option '--page <number>' not specified; see juesuan forms draft --help/],
    [["forms", "test"], /required option '--forms <dir>' not specified; see juesuan forms test --help/],
    [["extrat", "x.pdf"], /unknown command 'extrat'; did you mean extract\?; see juesuan --help/],
    [["extract"], /missing required argument 'file'; see juesuan extract --help/],
    [
      ["extract", "x.pdf", "--outptu", "y"],
      /unknown option '--outptu'; did you mean --output\?; see juesuan extract --help/,
    ],
    [["extract", "x.pdf", "--stdout", "-o", "y"], /'--stdout' cannot be used with option '-o, --output <dir>'; see/],
    [["extract", "x.pdf", "-o", ""], /-o needs the name of a folder/],
    [
      ["extract", "x.pdf", "--pages", "20-6"],
      /argument '20-6' is invalid\. Write 6-20, 3 or 1-3,8; the first page is 1\.; see/,
    ],
    [["extract", "x.pdf", "--pages", "0"], /argument '0' is invalid/],
    [["extract", "x.pdf", "--pages", "a"], /argument 'a' is invalid/],
    [["schema", "tabel"], /no schema is named "tabel": choose one of document, facts-row, finding/],
    [["schema", "table", "x"], /too many arguments/],
  ])("%j is a wrong call: one line says how to mend it, exit 2", async (args, line) => {
    const { code, out, err } = await run(...args);
    expect(err).toMatch(line);
    expect(err).toMatch(/^juesuan: [^\n]+\n$/);
    expect([code, out]).toEqual([2, ""]);
  });
});

describe("juesuan inspect", () => {
  it("says where the pictures are", async () => {
    const folder = mkdtempSync(join(tmpdir(), "juesuan-pictures-"));
    try {
      const { code, err } = await run("inspect", MINIMAL, "--overlay", folder);
      expect(err).toContain(`1 picture → ${folder}\n`);
      expect(readdirSync(folder)).toEqual(["page-001.png"]);
      expect(code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("juesuan schema", () => {
  it("lists the names", async () => {
    expect(await run("schema")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^document\nfacts-row\n/),
      err: "",
    });
  });

  it("prints one as it is published", async () => {
    expect(await run("schema", "table")).toEqual({ code: 0, out: schemaText("table"), err: "" });
  });
});
