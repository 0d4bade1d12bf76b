#!/usr/bin/env node
/**
 * The sample's nine forms drawn and laid out in many ways, read back and compared cell by cell: `npm run bench:variants
 * [NAME...]`. Needs Chromium (CHROMIUM names another). `--keep DIR` keeps the PDFs, `--reuse` reads those that are there,
 * `--verbose` lists what differs. `a+b` is two variants at once.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { print } from "../samples/print.js";
import { forms } from "../samples/wuhan-2024/typeset/forms.js";
import { style } from "../samples/wuhan-2024/typeset/style.js";
import { dist } from "./dist.js";
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
const sample = (name) => JSON.parse(readFileSync(new URL(`../samples/wuhan-2024/${name}`, import.meta.url), "utf8"));
const tables = sample("figures.json").tables;
const expected = new Map(sample("expected/tables.json").map((table) => [table.id, table]));

const all = { ...VARIANTS, ...LAYOUTS };
const folder = options.keep ?? mkdtempSync(join(tmpdir(), "juesuan-variants-"));
mkdirSync(folder, { recursive: true });
let wrong = 0;
try {
  console.log("variant               cells right   wrong  invented  keys and labels wrong  unsaid   forms missing");
  for (const name of positionals.length > 0 ? positionals : Object.keys(all)) wrong += await run(name);
} finally {
  if (!options.keep) rmSync(folder, { recursive: true });
}
process.exitCode = wrong > 0 ? 1 : 0;

async function run(name) {
  const { css, html, body = forms, omit = () => false, extra = [], missing = [] } = variantOf(name);
  const file = join(folder, `${name}.pdf`);
  const head = `<meta charset="utf-8"><title>2024年度部门决算</title><style>${style}${css}</style>`;
  if (!options.reuse || !existsSync(file))
    print(`<!doctype html><html lang="zh"><head>${head}</head><body>${html(body(tables))}</body></html>`, file);
  const result = await extract(file);
  const count = { right: 0, wrong: 0, invented: 0, texts: 0, unsaid: 0, missing: [] };
  for (const [id, want] of expected) {
    if (missing.includes(id)) continue;
    const before = count.wrong + count.invented;
    const got = result.tables.find((table) => table.id === id);
    if (got) compare(id, want, got, count, omit, extra.includes(id));
    else {
      count.missing.push(id);
      for (const row of want.rows) for (const value of Object.values(row.values)) if (value !== null) count.wrong++;
    }
    const said = result.findings.some(({ place, severity }) => place.table === id && severity !== "info");
    if (got && !said) count.unsaid += count.wrong + count.invented - before;
  }
  const numbers = [count.right, count.wrong, count.invented, count.texts, count.unsaid].map((n, i) =>
    String(n).padStart([12, 8, 10, 24, 8][i]),
  );
  console.log(`${name.padEnd(21)}${numbers.join("")}   ${count.missing.join(" ")}`);
  return count.wrong + count.invented + count.texts;
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

function compare(id, want, got, count, omit, extra) {
  const rows = new Map(got.rows.map((row) => [`${row.side ?? ""}${row.key}`, row]));
  const say = (text) => options.verbose && console.log(`    ${id} ${text}`);
  for (const row of want.rows.filter(({ key }) => !omit(id, key))) {
    const key = `${row.side ?? ""}${row.key}`;
    const read = rows.get(key);
    rows.delete(key);
    for (const [column, value] of Object.entries(row.values)) {
      if (omit(id, row.key, column)) continue;
      const other = read?.values[column] ?? null;
      if (other === value) count.right++;
      else {
        count[value === null ? "invented" : "wrong"]++;
        say(`${key} ${column}: ${value} read as ${other}`);
      }
    }
    if (!read || (read.label ?? null) !== (row.label ?? null) || read.code !== row.code) {
      count.texts++;
      say(`${key} ${row.label}: read as ${read?.code} ${read?.label}`);
    }
  }
  for (const [key, row] of rows) {
    if (extra || omit(id, row.key)) continue;
    const amounts = Object.values(row.values).filter((value) => value !== null).length;
    count.invented += amounts;
    if (amounts > 0) say(`row ${key} ${row.label} is not printed`);
  }
}
