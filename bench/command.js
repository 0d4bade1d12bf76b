/** One run of the command in a process of its own, and what it took, as JSON: `node bench/command.js FILE`. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist } from "./dist.js";

const { main } = await dist("cli/main.js");

const out = await mkdtemp(join(tmpdir(), "juesuan-bench-"));
const start = process.hrtime.bigint();
const exit = await main(["extract", process.argv[2], "-o", out, "--quiet"]);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
await rm(out, { recursive: true });
// maxRSS is in kilobytes.
console.log(JSON.stringify({ exit, seconds, peak: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
