#!/usr/bin/env node
/**
 * The sample's nine forms drawn and laid out in many ways, read back and compared cell by cell: `npm run bench:variants
 * [NAME...]`. Needs Chromium (CHROMIUM names another). `--keep DIR` keeps the PDFs, `--reuse` reads those that are there,
 * `--verbose` lists what differs. `a+b` is two variants at once.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { print } from "../samples/print.js";
import { forms } from "../samples/wuhan-2024/typeset/forms.js";
import { style } from "../samples/wuhan-2024/typeset/style.js";
import { dist } from "./dist.js";
import { heading, line, score, tables, wrongs } from "./variants/compare.js";
import { LAYOUTS } from "./variants/layouts.js";
import { VARIANTS } from "./variants/styles.js";

const { extract } = await dist("index.js");
const { values: options, positionals } = parseArgs({
  options: {
    keep: { type: "string" },
    reuse: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
  allowPositionals: true,
});

const all = { ...VARIANTS, ...LAYOUTS };
const folder = options.keep ?? mkdtempSync(join(tmpdir(), "juesuan-variants-"));
mkdirSync(folder, { recursive: true });
let wrong = 0;
try {
  console.log(heading("variant"));
  for (const name of positionals.length > 0 ? positionals : Object.keys(all)) wrong += await run(name);
} finally {
  if (!options.keep) rmSync(folder, { recursive: true });
}
process.exitCode = wrong > 0 ? 1 : 0;

async function run(name) {
  const { css, html, body = forms, ...out } = variantOf(name);
  const file = join(folder, `${name}.pdf`);
  const head = `<meta charset="utf-8"><title>2024年度部门决算</title><style>${style}${css}</style>`;
  if (!options.reuse || !existsSync(file))
    print(`<!doctype html><html lang="zh"><head>${head}</head><body>${html(body(tables))}</body></html>`, file);
  const say = (text) => options.verbose && console.log(`    ${text}`);
  const count = score(await extract(file), { ...out, say });
  console.log(line(name, count));
  return wrongs(count);
}

/** The variant of the name; `a+b` is both at once. */
function variantOf(name) {
  const parts = name.split("+").map((one) => {
    if (!all[one]) throw new Error(`no variant is named ${one}: ${Object.keys(all).join(", ")}`);
    return all[one];
  });
  return {
    ...Object.assign({}, ...parts),
    css: parts.map(({ css = "" }) => css).join("\n"),
    html: (body) => parts.reduce((made, { html = (same) => same }) => html(made), body),
  };
}
