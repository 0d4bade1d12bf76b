// The property tests with many seeds: `npm run fuzz -- [SEEDS] [FIRST]`. A seed that fails is named; JUESUAN_SEED=N npm test shows it again.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const seeds = Number(process.argv[2] ?? 20);
const first = Number(process.argv[3] ?? Date.now() % 1e9);
const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => join("test", file))
  .filter((file) => readFileSync(file, "utf8").includes('from "fast-check"'));

const failed = [];
for (let seed = first; seed < first + seeds; seed++) {
  const env = { ...process.env, JUESUAN_SEED: String(seed) };
  const run = spawnSync("npx", ["vitest", "run", ...files], {
    env,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (run.status === 0) continue;
  failed.push(seed);
  console.log(run.stdout);
}
console.log(
  failed.length === 0 ? `${seeds} seeds from ${first} on: all hold` : `failed with JUESUAN_SEED = ${failed.join(", ")}`,
);
process.exit(failed.length === 0 ? 0 : 1);
