import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { COMPILING, Installed } from "../cli/installed.js";
import { collectionOf, csvRows, FAKE_PIPELINE, ordinary, writeInputs } from "./fake-pipeline.js";
import { mulberry32 } from "./random.js";
import { HAS_REDIS, Redis } from "./redis.js";

describe.skipIf(!HAS_REDIS)("a run over a queue", () => {
  let juesuan: Installed;
  let redis: Redis;
  const workers: ChildProcess[] = [];
  const path = (name: string) => join(juesuan.folder, name);
  beforeAll(async () => {
    juesuan = new Installed(FAKE_PIPELINE);
    redis = await Redis.start();
  }, COMPILING);
  afterEach(async () => {
    for (const worker of workers.splice(0)) await end(worker, "SIGKILL");
  });
  afterAll(async () => {
    await redis?.stop();
    juesuan?.remove();
  });

  /** A worker that is ready, and its lines. */
  async function worker(lock = 2): Promise<{ process: ChildProcess; lines: ReturnType<typeof createInterface> }> {
    const process = juesuan.start(["worker", "--queue", redis.url, "--jobs", "1", "--lock", `${lock}`]);
    workers.push(process);
    if (!process.stderr) throw new Error("no standard error");
    const lines = createInterface(process.stderr);
    await once(lines, "line");
    return { process, lines };
  }

  it("gives the collection of a run on one machine, also when a worker is killed in the middle", async () => {
    const inputs = writeInputs(path("in"), { ...ordinary(10, 100), "page.pdf": "page" });
    juesuan.shell(`juesuan batch ${inputs} -o alone`);
    const [first] = await Promise.all([worker(), worker()]);
    const batch = juesuan.start(["batch", inputs, "-o", "shared", "--queue", redis.url]);
    const exit = once(batch, "exit");
    await once(first.lines, "line"); // It has done one, and begins the next.
    first.process.kill("SIGKILL");
    expect(await exit).toEqual([2, null]);
    expect(collectionOf(path("shared"))).toEqual(collectionOf(path("alone")));
  });

  it("gives it too when the only worker is killed at ten moments", async () => {
    const inputs = writeInputs(path("in5"), ordinary(30, 40));
    juesuan.shell(`juesuan batch ${inputs} -o alone5 --jobs 2`);
    const batch = juesuan.start(["batch", inputs, "-o", "shared5", "--queue", redis.url, "--progress", "json"]);
    const exit = once(batch, "exit");
    batch.stdout?.resume();
    const random = mulberry32(7);
    for (let kill = 0; kill < 10; kill++) {
      const { process, lines } = await worker(1);
      // The moment is a number of documents and some milliseconds.
      for (let documents = Math.floor(random() * 3); documents > 0; documents--) await once(lines, "line");
      await wait(random() * 60);
      await end(process, "SIGKILL");
    }
    await worker(1);
    await exit;
    // A document that a worker died over three times is a dead letter, and tried again when asked.
    const again = juesuan.start(["batch", inputs, "-o", "shared5", "--queue", redis.url, "--retry-failed"]);
    expect(await once(again, "exit")).toEqual([1, null]);
    expect(collectionOf(path("shared5"))).toEqual(collectionOf(path("alone5")));
  }, 120_000);

  it("goes on after kill -9 of the batch, with what the workers did meanwhile", async () => {
    const inputs = writeInputs(path("in2"), ordinary(8, 50));
    juesuan.shell(`juesuan batch ${inputs} -o alone2`);
    await worker();
    const batch = juesuan.start(["batch", inputs, "-o", "shared2", "--queue", redis.url, "--progress", "json"]);
    const exit = once(batch, "exit");
    if (!batch.stdout) throw new Error("no standard output");
    for await (const line of createInterface(batch.stdout)) if (line.includes('"finished"')) break;
    batch.kill("SIGKILL");
    await exit;
    expect(juesuan.shell(`juesuan batch ${inputs} -o shared2 --queue ${redis.url}`).code).toBe(1);
    expect(collectionOf(path("shared2"))).toEqual(collectionOf(path("alone2")));
  });

  it("tries what kills its process again, then makes it a dead letter, and again when asked", async () => {
    const inputs = writeInputs(path("in3"), { "crash.pdf": "crash", "fine.pdf": "complete 局 2024" });
    const { lines } = await worker();
    const refused: string[] = [];
    lines.on("line", (line) => line.includes("not done") && refused.push(line));
    const run = () => {
      const process = juesuan.start(["batch", inputs, "-o", "shared3", "--queue", redis.url, "--retry-failed"]);
      return once(process, "exit");
    };
    expect(await run()).toEqual([2, null]);
    const [crash, fine] = csvRows(path("shared3"), "documents").sort((a, b) =>
      (a.document ?? "") < (b.document ?? "") ? -1 : 1,
    );
    expect([crash?.reason, fine?.status]).toEqual(["crash", "complete"]);
    expect(crash?.message).toMatch(/^dead letter after 3 attempts: the worker died \(SIGABRT\)/);
    expect(refused).toHaveLength(3);
    expect(await run()).toEqual([2, null]);
    expect(refused).toHaveLength(6);
    expect(readdirSync(path("shared3"))).toContain("fine");
  });

  it("says when no queue answers", () => {
    const inputs = writeInputs(path("in4"), ordinary(1));
    const { code, err } = juesuan.shell(`juesuan batch ${inputs} -o out4 --queue redis://127.0.0.1:1`);
    expect([code, err]).toEqual([2, expect.stringMatching(/^juesuan: no queue answers at 127\.0\.0\.1:1: [^\n]+\n$/m)]);
  });
});

async function end(process: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const exit = once(process, "exit");
  process.kill(signal);
  await exit;
}
