// Part two: the nine forms in the Wuhan layout (SPEC §2).
import { c, esc, n, p, table, td, tr } from "./html.js";

/** Title, form code, 部门 and 单位 lines; `together` puts code and unit on one line, as some of the real forms do. */
function caption(form, together) {
  const unit = `单位:${form.unit}`;
  const right = together ? `${form.formCode} ${unit}` : unit;
  return [
    `<h2 class="formtitle">${esc(form.title)}</h2>\n`,
    together ? "" : `<div class="code">${esc(form.formCode)}</div>\n`,
    `<div class="entity"><span>部门: ${esc(form.entity)}</span><span>${esc(right)}</span></div>\n`,
  ].join("");
}

function notes(form) {
  const numbered = form.notes.length > 1;
  const lines = form.notes.map((note, i) => `${i === 0 ? "注:" : ""}${numbered ? `${i + 1}.` : ""}${note}`);
  return [...lines, ...(form.emptyStatement ? [form.emptyStatement] : [])].map((line) => p(line, "note")).join("");
}

const bySide = (form, side) => new Map(form.rows.filter((r) => r.side === side).map((r) => [r.lineNo, r]));
const label = (row) => (row && row.role !== "item" && row.lineNo !== 28 ? c(row.label) : td(row?.label));

/** 01: two sides, 行次 1–30 and 31–60, blank lines 9–26 on the left. */
function incomeExpenditureSummary(form) {
  const income = bySide(form, "income");
  const expenditure = bySide(form, "expenditure");
  const rows = [
    tr(c("收入", { cs: 3 }), c("支出", { cs: 3 })),
    tr(["项目", "行次", "金额", "项目", "行次", "金额"].map((t) => c(t))),
    tr(c("栏次"), c(""), c("1"), c("栏次"), c(""), c("2")),
  ];
  for (let line = 1; line <= 30; line++) {
    const [left, right] = [income.get(line), expenditure.get(line + 30)];
    rows.push(tr(label(left), c(line), n(left?.values.amount), label(right), c(line + 30), n(right?.values.amount)));
  }
  return caption(form, false) + table([53, 10, 21, 51, 10, 21], rows) + notes(form);
}

/** 04: two sides with four amounts on the right, 行次 1–32 and 33–64. */
function fiscalAppropriationSummary(form) {
  const income = bySide(form, "income");
  const expenditure = bySide(form, "expenditure");
  const rows = [
    tr(c("收　　入", { cs: 3 }), c("支　　出", { cs: 6 })),
    tr(
      ["项目", "行次", "决算数", "项目", "行次"].map((t) => c(t, { rs: 2 })),
      c("决算数", { cs: 4 }),
    ),
    tr(["小计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"].map((t) => c(t))),
    tr(
      c("栏次"),
      c(""),
      c("1"),
      c("栏次"),
      c(""),
      ["2", "3", "4", "5"].map((t) => c(t)),
    ),
  ];
  for (let line = 1; line <= 32; line++) {
    const [left, right] = [income.get(line), expenditure.get(line + 32)];
    const amounts = form.columns.expenditure.map((key) => n(right?.values[key]));
    rows.push(tr(label(left), c(line), n(left?.values.amount), label(right), c(line + 32), amounts));
  }
  return caption(form, true) + table([52, 11, 24, 56, 11, 24, 25, 25, 25], rows, { cls: "low" }) + notes(form);
}

/**
 * 02, 03, 05, 07, 08: the code in one cell over 类|款|项, and the 合计 row inside the header block.
 * @param {string[][]} heads each leaf header from top to bottom; neighbours with the same first text share a cell
 * @param {object} o `torn`: the row that a page break cuts, after so many characters of its label
 */
function codeTree(form, heads, { widths, together = false, cls = "", blanks = 0, torn }) {
  const top = [];
  const second = [];
  for (let i = 0; i < heads.length; ) {
    const [group, leaf] = heads[i];
    let end = i + 1;
    while (leaf !== undefined && heads[end]?.[0] === group) end++;
    top.push(leaf === undefined ? c(group, { rs: 2 }) : c(group, { cs: end - i }));
    if (leaf !== undefined) second.push(...heads.slice(i, end).map(([, text]) => c(text)));
    i = end;
  }
  const values = (row) => form.columns.map((key) => n(row.values[key]));
  const [total, ...items] = form.rows;
  const whole = (row, text) => tr(c(row.code, { cs: 3 }), td(text), values(row));
  const tornRow = (row, at) => [
    whole(row, row.label.slice(0, at)),
    tr(
      c("", { cs: 3 }),
      td(row.label.slice(at)),
      heads.map(() => n(null)),
    ),
  ];
  const rows = [
    tr(c("项目", { cs: 4 }), top),
    tr(c("功能分类科目编码", { cs: 3 }), c("科目名称"), second),
    tr(
      ["类", "款", "项"].map((t) => c(t, { rs: 2 })),
      c("栏次"),
      heads.map((_, i) => c(i + 1)),
    ),
    tr(c(total.label), values(total)),
    ...items.flatMap((row) => (row.code === torn?.code ? tornRow(row, torn.at) : [whole(row, row.label)])),
    ...Array.from({ length: blanks }, () =>
      tr(
        c("", { cs: 3 }),
        td(""),
        heads.map(() => n(null)),
      ),
    ),
  ];
  const breaks = torn ? [5 + items.findIndex((row) => row.code === torn.code)] : [];
  return caption(form, together) + table(widths, rows, { cls, breaks }) + notes(form);
}

/** 06: three blocks side by side, 301+303 | 302 | 310, and the two totals in the last row. */
function basicExpenditure(form) {
  const classes = (prefixes) => form.rows.filter((r) => r.code && prefixes.includes(r.code.slice(0, 3)));
  const blocks = [classes(["301", "303"]), classes(["302"]), classes(["310"])];
  const total = (key) => form.rows.find((r) => r.key === key);
  const height = Math.max(...blocks.map((b) => b.length));
  const head = ["经济分类科目编码", "科目名称", "决算数"].map((t) => c(t, { cls: "tight" }));
  const rows = [tr(c("人员经费", { cs: 3 }), c("公用经费", { cs: 6 })), tr(head, head, head)];
  for (let i = 0; i < height; i++) {
    const cells = blocks.map((block) => [c(block[i]?.code), td(block[i]?.label), n(block[i]?.values.amount)]);
    rows.push(tr(cells));
  }
  const [personnel, open] = [total("personnelTotal"), total("publicTotal")];
  rows.push(
    tr(c(personnel.label, { cs: 2 }), n(personnel.values.amount), c(open.label, { cs: 5 }), n(open.values.amount)),
  );
  return caption(form, false) + table([13, 27, 17, 13, 25, 16, 13, 24, 17], rows, { cls: "low" }) + notes(form);
}

/** The header of 09: six items under each of the two phases. */
export function threePublicHead(groups) {
  const leaf = (t) => c(t, { rs: 2, cls: "tight" });
  return [
    tr(groups.map((t) => c(t, { cs: 6 }))),
    tr(
      groups.flatMap(() => [
        leaf("合计"),
        leaf("因公出国（境）费"),
        c("公务用车购置及运行维护费", { cs: 3 }),
        leaf("公务接待费"),
      ]),
    ),
    tr(groups.flatMap(() => ["小计", "公务用车购置费", "公务用车运行维护费"].map((t) => c(t, { cls: "tight" })))),
  ];
}

/** 09: twelve columns, 预算数 and 决算数, one row of figures. */
function threePublic(form) {
  const row = form.rows[0];
  const rows = [
    ...threePublicHead(["预算数", "决算数"]),
    tr(form.columns.map((_, i) => c(i + 1))),
    tr(form.columns.map((key) => c(row.values[key]))),
  ];
  return caption(form, false) + table(Array(12).fill(13.8), rows, { cls: "high" }) + notes(form);
}

const income = ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"];
const expenditure = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"];
const yearly = ["小计", "基本支出", "项目支出"].map((t) => ["本年支出", t]);
const flat = (texts) => texts.map((t) => [t]);

/** Part two as HTML, headings included. */
export function forms(tables) {
  const [f1, f2, f3, f4, f5, f6, f7, f8, f9] = tables;
  const wide = (html) => `<section class="wide">${html}</section>\n`;
  const page = (html) => `<section class="page">${html}</section>\n`;
  const total = [["合计"], ["基本支出"], ["项目支出"]].map(([t]) => ["本年支出", t]);
  const fund = [["年初结转和结余"], ["本年收入"], ...yearly, ["年末结转和结余"]];
  return [
    incomeExpenditureSummary(f1),
    wide(codeTree(f2, flat(income), { widths: [9, 9, 9, 76, 24, 24, 22, 22, 22, 22, 22], cls: "high" })),
    wide(
      codeTree(f3, flat(expenditure), {
        widths: [11, 11, 11, 40, 32, 32, 32, 30, 30, 32],
        cls: "high",
        torn: { code: "2080505", at: 11 },
      }),
    ),
    wide(fiscalAppropriationSummary(f4)),
    page(codeTree(f5, yearly, { widths: [10, 10, 10, 64, 24, 24, 24], together: true })),
    page(basicExpenditure(f6)),
    page(codeTree(f7, fund, { widths: [9, 9, 9, 39, 16, 16, 17, 17, 17, 17], cls: "high", blanks: 3 })),
    `<div style="height:12mm"></div>\n`,
    codeTree(f8, total, { widths: [11, 11, 11, 48, 28, 28, 28], cls: "high", blanks: 3 }),
    page(threePublic(f9)),
  ].join("");
}
