/** Other ways to lay out the nine forms, by `typeset`: each is a body made from the figures, and what it leaves out. */
import { esc, p, td, tr } from "../../samples/wuhan-2024/typeset/html.js";
import { HEADS, typeset } from "./typeset.js";

const flow = (html) => `${html}\n`;
const head = (text) => `<h2 class="formtitle">${esc(text)}</h2>\n`;
const unitLine = (form, text = `单位：${form.unit}`) =>
  `<div class="entity"><span>部门：${esc(form.entity)}</span><span>${text}</span></div>\n`;
const prose =
  "本部门认真贯彻落实党中央、国务院决策部署，按照预算管理的各项要求，进一步加强收支管理，优化支出结构，提高资金使用效益，保障了各项重点工作的顺利开展。";
const ordinal = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
const bare = (form) => form.title.replace(/^2024年度/, "");
const whole = (text, columns) => tr(td(text, { cs: columns }));
const isEmpty = (form) => Boolean(form.emptyStatement);

/** name → {body(tables), css, omit(table id, row key, column)}. */
export const LAYOUTS = {
  "flow-portrait": { body: (t) => typeset(t, { portrait: true, sheet: flow }) },
  "flow-title-only": {
    body: (t) => typeset(t, { portrait: true, sheet: flow, caption: (f) => head(f.title), notes: () => "" }),
  },
  "flow-small": { css: "table { font-size: 6.5pt; }", body: (t) => typeset(t, { portrait: true, sheet: flow }) },
  "flow-prose": {
    body: (t) => typeset(t, { portrait: true, sheet: (html) => p(prose) + p(prose) + html + p(prose) }),
  },
  "flow-headings": {
    body: (t) =>
      typeset(t, {
        portrait: true,
        sheet: flow,
        caption: (f, i) => `<h3>（${ordinal[i]}）${esc(bare(f))}</h3>${p(prose)}${unitLine(f)}`,
        notes: () => p(prose),
      }),
  },
  "title-on-page-before": {
    body: (t) =>
      typeset(t, {
        portrait: true,
        sheet: (html) => `<section class="page">${p(prose)}${html}</section>`,
        caption: (f) => `${head(f.title)}<div class="code">${f.formCode}</div>${unitLine(f)}<div class="page"></div>`,
      }),
  },
  "cut-bare": { body: (t) => typeset(t, { every: 9 }) },
  "cut-header": { body: (t) => typeset(t, { every: 9, header: true }) },
  "cut-continued": {
    body: (t) =>
      typeset(t, {
        every: 12,
        header: true,
        again: () => '<div class="page" style="text-align:right;font-size:9pt">续表</div>',
      }),
  },
  "cut-title-continued": {
    body: (t) =>
      typeset(t, {
        every: 12,
        header: true,
        again: (f) => `<h2 class="formtitle page">${esc(f.title)}（续）</h2>${unitLine(f)}`,
      }),
  },
  "cut-title-again": {
    body: (t) =>
      typeset(t, {
        every: 12,
        header: true,
        again: (f) =>
          `<h2 class="formtitle page">${esc(f.title)}</h2><div class="code">${f.formCode}</div>${unitLine(f)}`,
      }),
  },
  "cut-xubiao-title": {
    body: (t) =>
      typeset(t, {
        every: 12,
        header: true,
        again: (f) => `<h2 class="formtitle page">续表：${esc(f.title)}</h2>${unitLine(f)}`,
      }),
  },
  "rows-split": {
    css: "table td { height: 14mm !important; vertical-align: top; } td { line-height: 2.6 }",
    body: (t) => typeset(t),
  },
  "blank-rows": { body: (t) => typeset(t, { blanks: 6 }) },
  "note-in-frame": {
    body: (t) =>
      typeset(t, {
        notes: () => "",
        last: (f, columns) => [whole(`注：${f.notes.join("")}${f.emptyStatement ?? ""}`, columns)],
      }),
  },
  "note-in-frame-plain": {
    body: (t) => typeset(t, { notes: () => "", last: (f, columns) => [whole(`${f.notes.join("")}`, columns)] }),
  },
  "total-last": { body: (t) => typeset(t, { total: "last" }) },
  "code-one": { body: (t) => typeset(t, { code: "one", indented: true }) },
  "code-one-no-numbers": { body: (t) => typeset(t, { code: "one", numbers: false, lines: false }) },
  "code-three": { body: (t) => typeset(t, { code: "three" }) },
  "code-last": { body: (t) => typeset(t, { code: "last" }) },
  "code-padded": { body: (t) => typeset(t, { code: "padded" }) },
  "code-in-name": { body: (t) => typeset(t, { code: "name", indented: true }) },
  "code-in-name-narrow": {
    css: "table { font-size: 12pt; }",
    body: (t) => typeset(t, { code: "name", portrait: true }),
  },
  narrow: { css: "table { font-size: 12pt; } td.n { font-size: 7pt; }", body: (t) => typeset(t, { portrait: true }) },
  "narrow-indented": {
    css: "table { font-size: 12pt; } td.n { font-size: 7pt; }",
    body: (t) => typeset(t, { portrait: true, code: "one", indented: true }),
  },
  "title-ordinal": { body: (t) => typeset(t, { caption: (f, i) => head(`${ordinal[i]}、${bare(f)}`) + unitLine(f) }) },
  "title-table-number": {
    body: (t) => typeset(t, { caption: (f, i) => head(`表${ordinal[i]}：${bare(f)}`) + unitLine(f) }),
  },
  "title-annex": {
    body: (t) =>
      typeset(t, {
        caption: (f, i) =>
          `<p class="plain">附件${i + 1}</p>${head(`${f.entity}（本级）2024年度${bare(f)}`)}${unitLine(f)}`,
      }),
  },
  "title-annex-one-line": {
    body: (t) => typeset(t, { caption: (f, i) => head(`附件${i + 1} ${bare(f)}`) + unitLine(f) }),
  },
  "title-annex-table": {
    body: (t) => typeset(t, { caption: (f, i) => `<p class="plain">附表${i + 1}：</p>${head(bare(f))}${unitLine(f)}` }),
  },
  "title-annex-hyphen": {
    body: (t) => typeset(t, { caption: (f, i) => head(`附表1-${i + 1} ${f.title}`) + unitLine(f) }),
  },
  "title-own-level": {
    body: (t) => typeset(t, { caption: (f) => head(`2024年度${f.entity}${bare(f)}（本级）`) + unitLine(f) }),
  },
  "title-caijue": {
    body: (t) =>
      typeset(t, {
        caption: (f, i) =>
          `${head(bare(f))}<div class="code">财决公开0${i + 1}表</div>${unitLine(f, "金额单位：万元")}`,
      }),
  },
  "title-with-code": { body: (t) => typeset(t, { caption: (f) => head(`${f.formCode} ${f.title}`) + unitLine(f) }) },
  "title-with-unit": { body: (t) => typeset(t, { caption: (f) => head(`${f.title}（单位：万元）`) }) },
  "title-two-lines": {
    body: (t) => typeset(t, { caption: (f) => head(`2024年度${f.entity}`) + head(bare(f)) + unitLine(f) }),
  },
  "title-year-below": {
    body: (t) => typeset(t, { caption: (f) => `${head(bare(f))}<p class="center">2024年度</p>${unitLine(f)}` }),
  },
  "title-of-unit": {
    body: (t) =>
      typeset(t, {
        caption: (f) =>
          head(`2024年度单位${bare(f)}`) +
          `<div class="entity"><span>编制单位：某市第一中学</span><span>金额单位：万元</span></div>`,
      }),
  },
  "title-in-frame": {
    body: (t) => typeset(t, { caption: () => "", first: (f, columns) => [whole(f.title, columns)] }),
  },
  "caption-in-frame": {
    body: (t) =>
      typeset(t, {
        caption: () => "",
        first: (f, columns) => [
          whole(f.title, columns),
          whole(f.formCode, columns),
          tr(td(`部门：${f.entity}`, { cs: columns - 2 }), td(`单位：${f.unit}`, { cs: 2 })),
        ],
      }),
  },
  "caption-in-frame-one-row": {
    body: (t) =>
      typeset(t, {
        caption: () => "",
        first: (f, columns) => [
          whole(f.title, columns),
          tr(
            td(`部门：${f.entity}`, { cs: columns - 3 }),
            td(`${f.formCode}`, { cs: 1 }),
            td(`金额单位：${f.unit}`, { cs: 2 }),
          ),
        ],
      }),
  },
  "unit-in-header": {
    body: (t) =>
      typeset(t, {
        caption: (f) => head(f.title),
        heads: {
          "income-expenditure-summary": { amount: "金额（万元）" },
          "fiscal-appropriation-summary": { amount: "决算数（万元）" },
          "general-budget-basic-expenditure": { amount: ["决算数（万元）"] },
        },
      }),
  },
  "empty-in-frame": {
    body: (t) =>
      typeset(t, {
        notes: () => "",
        last: (f, columns) =>
          isEmpty(f)
            ? [
                whole(
                  `本部门2024年度没有政府性基金预算财政拨款收入，也没有使用政府性基金预算安排的支出，故本表无数据。`,
                  columns,
                ),
              ]
            : [],
      }),
  },
  "empty-below": {
    body: (t) =>
      typeset(t, {
        notes: (f) => (isEmpty(f) ? p("本部门没有相关收入，也没有相关安排的支出，故本表无数据。", "note") : ""),
      }),
  },
  "empty-blank-table": {
    body: (t) => typeset(t, { notes: (f) => (isEmpty(f) ? p("本表为空表。", "note") : ""), blanks: 2 }),
  },
  "empty-instead": {
    body: (t) =>
      typeset(t, {
        notes: () => "",
        instead: (f) => (isEmpty(f) ? p("本部门2024年度无此项收支，本表为空表。") : undefined),
      }),
    missing: ["government-fund-budget", "state-capital-budget"],
  },
  "three-list": { body: (t) => typeset(t, { three: "list" }) },
  "three-agency": { body: (t) => typeset(t, { three: "agency" }), extra: ["three-public-expenses"] },
  "three-phases": { body: (t) => typeset(t, { three: "phases" }) },
  "with-budget-columns": {
    body: (t) =>
      typeset(t, {
        extra: {
          "income-expenditure-summary": {
            年初预算数: (_, i) => `${i + 1}11.11`,
            全年预算数: (_, i) => `${i + 1}22.22`,
          },
          "fiscal-appropriation-summary": { 年初预算数: (_, i) => `${i + 1}11.11` },
        },
        heads: { "income-expenditure-summary": { amount: "决算数" } },
      }),
    extra: ["income-expenditure-summary", "fiscal-appropriation-summary"],
  },
  "budget-beside-final": {
    body: (t) =>
      typeset(t, {
        extra: { "general-budget-expenditure": { 年初预算数: (_, i) => `${i + 1}11.11` } },
      }),
    extra: ["general-budget-expenditure"],
  },
  "basic-two-blocks": { body: (t) => typeset(t, { basicBlocks: 2 }) },
  "basic-one-block": {
    body: (t) => typeset(t, { basicBlocks: 1 }),
    omit: (_, row) => row === "personnelTotal" || row === "publicTotal",
    extra: ["general-budget-basic-expenditure"],
  },
  "columns-reversed": {
    body: (t) =>
      typeset(t, {
        order: {
          "expenditure-by-function": [
            "total",
            "project",
            "basic",
            "operating",
            "remittanceToSuperior",
            "subsidyToAffiliates",
          ],
          "general-budget-expenditure": ["total", "project", "basic"],
          "income-by-function": [
            "total",
            "fiscalAppropriation",
            "businessIncome",
            "superiorSubsidy",
            "otherIncome",
            "affiliateRemittance",
            "operatingIncome",
          ],
        },
      }),
  },
  "columns-fewer": {
    body: (t) =>
      typeset(t, {
        order: {
          "expenditure-by-function": ["total", "basic", "project"],
          "income-by-function": ["total", "fiscalAppropriation", "businessIncome", "otherIncome"],
        },
      }),
    omit: (id, _, column) =>
      (id === "expenditure-by-function" && !["total", "basic", "project"].includes(column)) ||
      (id === "income-by-function" &&
        !["total", "fiscalAppropriation", "businessIncome", "otherIncome"].includes(column)),
  },
  "fund-full": {
    body: (t) =>
      typeset(
        t.map((f) =>
          f.id === "state-capital-budget"
            ? {
                ...f,
                columns: t.find(({ id }) => id === "government-fund-budget").columns,
                rows: f.rows.map((r) => ({ ...r, values: {} })),
              }
            : f,
        ),
        {
          heads: {
            "state-capital-budget": HEADS["government-fund-budget"],
          },
        },
      ),
    omit: (id) => id === "state-capital-budget",
  },
};
