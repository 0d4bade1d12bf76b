import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failedOutcome } from "../../src/batch/job.js";
import { Journal, type JournalEntry } from "../../src/batch/journal.js";

const entry = (key: string, message = "m"): JournalEntry => ({
  key,
  sha256: `sha-${key}`,
  name: key,
  source: `${key}.pdf`,
  outcome: failedOutcome("not-pdf", message),
  seconds: 1,
  attempts: 1,
});

describe("the journal", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "juesuan-journal-"));
    path = join(folder, "journal.jsonl");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function read(): Promise<string[]> {
    const journal = await Journal.open(path);
    await journal.close();
    return [...journal.entries.keys()];
  }

  it("gives back what was appended, the last entry of a key", async () => {
    const journal = await Journal.open(path);
    await Promise.all([journal.append(entry("a")), journal.append(entry("b")), journal.append(entry("a", "later"))]);
    await journal.close();
    const again = await Journal.open(path);
    await again.close();
    expect([...again.entries.values()]).toEqual([entry("b"), entry("a", "later")]);
  });

  it("loses only the torn line, wherever it was torn", async () => {
    const journal = await Journal.open(path);
    for (const key of ["甲", "乙", "丙"]) await journal.append(entry(key));
    await journal.close();
    const whole = readFileSync(path);
    const last = whole.lastIndexOf("\n", whole.length - 2) + 1;
    for (let length = last; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      expect(await read()).toEqual(["甲", "乙"]);
      const mended = await Journal.open(path);
      await mended.append(entry("丁"));
      await mended.close();
      expect(await read()).toEqual(["甲", "乙", "丁"]);
    }
  });

  it("skips what is no entry in the middle", async () => {
    const journal = await Journal.open(path);
    await journal.append(entry("a"));
    await journal.close();
    appendFileSync(path, '\u0000\u0000\n{"format":99,"key":"x"}\nnull\n');
    appendFileSync(path, readFileSync(path, "utf8").split("\n")[0]?.replaceAll('"a', '"b') ?? "");
    appendFileSync(path, "\n");
    expect(await read()).toEqual(["a", "b"]);
  });
});
