import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPILING, Installed } from "./installed.js";

const ENCRYPTED = fileURLToPath(new URL("../fixtures/password-secret.pdf", import.meta.url));

/** A PDF of the given objects with a right cross-reference table. */
function pdf(objects: readonly string[]): string {
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  return `${body}${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}

const LOOP = pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"]);
const RANDOM = Buffer.concat(fc.sample(fc.uint8Array({ minLength: 4000, maxLength: 4000 }), { numRuns: 1, seed: 1 }));

/** Name, what the file holds, arguments after it, what the one line must say. */
const CASES: readonly [string, string | Uint8Array | null, readonly string[], RegExp][] = [
  ["empty.pdf", "", [], /empty/],
  ["page.pdf", "<!DOCTYPE html><html><head><title>404</title></head></html>", [], /web page/],
  ["random.pdf", RANDOM, [], /not? (a )?PDF/],
  ["head-only.pdf", "%PDF-1.7\n", [], /cannot be read/],
  ["random-after-head.pdf", Buffer.concat([Buffer.from("%PDF-1.7\n"), RANDOM]), [], /cannot be read/],
  ["loop.pdf", LOOP, [], /cannot be read/],
  ["no-pages.pdf", pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]), [], /./],
  ["missing.pdf", null, [], /no such file|not found|does not exist/i],
  ["folder.pdf", "folder", [], /this is a folder, .* juesuan batch/],
  ["locked.pdf", readFileSync(ENCRYPTED), [], /password/],
  ["locked.pdf", readFileSync(ENCRYPTED), ["--password", "wrong"], /password is wrong/],
];

describe("bad input", () => {
  let juesuan: Installed;
  beforeAll(() => {
    juesuan = new Installed();
    mkdirSync(join(juesuan.folder, "folder.pdf"));
    for (const [name, content] of CASES) {
      if (content !== null && content !== "folder") writeFileSync(join(juesuan.folder, name), content);
    }
  }, COMPILING);
  afterAll(() => juesuan.remove());

  it.each(CASES)("%s: one line, exit 2, nothing written", async (name, _content, flags, line) => {
    const { code, out, err } = await run(juesuan, ["extract", name, ...flags]);
    expect(err).toMatch(/^juesuan: [^\n]+\n$/);
    expect(err).toMatch(line);
    expect(err).toContain(name);
    expect(err).not.toMatch(/fault of juesuan/);
    expect([code, out]).toEqual([2, ""]);
    expect(readdirSync(join(juesuan.folder, "out"))).toEqual([]);
  });

  it.each(CASES.filter(([, content]) => content !== null && content !== "folder"))(
    "%s through standard input: the same",
    async (name, _content, flags, line) => {
      const { code, out, err } = juesuan.shell(`juesuan extract - ${flags.join(" ")} < ${name}`);
      expect(err).toMatch(/^juesuan: [^\n]+\n$/);
      expect(err).toMatch(line);
      expect([code, out]).toEqual([2, ""]);
    },
  );

  it.skipIf(process.getuid === undefined)("says when it may not read the file", async () => {
    writeFileSync(join(juesuan.folder, "secret.pdf"), "%PDF-", { mode: 0o000 });
    // Root may read everything: only another user shows what a refusal looks like.
    const user = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const { code, err } = await run(juesuan, ["extract", "secret.pdf", "--stdout"], user);
    expect([code, err]).toEqual([2, expect.stringMatching(/^juesuan: [^\n]*secret\.pdf[^\n]*permission[^\n]*\n$/)]);
  });

  it("opens a locked file with its password", async () => {
    const { code, out, err } = await run(juesuan, ["extract", "locked.pdf", "--password", "secret", "--stdout"]);
    expect(err).not.toMatch(/password/);
    expect(JSON.parse(out)).toMatchObject({ source: { file: "locked.pdf", pages: 1 } });
    expect([0, 1, 2]).toContain(code);
  });
});

async function run(juesuan: Installed, args: readonly string[], user: { uid?: number } = {}) {
  const child = juesuan.start(args, user);
  const exit = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const [out, err] = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : "")));
  return { code: await exit, out: out ?? "", err: err ?? "" };
}
