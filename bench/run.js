/**
 * What the extraction costs beside the PDF engine alone, measured side by side in one run:
 *
 *     npm run bench                             the sample, and ../shared/corpus where it is
 *     npm run bench -- --corpus DIR --rounds 9 --only cpu,memory,growth
 *
 * Results and what was tried: NOTES.md.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { documentsIn, textDocuments } from "./documents.js";
import { longTable, repeatPages } from "./enlarge.js";

const here = import.meta.dirname;
const { values: options } = parseArgs({
  options: {
    corpus: { type: "string", default: join(here, "../../shared/corpus") },
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: "cpu,memory,growth" },
  },
});
const SECTIONS = { cpu, memory, growth };

console.log(
  `Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}; ${options.rounds} rounds\n`,
);
for (const name of options.only.split(",")) await SECTIONS[name]();

/** Runs a script of this folder by itself; the JSON that it prints. */
function measure(script, ...args) {
  const result = spawnSync(process.execPath, ["--expose-gc", join(here, script), ...args], { encoding: "utf8" });
  if (result.status !== 0) throw new Error(`${script} ${args.join(" ")}: ${result.stderr}`);
  return JSON.parse(result.stdout);
}

function cpu() {
  console.log("CPU, ms/page (median)       pages │  bare  whole  ratio │ masked bare  whole  ratio to bare │ output");
  const total = { pages: 0, bare: 0, bareMasked: 0, whole: 0, wholeMasked: 0, output: 0 };
  const files = textDocuments(options.corpus);
  for (const [at, result] of measure("cpu.js", options.rounds, ...files).entries()) {
    cpuLine(short(files[at]), result, result.canMask ? "" : "  no font to mask");
    total.pages += result.pages;
    for (const way of ["bare", "bareMasked", "whole", "wholeMasked", "output"])
      total[way] += result[way] * result.pages;
  }
  for (const way of ["bare", "bareMasked", "whole", "wholeMasked", "output"]) total[way] /= total.pages;
  cpuLine("all", total, "");
  console.log("goals                             │               1.25 │                            0.75    │\n");
}

function cpuLine(name, { pages, bare, bareMasked, whole, wholeMasked, output }, note) {
  const unmasked = `${ms(bare)} ${ms(whole)} ${ratio(whole / bare)}`;
  const masked = `${ms(bareMasked, 11)} ${ms(wholeMasked)} ${ratio(wholeMasked / bare, 14)}`;
  console.log(`${name.padEnd(28)}${String(pages).padStart(5)} │ ${unmasked} │ ${masked} │ ${ms(output)}${note}`);
}

function memory() {
  console.log("one run of the command          peak MB  seconds  exit");
  const files = [...documentsIn(options.corpus, "department"), ...documentsIn(options.corpus, "hostile")];
  for (const file of files.length > 0 ? files : textDocuments(options.corpus)) commandLine(short(file), file);
  console.log("goal, department                    350\n");
}

function commandLine(name, file) {
  const { peak, seconds, exit } = measure("command.js", file);
  console.log(
    `${name.padEnd(32)}${peak.toFixed(0).padStart(7)}${seconds.toFixed(1).padStart(9)}${String(exit).padStart(6)}`,
  );
}

async function growth() {
  console.log("growth with the number of pages   pages  CPU ms/page (masked)  of which bare");
  const folder = mkdtempSync(join(tmpdir(), "juesuan-bench-"));
  const [sample] = textDocuments(options.corpus);
  try {
    for (const pages of [50, 100, 250, 500]) {
      const file = join(folder, `repeated-${pages}.pdf`);
      if (repeatPages(sample, 49, pages, file)) growthLine("the sample over and over", file, pages);
      else if (pages === 50) console.log("the sample over and over: left out, qpdf is not installed");
    }
    for (const pages of [50, 100, 250, 500]) {
      const file = join(folder, `table-${pages}.pdf`);
      await longTable(pages, file);
      growthLine("one table over all pages", file, pages);
    }
    const file = join(folder, "table-3000.pdf");
    await longTable(3000, file);
    console.log("\none run of the command          peak MB  seconds  exit");
    commandLine("one table, 3,000 pages", file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function growthLine(name, file, pages) {
  const [{ bareMasked, wholeMasked }] = measure("cpu.js", "1", file);
  console.log(`${name.padEnd(33)}${String(pages).padStart(6)}${ms(wholeMasked, 22)}${ms(bareMasked, 15)}`);
}

function short(file) {
  return basename(file, ".pdf").slice(0, 26);
}

function ms(value, width = 6) {
  return value.toFixed(1).padStart(width);
}

function ratio(value, width = 6) {
  return value.toFixed(2).padStart(width);
}
