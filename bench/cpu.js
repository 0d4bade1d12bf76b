/**
 * CPU time of documents, as JSON, one entry each: `node --expose-gc bench/cpu.js ROUNDS FILE...`.
 *
 * The documents go through one process, as through a batch's worker, and the ways take turns on each, so that what else the
 * machine does falls on all alike. It is the CPU time of all threads (compiler and collector included), not of the clock.
 * The first round is not counted: the compiler is still at work.
 */
import { readFile } from "node:fs/promises";
import { barePass, canMask } from "./bare.js";
import { dist } from "./dist.js";
import { median } from "./median.js";

const { disclose, read } = await dist("pipeline.js");
const { outputFiles } = await dist("output/files.js");

const WARM_UP = 1;

const [rounds, ...files] = process.argv.slice(2);
const documents = await Promise.all(files.map(async (file) => ({ bytes: await readFile(file), pages: 0, times: [] })));
let disclosure;
const WAYS = {
  bare: async (document) => {
    document.pages = await barePass(document.bytes, { masked: false });
  },
  bareMasked: ({ bytes }) => barePass(bytes, { masked: true }),
  whole: async ({ bytes }) => disclose(await read(bytes, { maskFonts: false })),
  wholeMasked: async ({ bytes }) => {
    disclosure = disclose(await read(bytes));
  },
  // What `juesuan extract` adds: every piece held against its schema and put into text, short of the disk.
  output: () => [...outputFiles(disclosure, "document")],
};

for (let round = -WARM_UP; round < Number(rounds); round++) {
  for (const document of documents) {
    for (const [way, run] of Object.entries(WAYS)) {
      // One way's garbage is not the next one's cost.
      globalThis.gc?.();
      const before = process.cpuUsage();
      await run(document);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) document.times.push({ way, ms: (user + system) / 1000 / document.pages });
    }
  }
}
const results = documents.map(({ bytes, pages, times }) => {
  const of = (way) => median(times.filter((one) => one.way === way).map(({ ms }) => ms));
  return { pages, canMask: canMask(bytes), ...Object.fromEntries(Object.keys(WAYS).map((way) => [way, of(way)])) };
});
console.log(JSON.stringify(results));
