#!/usr/bin/env node
// Typesets the one-page sample: the 三公 form in the Shanghai layout, with an invented unit and figures.
// usage: node samples/minimal/typeset.js
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { print } from "../print.js";
import { amount, c, esc, p, table, tr } from "../wuhan-2024/typeset/html.js";
import { style } from "../wuhan-2024/typeset/style.js";

const at = (name) => fileURLToPath(new URL(name, import.meta.url));

/** @param {object} form expected.json: it holds all that is printed */
function html(form) {
  const [values] = form.rows;
  const pair = ["预算数", "决算数"];
  const rows = [
    tr(
      c("合计", { cs: 2, rs: 2 }),
      c("因公出国（境）费", { cs: 2, rs: 2 }),
      c("公务用车购置及运行维护费", { cs: 6 }),
      c("公务接待费", { cs: 2, rs: 2 }),
    ),
    tr(["小计", "公务用车购置费", "公务用车运行维护费"].map((t) => c(t, { cs: 2 }))),
    tr(Array.from({ length: 6 }, () => pair.map((t) => c(t)))),
    tr(form.columns.map(({ key }) => c(amount(values.values[key])))),
  ];
  return [
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${esc(form.title)}</title><style>${style}</style></head><body>`,
    `<h2 class="formtitle">${esc(form.title)}</h2>`,
    `<div class="code">单位：${esc(form.unit)}</div>`,
    table(Array(12).fill(13.8), rows, { cls: "high" }),
    p(`注：${form.notes[0]}`, "note"),
    "</body></html>",
  ].join("\n");
}

print(html(JSON.parse(readFileSync(at("expected.json"), "utf8"))), at("minimal.pdf"));
