import { createHash } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { readSource } from "../../src/disclosure/source.js";
import { JuesuanError } from "../../src/model/error.js";

const folder = mkdtempSync(join(tmpdir(), "juesuan-source-"));
afterAll(() => rmSync(folder, { recursive: true }));

const BYTES = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 31) % 256);
const path = join(folder, "决算 2024.pdf");
writeFileSync(path, BYTES);
const SHA = createHash("sha256").update(BYTES).digest("hex");

async function failure(promise: Promise<unknown>): Promise<[code: string, message: string]> {
  const cause = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(cause instanceof JuesuanError)) throw new Error(`not the library's error: ${String(cause)}`);
  expect(cause.message).not.toContain("\n");
  return [cause.code, cause.message];
}

describe("a source", () => {
  it("from a path is named after the file", async () => {
    expect(await readSource(path, undefined)).toMatchObject({ name: "决算 2024.pdf", sha256: SHA });
  });

  it.each<[string, () => Parameters<typeof readSource>[0]]>([
    ["bytes", () => BYTES],
    ["a Node stream", () => createReadStream(path)],
    ["a web stream", () => new Blob([BYTES]).stream()],
    ["a stream of small pieces", () => Readable.from([BYTES.subarray(0, 7), BYTES.subarray(7)])],
  ])("from %s is the same bytes, named as the caller says", async (_what, source) => {
    const read = await readSource(source(), "x.pdf");
    expect([read.name, read.sha256, read.bytes.length]).toEqual(["x.pdf", SHA, BYTES.length]);
  });

  it("without a name is document.pdf", async () => {
    expect((await readSource(BYTES, undefined)).name).toBe("document.pdf");
  });

  it("that is missing or a folder is refused with one line", async () => {
    expect(await failure(readSource(join(folder, "none.pdf"), undefined))).toEqual([
      "io",
      expect.stringMatching(/none\.pdf: there is no such file/),
    ]);
    expect(await failure(readSource(folder, undefined))).toEqual(["io", expect.stringMatching(/a folder/)]);
  });

  it("whose stream breaks is refused in the same way", async () => {
    expect(await failure(readSource(createReadStream(join(folder, "none.pdf")), "x.pdf"))).toEqual([
      "io",
      expect.stringMatching(/^x\.pdf: there is no such file/),
    ]);
    const broken = Readable.from(
      (function* () {
        yield BYTES;
        throw new Error("connection reset");
      })(),
    );
    expect(await failure(readSource(broken, "x.pdf"))).toEqual(["io", expect.stringMatching(/connection reset/)]);
  });

  it("is not read once the signal says stop, nor to its end when it says so meanwhile", async () => {
    expect((await failure(readSource(path, undefined, AbortSignal.abort())))[0]).toBe("aborted");
    const stop = new AbortController();
    let pieces = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          if (++pieces === 3) stop.abort();
          yield BYTES;
        }
      })(),
    );
    expect((await failure(readSource(endless, "x.pdf", stop.signal)))[0]).toBe("aborted");
    expect(pieces).toBeLessThan(100);
  });
});
