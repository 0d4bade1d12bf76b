#!/usr/bin/env node
/**
 * The sample's nine forms printed by another program than Chromium, read back and compared cell by cell:
 * `node bench/producers.js [NAME...]`. Needs LibreOffice (SOFFICE names another), and says so where it is absent.
 * `--keep DIR` keeps the PDFs, `--reuse` reads those that are there, `--verbose` lists what differs.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dist } from "./dist.js";
import { workbook } from "./producers/calc.js";
import { isThere, print } from "./producers/soffice.js";
import { WORKBOOKS } from "./producers/workbooks.js";
import { heading, line, score, tables, wrongs } from "./variants/compare.js";

const { extract } = await dist("index.js");
const { values: options, positionals } = parseArgs({
  options: {
    keep: { type: "string" },
    reuse: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : Object.keys(WORKBOOKS);
for (const name of names)
  if (!WORKBOOKS[name]) throw new Error(`no workbook is named ${name}: ${Object.keys(WORKBOOKS).join(", ")}`);

const folder = options.keep ?? mkdtempSync(join(tmpdir(), "juesuan-producers-"));
mkdirSync(folder, { recursive: true });
const fileOf = (name) => join(folder, `${name}.pdf`);
let wrong = 0;
try {
  const making = names.filter((name) => !options.reuse || !existsSync(fileOf(name)));
  if (making.length > 0 && !isThere()) {
    console.error("LibreOffice (soffice) is not there: nothing was printed and nothing compared.");
    process.exit(2);
  }
  if (making.length > 0) print(making.map((name) => [workbook(tables, WORKBOOKS[name]), "fods", fileOf(name)]));
  console.log(heading("workbook"));
  for (const name of names) {
    const say = (text) => options.verbose && console.log(`    ${text}`);
    const count = score(await extract(fileOf(name)), { say });
    console.log(line(name, count));
    wrong += wrongs(count);
  }
} finally {
  if (!options.keep) rmSync(folder, { recursive: true });
}
process.exitCode = wrong > 0 ? 1 : 0;
