/** The batch room's worker that also writes down what it holds: one line "pid documents heap rss" (bytes) every so often. */
import { appendFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { dist } from "./dist.js";

const { serve } = await dist("batch/pool/serve.js");
const { processDocument } = await dist("batch/process-document.js");
const { extract } = await dist("pipeline.js");

const EVERY = 25;
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const log = process.env.JUESUAN_BENCH_MEMORY;
let documents = 0;

serve(async (job, onProgress) => {
  const outcome = await processDocument(job, { extract, onProgress });
  documents += 1;
  if (log && documents % EVERY === 0) {
    collect();
    const { heapUsed, rss } = process.memoryUsage();
    appendFileSync(log, `${process.pid} ${documents} ${heapUsed} ${rss}\n`);
  }
  return outcome;
});
