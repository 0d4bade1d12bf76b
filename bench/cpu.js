/**
 * CPU time of one document, as JSON: `node --expose-gc bench/cpu.js FILE ROUNDS`.
 *
 * The ways take turns in one process, so that what else the machine does falls on all alike. It is the CPU time of all
 * threads (compiler and collector included), not of the clock. The first turns are not counted: the compiler is still at work.
 */
import { readFile } from "node:fs/promises";
import { barePass, canMask } from "./bare.js";
import { dist } from "./dist.js";
import { median } from "./median.js";

const { disclose, read } = await dist("pipeline.js");
const { outputFiles } = await dist("output/files.js");

const WARM_UP = 2;

const [file, rounds] = process.argv.slice(2);
const bytes = await readFile(file);
let pages = 0;
let disclosure;
const WAYS = {
  bare: async () => {
    pages = await barePass(bytes, { masked: false });
  },
  bareMasked: () => barePass(bytes, { masked: true }),
  whole: async () => disclose(await read(bytes, { maskFonts: false })),
  wholeMasked: async () => {
    disclosure = disclose(await read(bytes));
  },
  // What `juesuan extract` adds: every piece held against its schema and put into text, short of the disk.
  output: () => [...outputFiles(disclosure, "document")],
};

const times = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
for (let round = -WARM_UP; round < Number(rounds); round++) {
  for (const [way, run] of Object.entries(WAYS)) {
    // One way's garbage is not the next one's cost.
    globalThis.gc?.();
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) times[way].push((user + system) / 1000 / pages);
  }
}
const result = Object.fromEntries(Object.entries(times).map(([way, all]) => [way, median(all)]));
console.log(JSON.stringify({ pages, canMask: canMask(bytes), ...result }));
