import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JuesuanErrorCode } from "../../src/model/index.js";
import { stagingPath } from "../../src/output/staging.js";
import { prepareOutput, writeDisclosure } from "../../src/output/write.js";
import { sampleDisclosure } from "./sample.js";

const disk = vi.hoisted(() => ({ full: "", rename: undefined as undefined | (() => Promise<void>) }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return {
    ...real,
    writeFile: async (...args: Parameters<typeof real.writeFile>) => {
      if (disk.full && String(args[0]).endsWith(disk.full)) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      return real.writeFile(...args);
    },
    rename: async (from: string, to: string) => {
      if (from.endsWith(".tmp")) await disk.rename?.();
      return real.rename(from, to);
    },
  };
});

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "juesuan-write-"));
});
afterEach(async () => {
  disk.full = "";
  disk.rename = undefined;
  await chmod(dir, 0o700);
  await rm(dir, { recursive: true, force: true });
});

const write = (name = "doc", signal?: AbortSignal) =>
  writeDisclosure(sampleDisclosure(), dir, name, signal ? { signal } : {});
const failsWith = (code: JuesuanErrorCode, message: RegExp) =>
  expect.objectContaining({ name: "JuesuanError", code, message: expect.stringMatching(message) });

describe("writeDisclosure", () => {
  it("writes the folder and nothing beside it", async () => {
    expect(await write()).toBe(join(dir, "doc"));
    expect(await readdir(dir)).toEqual(["doc"]);
    expect((await readdir(join(dir, "doc"), { recursive: true })).sort()).toEqual([
      "document.json",
      "facts.csv",
      "findings.json",
      "narrative",
      "narrative/general-budget.json",
      "performance",
      "performance/1.json",
      "tables",
      "tables/income-by-function-2.json",
      "tables/income-by-function.json",
      "tables/income-expenditure-summary.json",
      "tables/unrecognised-1.json",
      "values.csv",
    ]);
  });

  it("replaces an older output whole and keeps what others laid into it", async () => {
    await write();
    await writeFile(join(dir, "doc/tables/stale.json"), "{}");
    await writeFile(join(dir, "doc/overrides.json"), "mine");
    await write();
    expect(await readdir(join(dir, "doc/tables"))).not.toContain("stale.json");
    expect(await readFile(join(dir, "doc/overrides.json"), "utf8")).toBe("mine");
    expect(await readdir(dir)).toEqual(["doc"]);
  });

  it("does not touch a folder, a file or a link that is not its own", async () => {
    await mkdir(join(dir, "folder"));
    await writeFile(join(dir, "folder/thesis.txt"), "precious");
    await writeFile(join(dir, "file"), "precious");
    await symlink(join(dir, "folder"), join(dir, "link"));
    for (const name of ["folder", "file", "link"])
      await expect(write(name)).rejects.toEqual(failsWith("io", /move it away/));
    expect(await readFile(join(dir, "folder/thesis.txt"), "utf8")).toBe("precious");
    expect((await readdir(dir)).sort()).toEqual(["file", "folder", "link"]);
  });

  it("takes an empty folder", async () => {
    await mkdir(join(dir, "doc"));
    await write();
    expect(await readdir(join(dir, "doc"))).toContain("document.json");
  });

  it.each(["document.json", "income-by-function.json", "values.csv"])(
    "leaves the old output when the disk is full at %s",
    async (file) => {
      await write();
      const before = await readFile(join(dir, "doc/document.json"), "utf8");
      disk.full = file;
      await expect(write()).rejects.toEqual(failsWith("io", /doc: no space left/));
      await expect(write("other")).rejects.toEqual(failsWith("io", /other: no space left/));
      expect(await readdir(dir)).toEqual(["doc"]);
      expect(await readFile(join(dir, "doc/document.json"), "utf8")).toBe(before);
    },
  );

  it("brings the old output back when the new one cannot be put in place", async () => {
    await write();
    disk.rename = () => Promise.reject(Object.assign(new Error("broken"), { code: "EIO" }));
    await expect(write()).rejects.toEqual(failsWith("io", /disk reports an error/));
    expect(await readdir(dir)).toEqual(["doc"]);
  });

  it("wins over another run that puts its own in place at the same moment", async () => {
    let others = 2;
    disk.rename = async () => {
      if (others-- > 0) await mkdir(join(dir, "doc/tables"), { recursive: true });
    };
    await write();
    expect(await readdir(join(dir, "doc"))).toContain("document.json");
    expect(await readdir(dir)).toEqual(["doc"]);
  });

  it("keeps what a person decides at the same moment", async () => {
    const file = join(await write(), "overrides.json");
    await writeFile(file, "[1]");
    disk.rename = async () => {
      disk.rename = undefined; // The older output is aside, the new one is not in place yet.
      await mkdir(join(dir, "doc"));
      await writeFile(file, "[1, 2]");
    };
    await write();
    expect(await readFile(file, "utf8")).toBe("[1, 2]");
    expect(await readdir(join(dir, "doc"))).toContain("document.json");
    expect(await readdir(dir)).toEqual(["doc"]);
  });

  it("stops at the caller's signal and leaves nothing", async () => {
    await expect(write("doc", AbortSignal.abort())).rejects.toEqual(failsWith("aborted", /doc/));
    expect(await readdir(dir)).toEqual([]);
  });

  it("refuses a name that would leave the folder", async () => {
    for (const name of ["../x", "", "a/b"]) await expect(write(name)).rejects.toEqual(failsWith("usage", /name/));
  });
});

describe("prepareOutput", () => {
  it("makes the folder with its parents", async () => {
    await prepareOutput(join(dir, "a/b"));
    expect(await readdir(join(dir, "a"))).toEqual(["b"]);
  });

  it("says when the folder is a file, or lies in one", async () => {
    await writeFile(join(dir, "file"), "");
    await expect(prepareOutput(join(dir, "file"))).rejects.toEqual(failsWith("io", /file: it is a file/));
    await expect(prepareOutput(join(dir, "file/x"))).rejects.toEqual(failsWith("io", /not a folder/));
  });

  it.skipIf(process.getuid?.() === 0)("says when one may not write there", async () => {
    await chmod(dir, 0o500);
    await expect(prepareOutput(dir)).rejects.toEqual(failsWith("io", /no permission/));
  });

  it("clears what a dead run left, brings its old output back, and leaves what the living write", async () => {
    const dead = String(spawnSync(process.execPath, ["-e", ""]).pid);
    const ofDead = (name: string, kind: "tmp" | "old") =>
      join(dir, basename(stagingPath(dir, name, kind)).replace(`-${process.pid}-`, `-${dead}-`));
    for (const path of [
      ofDead("a", "tmp"),
      ofDead("b", "old"),
      ofDead("c", "old"),
      join(dir, "c"),
      stagingPath(dir, "d", "tmp"),
    ]) {
      await mkdir(path);
      await writeFile(join(path, "x"), path);
    }
    await prepareOutput(dir);
    const [living, ...rest] = (await readdir(dir)).sort();
    expect(living).toMatch(/^\.d\.juesuan-.*\.tmp$/);
    expect(rest).toEqual(["b", "c"]);
    expect(await readFile(join(dir, "c/x"), "utf8")).toBe(join(dir, "c"));
  });

  it("gives up after a day what another machine left", async () => {
    const elsewhere = join(dir, `.a.juesuan-00000000-1-${randomBytes(4).toString("hex")}.tmp`);
    await mkdir(elsewhere);
    await prepareOutput(dir);
    expect(await readdir(dir)).toHaveLength(1);
    await utimes(elsewhere, 0, 0);
    await prepareOutput(dir);
    expect(await readdir(dir)).toEqual([]);
  });
});
