/** Two reviews of one document: the second is told who holds it. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeDisclosure } from "../../src/output/index.js";
import { serveReview } from "../../src/review/index.js";
import { LOCK } from "../../src/review/lock.js";
import { sampleDisclosure } from "../output/sample.js";

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "juesuan-lock-"));
  await writeDisclosure(sampleDisclosure(), folder, "a");
  await writeDisclosure(sampleDisclosure(), folder, "b");
  lock = join(folder, "b", LOCK);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = () => "2025-03-01T08:00:00Z";
const hasLock = async (name: string) => (await readdir(join(folder, name))).includes(LOCK);

it("refuses a document that is under review, says who holds it, and holds nothing itself then", async () => {
  const first = await serveReview(join(folder, "b"), { author: "李四\u001b[31m", now });
  await expect(serveReview(folder, { author: "王五" })).rejects.toThrow(
    `under review already (李四[31m, process ${process.pid}`,
  );
  expect([await hasLock("a"), await hasLock("b")]).toEqual([false, true]);
  expect(await readFile(lock, "utf8")).not.toContain(new URL(first.url).pathname.slice(1, -1)); // Not the token.
  await first.close();
  expect(await hasLock("b")).toBe(false);
  await (await serveReview(folder)).close();
});

it("takes over what a dead process of this machine left, and what cannot be read", async () => {
  const first = await serveReview(join(folder, "b"), { now });
  const text = await readFile(lock, "utf8");
  await first.close();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const left = [pid, 0, -1].map((dead) => JSON.stringify({ ...JSON.parse(text), pid: dead, id: "x" }));
  for (const written of [...left, "", "[]"]) {
    await writeFile(lock, written);
    await (await serveReview(folder)).close();
    expect(await hasLock("b")).toBe(false);
  }
  await mkdir(lock);
  await expect(serveReview(folder)).rejects.toThrow(/\.review\.lock says who reviews, .* delete it/);
  await rmdir(lock);
  await writeFile(lock, JSON.stringify({ ...JSON.parse(text), pid, id: "x", machine: "other", host: "elsewhere" }));
  await expect(serveReview(folder)).rejects.toThrow(/on elsewhere, since .*delete .*\.review\.lock/);
});

it("decides nothing once another holds the document; a lock that went with the old folder is made anew", async () => {
  const review = await serveReview(join(folder, "b"), { now });
  const headers = { "content-type": "application/json", "x-juesuan-token": new URL(review.url).pathname.slice(1, -1) };
  const decide = async (seen: number) => {
    const body = JSON.stringify({ kind: "finding", finding: 0, author: "李四", reason: "看过原件", seen });
    const answer = await fetch(`${review.url}1/decide`, { method: "POST", headers, body });
    return [answer.status, await answer.text()];
  };
  const own = await readFile(lock, "utf8");
  await rm(lock);
  expect((await decide(0))[0]).toBe(200);
  await writeFile(lock, JSON.stringify({ ...JSON.parse(own), id: "x", author: "王五" }));
  expect(await decide(1)).toEqual([400, expect.stringContaining("under review already (王五")]);
  await review.close();
  expect(await hasLock("b")).toBe(true); // It is the other's.
});
