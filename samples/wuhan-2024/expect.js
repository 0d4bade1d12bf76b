#!/usr/bin/env node
// Writes expected/*.json: what the program must read out of wuhan-2024.pdf. Values come from figures.json, pages from the PDF's text.
// usage: node samples/wuhan-2024/expect.js
import { readFileSync, writeFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { facts } from "./expect/facts.js";
import { performance } from "./expect/performance.js";
import { tables } from "./expect/tables.js";
import { contents, itemName } from "./typeset/document.js";
import { glossary } from "./typeset/glossary.js";

const at = (name) => new URL(name, import.meta.url);

/** Text of every page without white space. */
async function pageTexts(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const { items } = await (await pdf.getPage(i)).getTextContent();
    texts.push(
      items
        .map((x) => ("str" in x ? x.str : ""))
        .join("")
        .replaceAll(/\s/g, ""),
    );
  }
  await pdf.loadingTask.destroy();
  return texts;
}

const figures = JSON.parse(readFileSync(at("figures.json"), "utf8"));
const pages = await pageTexts(readFileSync(at("wuhan-2024.pdf")));

/** First page from `from` on that holds the text; a text over a page break is found by its beginning. */
function pageOf(text, from = 1) {
  const wanted = text.replaceAll(/\s/g, "");
  for (const part of [wanted, wanted.slice(0, 12)]) {
    const index = pages.findIndex((page, i) => i >= from - 1 && page.includes(part));
    if (index >= 0) return index + 1;
  }
  throw new Error(`no page from ${from} on holds: ${text}`);
}

function pagesOf(start, last) {
  const pageStart = start.includes("公开0") ? pageOfForm(start) : pageOf(start);
  return { pageStart, pageEnd: pageOf(last, pageStart) };
}

/** A form's title stands in the table of contents too, but only above the table with its code on the same page. */
function pageOfForm(titleAndCode) {
  const [title, code] = titleAndCode.split(/(?=公开0)/);
  return pages.findIndex((page) => page.includes(title) && page.includes(code)) + 1;
}

const partPage = (i, from = 3) => pageOf(figures.document.parts[i], from);

/** Headings of SPEC §1.1 with their canonical ids, level by the printed ordinal. */
const sections = [
  ["unit-functions", "一、部门主要职责"],
  ["unit-structure", "二、机构设置情况"],
  ["overview", "一、收入支出决算总体情况说明"],
  ["income", "二、收入决算情况说明"],
  ["expenditure", "三、支出决算情况说明"],
  ["fiscal-appropriation", "四、财政拨款收入支出决算总体情况说明"],
  ["general-budget", "五、一般公共预算财政拨款支出决算情况说明"],
  ["general-budget.overall", "（一）一般公共预算财政拨款支出决算总体情况"],
  ["general-budget.structure", "（二）一般公共预算财政拨款支出决算结构情况"],
  ["general-budget.detail", "（三）一般公共预算财政拨款支出决算具体情况"],
  ["general-budget-basic", "六、一般公共预算财政拨款基本支出决算情况说明"],
  ["government-fund", "七、政府性基金预算财政拨款收入支出决算情况说明"],
  ["state-capital", "八、国有资本经营预算财政拨款支出决算情况说明"],
  ["three-public", "九、财政拨款“三公”经费支出决算情况说明"],
  ["three-public.overall", "（一）“三公”经费财政拨款支出决算总体情况说明"],
  ["three-public.detail", "（二）“三公”经费财政拨款支出决算具体情况说明"],
  ["agency-operation", "十、机关运行经费支出说明"],
  ["procurement", "十一、政府采购支出说明"],
  ["assets", "十二、国有资产占用情况说明"],
  ["performance", "十三、预算绩效情况说明"],
].map(([id, heading]) => ({ id, heading, level: heading.startsWith("（") ? 2 : 1, page: pageOf(heading, 3) }));

const { parts, subordinateUnits, ...identity } = figures.document;
const glossaryPage = partPage(4);
const captions = [
  "图 1: 收、支决算总计变动情况",
  "图 2: 收入决算结构",
  "图 3: 支出决算结构",
  "图 4: 财政拨款收、支决算总计变动情况",
];
const document = {
  document: identity,
  pages: pages.length,
  toc: contents({ parts }).map(({ text, level }) => ({ text: text.replaceAll(" ", ""), level, page: 2 })),
  sections,
  units: subordinateUnits.map((name, i) => ({
    no: String(i + 1),
    name,
    remark: null,
    page: pageOf(`${i + 1}.${name}`, 3),
  })),
  glossary: glossary(itemName(figures)).map((term) => ({
    ...term,
    page: pageOf(term.code === null ? `（${term.no}）${term.term}` : `${term.no}.${term.term}`, glossaryPage),
  })),
  keyWork: figures.keyWork.map((x) => ({ ...x, no: String(x.no), page: pageOf(x.matter.slice(0, 4), partPage(3)) })),
  figures: captions.map((caption) => ({ caption: caption.replaceAll(" ", ""), page: pageOf(caption) })),
  reports: figures.performance.map(({ id, declared }) => ({ id, ...declared })),
};

const write = (name, value) => writeFileSync(at(`expected/${name}.json`), `${JSON.stringify(value, null, 1)}\n`);
write("document", document);
write("tables", tables(figures.tables, pagesOf));
write("facts", facts(figures.narrative));
write("performance", performance(figures.performance, pagesOf));
