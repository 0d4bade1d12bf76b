/**
 * How soon a report and a review show something, in headless Chromium, of a document of 30 pages and of a long one:
 *
 *     node bench/report.js                        the sample over and over, 392 pages
 *     node bench/report.js --pages 300 --rounds 9 --only review --keep DIR
 *
 * Each opening is in a new context of one browser, so that nothing is in its cache. `paint`: something stands on the screen; `page 1`: the first
 * page's picture does; `ready`: findings and pages can be clicked; `scroll`: the picture of the last page; `tables`: the tables' tab after a click.
 * Needs Chromium (CHROMIUM names another). Results and what was tried: NOTES.md.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { dist } from "./dist.js";
import { textDocuments } from "./documents.js";
import { repeatPages } from "./enlarge.js";
import { median } from "./median.js";

const { values: options } = parseArgs({
  options: {
    pages: { type: "string", default: "392" },
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: "report,review" },
    /** Documents and reports are kept here, and taken from here. */
    keep: { type: "string" },
  },
});
const { extract } = await dist("pipeline.js");
const { writeDisclosure, readDisclosure } = await dist("output/index.js");
const { reportHtml } = await dist("report/index.js");
const { serveReview } = await dist("review/index.js");

const SAMPLE_PAGES = 49;
/** Milliseconds that the browser has work of its own after its start. */
const SETTLED = 3_000;
const [sample] = textDocuments("");
const folder = options.keep ?? mkdtempSync(join(tmpdir(), "juesuan-bench-"));
mkdirSync(folder, { recursive: true });
const WAYS = { report: openReport, review: openReview };

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
await setTimeout(SETTLED);
console.log(`load ${loadavg()[0].toFixed(1)}; ms, median of ${options.rounds} (least–most)\n`);
try {
  for (const name of options.only.split(",")) {
    const short = await line(name, 30);
    const long = await line(name, Number(options.pages));
    const ratios = Object.keys(short).map((key) => `${key} ${(long[key] / short[key]).toFixed(2)}`);
    console.log(`${name}: ratio to 30 pages: ${ratios.join(", ")}\n`);
  }
} finally {
  await browser.close();
  if (options.keep === undefined) rmSync(folder, { recursive: true });
}

async function line(name, pages) {
  const pdf = join(folder, `repeated-${pages}.pdf`);
  if (!existsSync(pdf) && !repeatPages(sample, SAMPLE_PAGES, pages, pdf)) throw new Error("qpdf is not installed");
  const out = join(folder, "out");
  const written = join(out, `repeated-${pages}`);
  if (!existsSync(written)) await writeDisclosure(await extract(pdf), out, `repeated-${pages}`);
  const { url, bytes, close } = await WAYS[name](written, pdf);
  const times = [];
  for (let round = 0; round < Number(options.rounds); round++) times.push(await opened(url, pages));
  await close();
  const medians = {};
  const shown = Object.keys(times[0]).map((key) => {
    const all = times.map((one) => one[key]);
    medians[key] = median(all);
    return `${key} ${medians[key].toFixed(0)} (${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)})`;
  });
  console.log(
    `${name} ${String(pages).padStart(4)} pages ${(bytes / 1e6).toFixed(1).padStart(5)} MB  ${shown.join("  ")}`,
  );
  return medians;
}

async function openReport(written, pdf) {
  const file = `${written}.html`;
  if (!existsSync(file)) await writeFile(file, await reportHtml(await readDisclosure(written), await readFile(pdf)));
  return { url: pathToFileURL(file).href, bytes: statSync(file).size, close() {} };
}

async function openReview(written, pdf) {
  const { url, close } = await serveReview(written, { pdfs: [pdf], author: basename(import.meta.dirname) });
  const page = await (await fetch(`${url}1/`)).text(); // The server has made ready what its first caller waits for.
  return { url: `${url}1/`, bytes: Buffer.byteLength(page), close };
}

async function opened(url, pages) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.seen?.ready, null, { polling: 50, timeout: 120_000 });
  const seen = await page.evaluate(async (number) => {
    await new Promise((resolve) => {
      if (document.readyState === "complete") resolve();
      else addEventListener("load", resolve);
    });
    // The browser may tell of its first paint a moment after it.
    const first = () => performance.getEntriesByName("first-contentful-paint")[0];
    while (!first()) await new Promise(requestAnimationFrame);
    const { startTime: paint } = first();
    const start = performance.now();
    document.querySelector(`figure[data-page="${number}"]`).scrollIntoView();
    const picture = () => document.querySelector(`figure[data-page="${number}"] img`);
    while (!picture()?.complete) await new Promise(requestAnimationFrame);
    const scrolled = performance.now();
    document.getElementById("tab-tables").click();
    while (!document.querySelector("#panel tbody tr")) await new Promise(requestAnimationFrame);
    return {
      paint,
      "page 1": globalThis.seen.picture,
      ready: globalThis.seen.ready,
      scroll: scrolled - start,
      tables: performance.now() - scrolled,
    };
  }, pages);
  await page.context().close();
  return seen;
}

/** Runs in the page, before it: notes when a frame with the first page's picture, and one with findings, was on the screen. */
function watch() {
  globalThis.seen = {};
  const look = () => {
    const picture = document.querySelector('#early, figure[data-page="1"] img');
    const isThere = picture?.complete && picture.naturalWidth > 0;
    const now = performance.now();
    if (isThere) globalThis.seen.picture ??= now;
    if (isThere && document.querySelector("#panel .finding")) globalThis.seen.ready ??= now;
    if (!globalThis.seen.ready) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
