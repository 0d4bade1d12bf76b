#!/usr/bin/env node
/**
 * The sample's nine forms drawn and laid out in many ways, read back and compared cell by cell: `npm run bench:variants
 * [NAME...]`. Needs Chromium (CHROMIUM names another). `--keep DIR` keeps the PDFs, `--reuse` reads those that are there,
 * `--verbose` lists what differs. `a+b` is two variants at once.
 */
import { print } from "../samples/print.js";
import { forms } from "../samples/wuhan-2024/typeset/forms.js";
import { style } from "../samples/wuhan-2024/typeset/style.js";
import { tables } from "./variants/compare.js";
import { LAYOUTS } from "./variants/layouts.js";
import { readBack } from "./variants/read-back.js";
import { VARIANTS } from "./variants/styles.js";

const all = { ...VARIANTS, ...LAYOUTS };
await readBack(
  "variant",
  Object.keys(all),
  (making) => {
    for (const { name, file } of making) print(pageOf(variantOf(name)), file);
  },
  variantOf,
);

function pageOf({ css, html, body = forms }) {
  const head = `<meta charset="utf-8"><title>2024年度部门决算</title><style>${style}${css}</style>`;
  return `<!doctype html><html lang="zh"><head>${head}</head><body>${html(body(tables))}</body></html>`;
}

/** The variant of the name; `a+b` is both at once. */
function variantOf(name) {
  const parts = name.split("+").map((one) => all[one]);
  return {
    ...Object.assign({}, ...parts),
    css: parts.map(({ css = "" }) => css).join("\n"),
    html: (body) => parts.reduce((made, { html = (same) => same }) => html(made), body),
  };
}
