import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleDisclosure } from "../output/sample.js";
import { COMPILING, Installed } from "./installed.js";

/** Gives the sample; "big.pdf" with much text, "hang.pdf" only when it is told to stop. */
const PIPELINE = `
const sample = ${JSON.stringify({ ...sampleDisclosure(), findings: [] })};
export async function extract(source, { signal, onProgress }) {
  if (source === "big.pdf") return { ...sample, missing: Array(200000).fill("a line of text") };
  if (typeof source !== "string") {
    process.stderr.write("waiting\\n");
    for await (const chunk of source) chunk;
  }
  if (source !== "hang.pdf") return sample;
  const alive = setInterval(() => {}, 1000);
  process.stderr.write("reading\\n");
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  clearInterval(alive);
  throw signal.reason;
}`;

describe("the command as a process", () => {
  let juesuan: Installed;
  beforeAll(() => {
    juesuan = new Installed(PIPELINE);
  }, COMPILING);
  afterAll(() => juesuan.remove());

  it("keeps standard output for data and standard error for people", () => {
    const { code, out, err } = juesuan.shell("juesuan extract x.pdf --stdout");
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: "1.0" });
    expect([code, err]).toEqual([
      0,
      "x.pdf: partial, 2 of 3 forms, 1 unrecognised table, no findings → standard output\n",
    ]);
  });

  it("writes to out/ when nothing else is said", () => {
    expect(juesuan.shell("juesuan extract x.pdf").code).toBe(0);
    expect(readdirSync(join(juesuan.folder, "out"))).toEqual(["x"]);
  });

  it("is quiet when the reader goes away", () => {
    const { code, out, err } = juesuan.shell("set -o pipefail; juesuan extract big.pdf x.pdf --stdout | head -c 1");
    expect([code, out, err]).toEqual([0, "{", ""]);
    expect(juesuan.shell("juesuan --help | true; juesuan schema table | true")).toMatchObject({ code: 0, err: "" });
  });

  it("can be redirected to a file, whole", () => {
    const { code, out } = juesuan.shell("juesuan extract big.pdf --stdout 2>/dev/null > big.json && wc -l < big.json");
    expect([code, Number(out)]).toEqual([0, expect.any(Number)]);
    expect(Number(out)).toBeGreaterThan(200_000);
  });

  it.skipIf(!existsSync("/dev/full"))("says when standard output is full", () => {
    const { code, err } = juesuan.shell("juesuan extract x.pdf --stdout > /dev/full");
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^juesuan: x\.pdf: cannot write standard output: no space left[^\n]+\n$/),
    ]);
    expect(juesuan.shell("juesuan --help > /dev/full")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^juesuan: [^\n]+\n$/),
    });
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("stops cleanly at %s", async (signal, expected) => {
    const child = juesuan.start(["extract", "hang.pdf", "x.pdf", "-o", `out-${signal}`]);
    const exit = new Promise((resolve) => child.on("exit", resolve));
    child.stderr?.once("data", () => child.kill(signal));
    const err = child.stderr ? await text(child.stderr) : "";
    expect([await exit, err]).toEqual([
      expected,
      "reading\njuesuan: stopped; what was finished is kept, nothing is half-written\n",
    ]);
    expect(readdirSync(join(juesuan.folder, `out-${signal}`))).toEqual([]);
  });

  it("stops while it waits for standard input", async () => {
    const child = juesuan.start(["extract", "-", "-o", "out-stdin"]);
    const exit = new Promise((resolve) => child.on("exit", resolve));
    child.stderr?.once("data", () => child.kill("SIGINT"));
    const err = child.stderr ? await text(child.stderr) : "";
    expect([await exit, err]).toEqual([130, expect.stringMatching(/^waiting\njuesuan: stopped[^\n]+\n$/)]);
  });

  it.skipIf(process.platform === "win32")("says when it may not write there", async () => {
    const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const child = juesuan.start(["extract", "x.pdf", "-o", "/usr/juesuan-test"], nobody);
    const exit = new Promise((resolve) => child.on("exit", resolve));
    const err = child.stderr ? await text(child.stderr) : "";
    expect([await exit, err]).toEqual([
      2,
      "juesuan: cannot write /usr/juesuan-test: no permission: change the folder's rights or choose another output folder\n",
    ]);
  });
});
