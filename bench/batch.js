/**
 * `npm run bench:batch [documents]`: throughput of two workers against one, and memory over 1,000 documents.
 *
 * The documents are the samples and, where it lies beside the project, the corpus, repeated with a changed comment at the
 * end of the PDF, so that no two are the same bytes. One worker and two take turns over the same part of them, so that what
 * else the machine does falls on both; the clock runs from the first document to the last. Then all go through two workers.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { dist } from "./dist.js";
import { median } from "./median.js";

const { collectSources, DEFAULT_LIMITS, localEngine, runBatch } = await dist("batch/index.js");

const COUNT = Number(process.argv[2] ?? 1000);
/** A worker's memory is looked at every 25 documents, and compared over its first and last looks. */
const FEWEST = 100;
if (!(COUNT >= FEWEST)) throw new Error(`at least ${FEWEST} documents, or nothing can be said of memory`);
/** Documents of one turn, and turns of each kind. */
const PART = Math.min(COUNT, 120);
const TURNS = 3;
const LEAST = 1.7;
/** A worker's heap after its last document against after its first hundred. */
const MOST_GROWTH = 1.15;

const root = join(import.meta.dirname, "..");
const corpus = join(root, "../shared/corpus");
const FOLDERS = ["department", "layouts", "budget"].map((name) => join(corpus, name));
const originals = [...FOLDERS, ...readdirSync(join(root, "samples")).map((name) => join(root, "samples", name))]
  .filter((folder) => existsSync(folder) && !folder.endsWith(".md") && !folder.endsWith(".js"))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => file.endsWith(".pdf"))
  .map((file) => ({ name: basename(file, ".pdf"), bytes: readFileSync(file) }));

const folder = mkdtempSync(join(tmpdir(), "juesuan-bench-"));
const memory = join(folder, "memory.txt");
process.env.JUESUAN_BENCH_MEMORY = memory;
const entry = pathToFileURL(join(import.meta.dirname, "batch-worker.js"));
try {
  mkdirSync(join(folder, "in"));
  for (let index = 0; index < COUNT; index++) {
    const { name, bytes } = originals[index % originals.length];
    const file = join(folder, "in", `${String(index).padStart(4, "0")}-${name}.pdf`);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from(`\n% copy ${index}\n`)]));
  }
  const sources = await collectSources([join(folder, "in")]);
  console.log(`${COUNT} documents from ${originals.length} PDFs`);
  const pace = { 1: [], 2: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    for (const workers of [1, 2]) pace[workers].push(await run(sources.slice(0, PART), workers));
  }
  const [one, two] = [median(pace[1]), median(pace[2])];
  const ratio = two / one;
  console.log(`1 worker:  ${one.toFixed(1)} pages/s\n2 workers: ${two.toFixed(1)} pages/s`);
  console.log(`2 workers / 1 worker: ${ratio.toFixed(2)} (at least ${LEAST})`);
  rmSync(memory, { force: true });
  const all = await run(sources, 2);
  const growth = Math.max(...heaps().map(({ early, late }) => late / early));
  for (const { pid, documents, early, late, rss } of heaps())
    console.log(
      `worker ${pid}: ${documents} documents, heap ${mega(early)} → ${mega(late)} MB, resident ${mega(rss.early)} → ${mega(rss.late)} MB`,
    );
  console.log(`all: ${all.toFixed(1)} pages/s; heap grows ${growth.toFixed(2)} × (at most ${MOST_GROWTH})`);
  process.exitCode = ratio >= LEAST && growth <= MOST_GROWTH ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Pages per second, from the first document to the last. */
async function run(sources, workers) {
  let began = 0;
  let seconds = 0;
  let pages = 0;
  const observer = {
    begun() {},
    started() {
      began ||= performance.now();
    },
    progress() {},
    finished(_source, outcome) {
      pages += outcome.pages ?? 0;
    },
    collecting() {
      seconds = (performance.now() - began) / 1000;
    },
    done() {},
    close() {},
  };
  const output = mkdtempSync(join(folder, "out-"));
  await runBatch(sources, { output, observer, engine: localEngine(workers, DEFAULT_LIMITS, entry) });
  rmSync(output, { recursive: true, force: true });
  return pages / seconds;
}

/** Per worker: its heap after the first documents are warm, and at the end; medians of a few looks, bytes. */
function heaps() {
  const looks = new Map();
  for (const line of readFileSync(memory, "utf8").trim().split("\n")) {
    const [pid, documents, heap, rss] = line.split(" ").map(Number);
    looks.set(pid, [...(looks.get(pid) ?? []), { documents, heap, rss }]);
  }
  return [...looks].map(([pid, all]) => {
    const warm = all.filter(({ documents }) => documents >= 100);
    const part = (warm.length > 5 ? warm : all).map(({ heap, rss }) => ({ heap, rss }));
    const middle = (list, key) => median(list.map((look) => look[key]));
    const [early, late] = [part.slice(0, 3), part.slice(-3)];
    return {
      pid,
      documents: all.at(-1).documents,
      early: middle(early, "heap"),
      late: middle(late, "heap"),
      rss: { early: middle(early, "rss"), late: middle(late, "rss") },
    };
  });
}

function mega(bytes) {
  return (bytes / 2 ** 20).toFixed(0);
}
