import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Library, loadLibrary } from "../../src/cli/library.js";
import { main } from "../../src/cli/main.js";
import { type Disclosure, type Finding, JuesuanError } from "../../src/model/index.js";
import { writeDisclosure } from "../../src/output/index.js";
import { sampleDisclosure } from "../output/sample.js";
import { sarifErrors } from "../output/sarif-schema.js";
import { FakeIo } from "./fake-io.js";

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "juesuan-check-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const FINDING: Finding = {
  rule: "F02.row",
  severity: "error",
  message: "行政运行: 1,000.00 differs from 1,000.01 by -0.01 (p. 2)",
  place: { page: 2, table: "income-by-function", row: "total", column: "total" },
  actual: "1000.00",
  expected: "1000.01",
  tolerance: "0.005",
  operands: [],
  note: null,
};

/** In an order that is not the one to be shown. */
const FINDINGS: readonly Finding[] = [
  { ...FINDING, rule: "YOY", severity: "info", actual: "12.8", expected: "12.7452", note: "double rounding" },
  { ...FINDING, rule: "N6.4", severity: "warning", actual: "个人农业生产补贴、医疗费", expected: null, place: {} },
  { ...FINDING, rule: "N5.12", actual: "20", expected: "0", place: { page: 20 } },
  { ...FINDING, rule: "N5.1", actual: "2080101", expected: null, place: { page: 19 } },
  FINDING,
];

const disclosure = (findings: readonly Finding[] = FINDINGS): Disclosure => ({
  ...sampleDisclosure(),
  findings: [...findings],
});

const library: Pick<Library, "extract"> = {
  async extract(source, options) {
    const name = String(source);
    options?.onProgress?.({ phase: "read", page: 1, pages: 4 });
    if (name.includes("bad")) throw new JuesuanError("not-pdf", "bad.pdf is no PDF: download it again");
    if (name.includes("failed")) return { ...disclosure([FINDING]), status: "failed" };
    return name.includes("clean") ? disclosure([]) : disclosure();
  },
};

async function run(args: readonly string[], io = new FakeIo(library)) {
  const code = await main(["check", ...args], io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}

/** A world whose standard output is a terminal. */
function terminal(columns: number, env: Record<string, string> = {}): FakeIo {
  const io = new FakeIo(library);
  Object.assign(io.stdout, { isTTY: true, columns });
  Object.assign(io.env, env);
  return io;
}

describe("juesuan check, as a table", () => {
  it("shows errors and warnings, most severe first, then by rule; figures stand right, Chinese counts double", async () => {
    const { code, out, err } = await run(["a/x.pdf"]);
    expect(out.split("\n")).toEqual([
      "a/x.pdf: partial",
      "severity  rule     page            printed  expected  difference  message",
      `error     F02.row     2           1,000.00  1,000.01       -0.01  ${FINDING.message}`,
      `error     N5.1       19            2080101                        ${FINDING.message}`,
      `error     N5.12      20                 20         0         +20  ${FINDING.message}`,
      `warning   N6.4           个人农业生产补贴…                        ${FINDING.message}`,
      "",
      "3 errors, 1 warning in 1 document; not shown: 1 info (--severity info)",
      "",
    ]);
    expect([code, err]).toEqual([1, ""]);
  });

  it("shows as much as is asked for", async () => {
    expect((await run(["x.pdf", "--severity", "info"])).out).toMatch(
      /info {6}YOY {9}2 +12\.8 +12\.7452 +\+0\.0548 .*\[double rounding\]\n/,
    );
    const errors = await run(["x.pdf", "--severity", "error"]);
    expect(errors.out).not.toContain("N6.4");
    expect(errors.out).toContain("3 errors in 1 document; not shown: 1 warning, 1 info (--severity info)");
  });

  it("keeps to the rules asked for, and so does its exit code", async () => {
    const narrative = await run(["x.pdf", "--rule", "N5.*", "--rule", "yoy,N6.4"]);
    expect(narrative.out).not.toContain("F02.row");
    expect(narrative.out).toContain("2 errors, 1 warning in 1 document; not shown: 1 info");
    expect(await run(["x.pdf", "--rule", "N6.4"])).toMatchObject({ code: 0 });
    const none = await run(["x.pdf", "--rule", "P*"]);
    expect(none).toMatchObject({ code: 0, out: "x.pdf: partial, no findings\n\nno findings in 1 document\n" });
  });

  it("says so where there is nothing to show", async () => {
    expect(await run(["clean.pdf"])).toEqual({
      code: 0,
      out: "clean.pdf: partial, no findings\n\nno findings in 1 document\n",
      err: "",
    });
    expect((await run(["x.pdf", "--rule", "YOY"])).out).toBe(
      "x.pdf: partial, nothing to show but 1 info\n\nno findings in 1 document; not shown: 1 info (--severity info)\n",
    );
  });

  it("wraps the message on a terminal, under the figures where it is narrow, and colours", async () => {
    const wide = terminal(118, { NO_COLOR: "1" });
    await run(["x.pdf"], wide);
    const line = wide.stdout.text.split("\n").find((text) => text.includes("F02.row")) ?? "";
    expect(line).toMatch(/ {2}行政运行: 1,000\.00 differs from 1,000\.01 by -0\.01$/);
    expect(wide.stdout.text).toContain(`\n${" ".repeat(66)}(p. 2)\n`);

    const narrow = terminal(60, { NO_COLOR: "1" });
    await run(["x.pdf"], narrow);
    expect(narrow.stdout.text).toContain("-0.01\n    行政运行: 1,000.00 differs from 1,000.01 by -0.01 (p. 2)\n");

    const coloured = terminal(200);
    await run(["x.pdf"], coloured);
    expect(coloured.stdout.text).toContain("\u001b[31merror\u001b[0m     F02.row     2");
    for (const plain of [wide, narrow]) expect(plain.stdout.text).not.toContain("\u001b");
    const dumb = terminal(200, { TERM: "dumb" });
    await run(["x.pdf"], dumb);
    expect(dumb.stdout.text).not.toContain("\u001b");
  });

  it("does not let a document steer the terminal", async () => {
    const io = new FakeIo({
      extract: async () => disclosure([{ ...FINDING, message: "a\u001b[2Jb\nc\u202ed", actual: "\u0007" }]),
    });
    expect((await run(["x.pdf"], io)).out).toContain("a [2Jb c d\n");
    for (const control of ["\u001b", "\u0007", "\u202e"]) expect(io.stdout.text).not.toContain(control);
  });

  it("takes several documents, goes on after one that fails, and exits with the worst", async () => {
    const { code, out, err } = await run(["bad.pdf", "a/failed.pdf", "clean.pdf"]);
    expect(err.split("\n")).toEqual([
      "juesuan: bad.pdf is no PDF: download it again",
      `juesuan: a/failed.pdf: ${FINDING.message}`,
      "",
    ]);
    expect(out).toContain("a/failed.pdf: failed\n");
    expect(out).toContain("\nclean.pdf: partial, no findings\n");
    expect(out).toContain("\n1 error in 2 documents\n");
    expect(code).toBe(2);
    expect(await run(["bad.pdf"])).toMatchObject({ code: 2, out: "" });
  });

  it("reads standard input for -", async () => {
    expect((await run(["-"])).out).toContain("stdin: partial\n");
  });

  it("shows progress on a terminal, and takes it away", async () => {
    const io = new FakeIo(library, { isTTY: true, columns: 80 });
    await run(["clean.pdf"], io);
    expect(io.stderr.text).toBe("\r\u001b[2Kclean.pdf  read 1/4\r\u001b[2K");
  });
});

describe("juesuan check of what extract wrote", () => {
  const unused = () => new FakeIo();

  it("reads a document's folder, and every one of a folder of them", async () => {
    await writeDisclosure(disclosure(), dir, "b");
    await writeDisclosure(disclosure([]), dir, "a");
    await mkdir(join(dir, "other"));
    await writeFile(join(dir, "values.csv"), "");
    const one = await run([join(dir, "b")], unused());
    expect(one.out).toContain(`${join(dir, "b")}: partial\n`);
    expect(one.out).toContain("3 errors, 1 warning in 1 document");
    const all = await run([dir], unused());
    expect(all.out.split("\n").filter((line) => line.startsWith(dir))).toEqual([
      `${join(dir, "a")}: partial, no findings`,
      `${join(dir, "b")}: partial`,
    ]);
    expect([all.code, all.err]).toEqual([1, ""]);
  });

  it("fails on a folder without any, and says what to name", async () => {
    expect(await run([dir], unused())).toMatchObject({
      code: 2,
      out: "",
      err: `juesuan: ${dir}: no output of juesuan is in this folder (no document.json)\n`,
    });
    await writeFile(join(dir, "x.pdf"), "");
    expect((await run([dir], unused())).err).toContain(`; for the PDFs in it name them: ${join(dir, "*.pdf")}`);
  });

  it.each<[string, string | null, RegExp]>([
    ["findings.json", null, /findings\.json is missing: extract the document again/],
    ["findings.json", "[{", /findings\.json is no JSON: extract/],
    ["findings.json", "{}", /findings\.json is not as this version writes it \(.*no list of findings\)/],
    ["findings.json", '[{"rule": "x"}]', /findings\.json is not as this version writes it \(.*schema finding.*\)/],
    ["document.json", "{}", /document\.json is not as this version writes it \(.*schema document.*\)/],
  ])("fails on a broken %s (%j)", async (file, text, line) => {
    await writeDisclosure(disclosure(), dir, "b");
    if (text === null) await rm(join(dir, "b", file));
    else await writeFile(join(dir, "b", file), text);
    const { code, err } = await run([join(dir, "b")], unused());
    expect(err).toMatch(line);
    expect(err).toMatch(/^juesuan: [^\n]+\n$/);
    expect(code).toBe(2);
  });
});

describe("juesuan check for machines", () => {
  it("prints JSON: every finding as in findings.json, under its document", async () => {
    const { code, out } = await run(["x.pdf", "bad.pdf", "--format", "json", "--severity", "error"]);
    expect(JSON.parse(out)).toEqual({
      documents: [
        {
          document: "x.pdf",
          source: sampleDisclosure().source,
          status: "partial",
          findings: [FINDINGS[4], FINDINGS[3], FINDINGS[2]],
        },
      ],
      unread: [{ document: "bad.pdf", message: "bad.pdf is no PDF: download it again" }],
      counts: { error: 3, warning: 0, info: 0 },
    });
    expect(code).toBe(2);
  });

  it("prints SARIF that its schema takes, the same from a PDF and from its folder", async () => {
    const { out } = await run(["x.pdf", "--format", "sarif"]);
    expect(sarifErrors(JSON.parse(out))).toEqual([]);
    await writeDisclosure(disclosure(), dir, "x");
    expect(await run([join(dir, "x"), "--format", "sarif"], new FakeIo())).toEqual({ code: 1, out, err: "" });
  });
});

describe("juesuan check, called wrongly", () => {
  it.each([
    [["check"], /missing required argument 'path'; see juesuan check --help/],
    [["check", "x.pdf", "--severity", "bad"], /argument 'bad' is invalid\. Allowed choices are error, warning, info/],
    [["check", "x.pdf", "--format", "xml"], /Allowed choices are table, json, sarif/],
    [["check", "x.pdf", "--rule", "F02.rwo"], /no rule matches "F02\.rwo": write e\.g\. F02\.row/],
  ])("%j", async (args, line) => {
    const io = new FakeIo(library);
    expect(await main(args, io)).toBe(2);
    expect(io.stderr.text).toMatch(line);
    expect(io.stderr.text).toMatch(/^juesuan: [^\n]+\n$/);
    expect(io.stdout.text).toBe("");
  });

  it("helps with examples", async () => {
    const io = new FakeIo();
    expect(await main(["check", "--help"], io)).toBe(0);
    expect(io.stdout.text).toContain("Examples:\n  juesuan check report.pdf");
  });
});

describe("juesuan check of the sample", () => {
  const pdf = fileURLToPath(new URL("../../samples/wuhan-2024/wuhan-2024.pdf", import.meta.url));

  it.skipIf(!existsSync(pdf))(
    "finds what the publisher got wrong",
    async () => {
      const io = new FakeIo({ extract: (await loadLibrary()).extract });
      const { code, out } = await run([pdf, "--format", "sarif"], io);
      const log: unknown = JSON.parse(out);
      expect(sarifErrors(log)).toEqual([]);
      // 占一般公共预算项目支出总额的100%: 47,127.58 of 46,015.45 万元 is 102.4 %.
      expect(log).toMatchObject({
        runs: [
          {
            results: expect.arrayContaining([
              expect.objectContaining({
                ruleId: "PCT",
                level: "error",
                message: { text: expect.stringMatching(/102\.4169%/) },
              }),
            ]),
          },
        ],
      });
      expect(code).toBe(1);
    },
    60_000,
  );
});
