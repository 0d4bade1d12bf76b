import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { collectSources } from "../../src/batch/inputs/collect.js";
import { processDocument } from "../../src/batch/process-document.js";
import { runBatch } from "../../src/batch/run.js";
import { sampleDisclosure } from "../output/sample.js";
import { BUCKETS } from "./memory-store.js";

describe("a bucket in the place of folders", () => {
  const work = mkdtempSync(join(tmpdir(), "juesuan-bucket-"));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const storeModule = new URL("./memory-store.ts", import.meta.url).href;
  const extract = async () => sampleDisclosure();

  it("gives documents and takes results; only the journal is local", async () => {
    BUCKETS.set(
      "memory://in/",
      new Map([
        ["x/a.pdf", "one"],
        ["b.pdf", "two"],
        ["notes.txt", "no"],
      ]),
    );
    const sources = await collectSources(["memory://in/"], { storeModule });
    const output = "memory://out/";
    const report = await runBatch(sources, {
      output,
      work,
      storeModule,
      async engine(jobs, events) {
        for (const job of jobs) await events.finished(job, await processDocument(job, { extract }), 1);
      },
    });
    const keys = [...(BUCKETS.get(output)?.keys() ?? [])];
    expect(report.partial).toBe(2);
    expect(keys).toEqual(
      expect.arrayContaining(["a/document.json", "b/document.json", "values.csv", "datapackage.json"]),
    );
    expect(readdirSync(work)).toEqual(expect.arrayContaining(["journal.jsonl", "values.csv"]));
    const again = await runBatch(sources, {
      output,
      work,
      storeModule,
      engine: () => Promise.reject(new Error("done")),
    });
    expect(again.skipped).toBe(2);
  });

  it("says what is missing", async () => {
    await expect(runBatch([], { output: "memory://out/", storeModule })).rejects.toThrow(/--work/);
    await expect(collectSources(["s3://x/"])).rejects.toThrow(/--store/);
    await expect(collectSources(["s3://x/"], { storeModule })).rejects.toThrow(/does not open/);
  });
});
