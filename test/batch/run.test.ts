import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPILING, Installed } from "../cli/installed.js";
import { collectionOf, csvRows, FAKE_PIPELINE, ordinary, writeInputs } from "./fake-pipeline.js";
import { mulberry32 } from "./random.js";

describe("a run", () => {
  let juesuan: Installed;
  const path = (name: string) => join(juesuan.folder, name);
  const status = (folder: string) =>
    Object.fromEntries(csvRows(folder, "documents").map((row) => [row.document ?? "", row.reason || row.status]));
  beforeAll(() => {
    juesuan = new Installed(FAKE_PIPELINE);
  }, COMPILING);
  afterAll(() => juesuan.remove());

  it("ends with a status for every file, whatever one of them does", () => {
    const inputs = writeInputs(path("in"), {
      ...ordinary(3),
      "complete.pdf": "complete 局 2024",
      "crash.pdf": "crash",
      "crash-once.pdf": "crash-once 局 2024",
      "heap.pdf": "heap",
      "outside.pdf": "outside",
      "bug.pdf": "bug",
      "page.pdf": "page",
    });
    const run = `JUESUAN_TEST_MARK=mark juesuan batch ${inputs} gone.pdf -o out --jobs 2 --memory 400`;
    const { code, err } = juesuan.shell(run);
    expect(status(path("out"))).toEqual({
      d000: "partial",
      d001: "partial",
      d002: "partial",
      complete: "complete",
      crash: "crash",
      "crash-once": "partial",
      heap: "memory",
      outside: "memory",
      bug: "internal",
      page: "not-pdf",
      gone: "io",
    });
    expect(code).toBe(2);
    expect(err).toContain("11 files: 1 complete, 4 partial, 6 failed");
    expect(JSON.parse(readFileSync(path("out/batch.json"), "utf8"))).toMatchObject({
      files: 11,
      complete: 1,
      partial: 4,
      failed: 6,
      reasons: expect.arrayContaining([
        { code: "memory", count: 2 },
        { code: "crash", count: 1 },
      ]),
    });
    expect(readdirSync(path("out/crash-once"))).toContain("document.json");
    expect(existsSync(path("out/crash"))).toBe(false);
  });

  it("ends a document that takes too long, and only that", () => {
    const inputs = writeInputs(path("in7"), { "a-hang.pdf": "hang", "b.pdf": "complete 局 2024" });
    juesuan.shell(`juesuan batch ${inputs} -o out7 --jobs 1 --timeout 2`);
    expect(status(path("out7"))).toEqual({ "a-hang": "timeout", b: "complete" });
  });

  it("does what is new, changed or to be retried, and nothing else", () => {
    const inputs = writeInputs(path("in2"), { ...ordinary(3), "once.pdf": "crash-once 局 2024", "page.pdf": "page" });
    const read = (flags = "") => {
      const { err } = juesuan.shell(`JUESUAN_TEST_MARK=no/such/folder juesuan batch ${inputs} -o out2 ${flags}`);
      return [...err.matchAll(/\/(\w+)\.pdf: /g)].map(([, name]) => name).sort();
    };
    expect(read()).toEqual(["d000", "d001", "d002", "once", "page"]);
    expect(read()).toEqual([]);
    writeInputs(path("in2"), { "d001.pdf": "complete 局 2024", "new.pdf": "complete 局 2025" });
    expect(read()).toEqual(["d001", "new"]);
    expect(status(path("out2"))).toMatchObject({ d001: "complete", new: "complete" });
    expect(read("--retry-failed")).toEqual(["once", "page"]);
    rmSync(path("out2/d002"), { recursive: true });
    expect(read()).toEqual(["d002"]);
  });

  it("reads again what people decided something about, or took it back", () => {
    const inputs = writeInputs(path("in8"), ordinary(2));
    const read = () => {
      const { err } = juesuan.shell(`juesuan batch ${inputs} -o out8`);
      return [...err.matchAll(/\/(\w+)\.pdf: /g)].map(([, name]) => name).sort();
    };
    const title = () => csvRows(path("out8"), "documents").find(({ document }) => document === "d001")?.title;
    expect(read()).toEqual(["d000", "d001"]);
    const before = title();
    const withdrawal = { kind: "withdrawal", of: 1, author: "李四", time: "2025-03-01T08:00:00Z", reason: "看过原件" };
    const overrides = { schemaVersion: "1.0", overrides: [withdrawal] };
    writeFileSync(path("out8/d001/overrides.json"), JSON.stringify(overrides));
    expect(read()).toEqual(["d001"]);
    expect(title()).toBe("看过原件");
    expect(JSON.parse(readFileSync(path("out8/d001/overrides.json"), "utf8"))).toEqual(overrides);
    expect(read()).toEqual([]);
    writeFileSync(path("out8/d001/overrides.json"), "{}");
    expect(read()).toEqual(["d001"]);
    expect(status(path("out8"))).toEqual({ d000: "partial", d001: "io" });
    rmSync(path("out8/d001/overrides.json"));
    expect(read()).toEqual(["d001"]);
    expect(title()).toBe(before);
  });

  it("reads the same bytes once and reports them twice", () => {
    const inputs = writeInputs(path("in3"), { "a.pdf": "complete 局 2024", "b.pdf": "complete 局 2024" });
    writeFileSync(path("in3/list.csv"), "file,region,url\na.pdf,沪,https://a\nb.pdf,鄂,https://b\n");
    const { err } = juesuan.shell(`juesuan batch ${inputs} in3/list.csv -o out3`);
    expect(err.match(/\.pdf: /g)).toHaveLength(1);
    const rows = csvRows(path("out3"), "documents");
    expect(rows.map((row) => [row.document, row.duplicate_of, row.status, row.region, row.url])).toEqual([
      ["a", "", "complete", "沪", "https://a"],
      ["b", "a", "complete", "鄂", "https://b"],
    ]);
    expect(new Set(csvRows(path("out3"), "values").map((row) => row.document))).toEqual(new Set(["a"]));
  });

  it("gives the same collection with any number of workers, by entity and year", () => {
    const inputs = writeInputs(path("in4"), ordinary(12));
    for (const jobs of [1, 4]) juesuan.shell(`juesuan batch ${inputs} -o out4-${jobs} --jobs ${jobs}`);
    expect(collectionOf(path("out4-4"))).toEqual(collectionOf(path("out4-1")));
    const order = csvRows(path("out4-1"), "documents").map((row) => `${row.entity} ${row.fiscal_year}`);
    expect(order).toEqual([...order].sort());
  });

  it("goes on after kill -9 at ten moments to the same collection", async () => {
    const inputs = writeInputs(path("in5"), ordinary(24, 20));
    juesuan.shell(`juesuan batch ${inputs} -o undisturbed --jobs 2`);
    const random = mulberry32(5);
    for (let kill = 0; kill < 10; kill++) {
      const child = juesuan.start(["batch", inputs, "-o", "killed", "--jobs", "2", "--progress", "json"]);
      const exit = once(child, "exit");
      // The moment is a number of events and some microseconds: as random as a clock, and the same in every run of the test.
      let events = Math.floor(random() * 14);
      child.stdout?.on("data", (text: Buffer) => {
        events -= text.toString().split("\n").length - 1;
        if (events <= 0) setTimeout(() => child.kill("SIGKILL"), random() * 30);
      });
      await exit;
    }
    const { err } = juesuan.shell(`juesuan batch ${inputs} -o killed --jobs 2`);
    expect(err).toContain("24 files: 0 complete, 24 partial, 0 failed");
    expect(collectionOf(path("killed"))).toEqual(collectionOf(path("undisturbed")));
    const leftovers = readdirSync(path("killed"), { recursive: true }).filter((name) =>
      /\.tmp|\.old$/.test(String(name)),
    );
    expect(leftovers).toEqual([]);
  }, 120_000);

  it("keeps a second run out", async () => {
    const inputs = writeInputs(path("in6"), { "hang.pdf": "hang" });
    const first = juesuan.start(["batch", inputs, "-o", "out6", "--progress", "json"]);
    const exit = once(first, "exit");
    if (first.stdout) await once(first.stdout, "data");
    expect(juesuan.shell(`juesuan batch ${inputs} -o out6`)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^juesuan: another run writes there \(process \d+ on [^\n]+\n$/),
    });
    first.kill("SIGINT");
    expect(await exit).toEqual([130, null]);
    expect(existsSync(path("out6/.juesuan/lock"))).toBe(false);
  });
});
