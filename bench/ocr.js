/**
 * Reads a scan and says what it costs and gets right: `node bench/ocr.js SCAN [TRUTH] [--pages 3-9] [--shift 0] [--no-tesseract]`.
 *
 * Prints CPU seconds per page of our reader, beside tesseract.js reading the same pages whole in the same run, and with a
 * truth file (shared/corpus) the numeric cells of the forms that are exact, wrong with a low confidence, and wrong without.
 * `--shift`: how many pages of the truth's document were left out before the scan's first.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { createCanvas } from "@napi-rs/canvas";
import { dist } from "./dist.js";

const { openPdf } = await dist("pdf/index.js");
const { openOcr } = await dist("ocr/index.js");
const { layoutDocument } = await dist("layout/index.js");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string" },
    shift: { type: "string", default: "0" },
    "no-tesseract": { type: "boolean", default: false },
    show: { type: "boolean", default: false },
  },
});
const [file, truthFile] = positionals;
/** A cell below this is flagged as doubtful. */
const DOUBTFUL = 0.9;

const pdf = await openPdf(await readFile(file), { fileName: file });
const [first, last] = (values.pages ?? `1-${pdf.pageCount}`).split("-").map(Number);
const ocr = openOcr({
  mode: "auto",
  image: (page) => pdf.ownImage(page),
  draw: (page, dpi) => pdf.bitmap(page, dpi),
});
const pages = [];
const own = [];
const tesseract = [];
const worker = values["no-tesseract"] ? null : await wholePageReader();
for (let number = first; number <= (last ?? first); number++) {
  const page = await pdf.page(number);
  own.push(await cpu(async () => pages.push(await ocr.read(page))));
  if (worker) tesseract.push(await cpu(() => worker.read(number)));
}
const mean = (all) => all.reduce((sum, value) => sum + value, 0) / all.length;
// The first page pays for loading and for the compiler.
const rest = (all) => (all.length > 2 ? mean(all.slice(1)) : mean(all));
console.log(`pages ${pages.length}, tables ${pages.filter(({ rules }) => rules.length > 8).length}`);
console.log(`ours       ${rest(own).toFixed(2)} CPU s per page (first ${own[0].toFixed(2)})`);
if (worker)
  console.log(
    `tesseract.js whole page ${rest(tesseract).toFixed(2)} CPU s per page, ratio ${(rest(own) / rest(tesseract)).toFixed(2)}`,
  );
console.log(`memory     ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
if (truthFile) compare(JSON.parse(await readFile(truthFile, "utf8")));
await ocr.close();
await worker?.close();
await pdf.close();

async function cpu(run) {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function wholePageReader() {
  const { createWorker, PSM } = await import("tesseract.js");
  const folder = dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/chi_sim/package.json"));
  const reader = await createWorker("chi_sim", 1, { langPath: join(folder, "4.0.0_best_int"), cacheMethod: "none" });
  await reader.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  return {
    async read(number) {
      const { width, height, data } = await pdf.bitmap(number, 200);
      const canvas = createCanvas(width, height);
      const image = canvas.getContext("2d").createImageData(width, height);
      image.data.set(data);
      canvas.getContext("2d").putImageData(image, 0, 0);
      await reader.recognize(canvas.toBuffer("image/png"));
    },
    close: () => reader.terminate(),
  };
}

/** Numbers of the truth against the cells of the same pages: each wanted as often as it is printed. */
function compare(truth) {
  const wanted = new Map();
  let count = 0;
  const shift = Number(values.shift);
  for (const table of truth.tables) {
    for (const row of table.rows) {
      for (const [column, value] of Object.entries(row.values)) {
        if (value === null || !/^-?[\d.]+$/.test(value) || row.notPrinted?.[column]) continue;
        const page = row.page - shift;
        if (page < first || page > (last ?? first)) continue;
        const key = `${page} ${value}`;
        wanted.set(key, (wanted.get(key) ?? 0) + 1);
        count++;
      }
    }
  }
  const wrong = [];
  let exact = 0;
  for (const item of layoutDocument(pages).flow) {
    if (item.type !== "grid") continue;
    for (const cell of item.grid.cells) {
      const text = cell.text.normalize("NFKC").replace(/[,\s]/g, "");
      const key = `${cell.page} ${text}`;
      if ((wanted.get(key) ?? 0) > 0) {
        wanted.set(key, wanted.get(key) - 1);
        exact++;
      } else if (/\d.*[.]\d|\d\.|\.\d/.test(text)) {
        wrong.push({
          cell,
          confidence: Math.min(...cell.lines.flatMap((line) => line.glyphs.map((g) => g.confidence ?? 1))),
        });
      }
    }
  }
  const sure = wrong.filter(({ confidence }) => confidence >= DOUBTFUL);
  console.log(`numbers    ${exact} of ${count} exact (${((100 * exact) / count).toFixed(2)} %)`);
  console.log(
    `wrong      ${wrong.length} cells read otherwise, ${sure.length} of them with a confidence of ${DOUBTFUL} or more`,
  );
  const missing = [...wanted].filter(([, left]) => left > 0).map(([key, left]) => (left > 1 ? `${key} ×${left}` : key));
  if (values.show) {
    console.log(`missing    ${missing.join("; ")}`);
    for (const { cell, confidence } of wrong)
      console.log(`read       p. ${cell.page} "${cell.text}" ${confidence.toFixed(2)}`);
  }
}
