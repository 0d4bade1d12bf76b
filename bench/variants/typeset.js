// The nine forms of the sample typeset by options: what provinces and their word processors do differently from the sample.
import { threePublicHead } from "../../samples/wuhan-2024/typeset/forms.js";
import { amount, c, esc, n, p, table, td, tr } from "../../samples/wuhan-2024/typeset/html.js";

const bySide = (form, side) => form.rows.filter((row) => row.side === side);
const landscape = new Set(["income-by-function", "expenditure-by-function", "fiscal-appropriation-summary"]);

/** Title, form code, entity and unit above a table. */
const usualCaption = (form) =>
  `<h2 class="formtitle">${esc(form.title)}</h2>\n<div class="code">${form.formCode}</div>\n` +
  `<div class="entity"><span>部门：${esc(form.entity)}</span><span>单位：${form.unit}</span></div>\n`;

const usualNotes = (form) =>
  [
    ...form.notes.map((note, i) => (i === 0 ? `注：${note}` : note)),
    ...(form.emptyStatement ? [form.emptyStatement] : []),
  ]
    .map((line) => p(line, "note"))
    .join("");

export const HEADS = {
  "income-by-function": {
    total: ["本年收入合计"],
    fiscalAppropriation: ["财政拨款收入"],
    superiorSubsidy: ["上级补助收入"],
    businessIncome: ["事业收入"],
    operatingIncome: ["经营收入"],
    affiliateRemittance: ["附属单位上缴收入"],
    otherIncome: ["其他收入"],
  },
  "expenditure-by-function": {
    total: ["本年支出合计"],
    basic: ["基本支出"],
    project: ["项目支出"],
    remittanceToSuperior: ["上缴上级支出"],
    operating: ["经营支出"],
    subsidyToAffiliates: ["对附属单位补助支出"],
  },
  "general-budget-expenditure": {
    total: ["本年支出", "小计"],
    basic: ["本年支出", "基本支出"],
    project: ["本年支出", "项目支出"],
  },
  "government-fund-budget": {
    openingBalance: ["年初结转和结余"],
    income: ["本年收入"],
    expenditureTotal: ["本年支出", "小计"],
    expenditureBasic: ["本年支出", "基本支出"],
    expenditureProject: ["本年支出", "项目支出"],
    closingBalance: ["年末结转和结余"],
  },
  "state-capital-budget": {
    expenditureTotal: ["本年支出", "合计"],
    expenditureBasic: ["本年支出", "基本支出"],
    expenditureProject: ["本年支出", "项目支出"],
  },
};

/**
 * The forms as HTML.
 * @param {object[]} tables the sample's figures
 * @param {object} [o]
 * @param {(form: object, i: number) => string} [o.caption] what stands above a table
 * @param {(form: object, i: number) => string} [o.notes] and below it
 * @param {(html: string, form: object, i: number) => string} [o.sheet] puts a form on its page
 * @param {boolean} [o.portrait] every table as wide as a portrait page
 * @param {boolean} [o.numbers] the row of column numbers
 * @param {boolean} [o.lines] the columns of line numbers
 * @param {"one"|"merged"|"three"|"last"|"name"|"padded"} [o.code] one cell; one over three columns; three cells; those
 *   parts only that differ from the row above; before the name; three cells of 208|20805|2080501
 * @param {"first"|"last"|"none"} [o.total] where 合计 stands
 * @param {"row"|"list"|"agency"|"phases"} [o.three] how 三公 is printed
 * @param {number} [o.blanks] blank rows below the last
 * @param {(form: object) => object[][]} [o.first] rows inside the frame above the header, as arrays of cells for n columns
 * @param {(form: object, columns: number) => object[][]} [o.last] and below the last row
 * @param {object} [o.heads] other header texts, per form and column
 * @param {object} [o.order] other columns, per form
 * @param {object} [o.extra] amounts that stand beside the form's own: header → (row, i) => text, per form
 * @param {number} [o.every] the table is cut after so many rows …
 * @param {(form: object) => string} [o.again] … and this stands above the rest
 * @param {boolean} [o.header] whether the rest has the header again
 */
export function typeset(tables, o = {}) {
  const own = (form) => (!o.portrait && landscape.has(form.id) ? "wide" : "page");
  const {
    sheet = (html, form) => `<section class="${own(form)}">${html}</section>\n`,
    caption = usualCaption,
    notes = usualNotes,
  } = o;
  return tables
    .map((form, i) => {
      const { widths, head, rows } = layout(form, o);
      const full = o.portrait || !landscape.has(form.id) ? 166 : 261;
      const sum = widths.reduce((a, b) => a + b, 0);
      const scaled = widths.map((w) => (w * full) / sum);
      const body = [...rows, ...blankRows(o.blanks ?? 0, widths.length), ...(o.last?.(form, widths.length) ?? [])];
      const top = [...(o.first?.(form, widths.length) ?? []), ...head];
      const parts = pieces(body, o.every ?? Number.POSITIVE_INFINITY).map((part, k) => {
        const withHead = k === 0 || o.header ? [...(k === 0 ? top : head), ...part] : part;
        const above = k === 0 ? "" : (o.again?.(form) ?? '<div class="page"></div>');
        return above + table(scaled, withHead, { cls: o.cls ?? "" });
      });
      return sheet(caption(form, i) + (o.instead?.(form) ?? parts.join("")) + notes(form, i), form, i);
    })
    .join("");
}

function pieces(rows, every) {
  if (!Number.isFinite(every)) return [rows];
  return Array.from({ length: Math.ceil(rows.length / every) }, (_, i) => rows.slice(i * every, (i + 1) * every));
}

const blankRows = (count, columns) =>
  Array.from({ length: count }, () => tr(Array.from({ length: columns }, () => td(""))));

export function layout(form, o) {
  if (form.columns.income) return twoSided(form, o);
  if (form.id === "general-budget-basic-expenditure") return basic(form, o);
  if (form.id === "three-public-expenses") return three(form, o);
  return codeTree(form, o);
}

function twoSided(form, { lines = true, numbers = true, extra, heads = {} }) {
  const [left, right] = [bySide(form, "income"), bySide(form, "expenditure")];
  const keys = form.columns.expenditure;
  const texts = {
    amount: keys.length === 1 ? "金额" : "决算数",
    total: "合计",
    generalPublicBudget: "一般公共预算财政拨款",
    governmentFund: "政府性基金预算财政拨款",
    stateCapital: "国有资本经营预算财政拨款",
    ...heads[form.id],
  };
  const more = Object.entries(extra?.[form.id] ?? {});
  const line = (text) => (lines ? [c(text)] : []);
  const side = (values) => [
    c("项目"),
    ...line("行次"),
    ...more.map(([text]) => c(text)),
    ...values.map((key) => c(texts[key])),
  ];
  const span = (count) => 1 + Number(lines) + more.length + count;
  const blanks = side([...keys, "amount"]).length;
  const head = [
    tr(c("收入", { cs: span(1) }), c("支出", { cs: span(keys.length) })),
    tr(side(["amount"]), side(keys)),
    ...(numbers
      ? [numbered([c("栏次"), ...line("")], more.length + 1, [c("栏次"), ...line("")], more.length + keys.length)]
      : []),
  ];
  // Subtotals and totals of both sides stand on one line.
  const [heightOfItems, tail] = heights(left, right);
  const rows = Array.from({ length: heightOfItems + tail }, (_, i) => {
    const of = (rows, own) =>
      rows[i < heightOfItems ? (i < rows.length - own ? i : -1) : rows.length - tail + i - heightOfItems];
    const [a, b] = [of(left, tail), of(right, tail)];
    const cells = (row, values, first) => [
      row && row.role !== "item" ? c(row.label) : td(row?.label),
      ...line(first + i),
      ...more.map(([, text]) => n(row ? text(row, i) : null)),
      ...values.map((key) => n(row?.values[key])),
    ];
    return tr(cells(a, ["amount"], 1), cells(b, keys, 1 + heightOfItems + tail));
  });
  const label = keys.length === 1 ? 50 : 46;
  const w = (count) => [label, ...(lines ? [9] : []), ...Array(more.length + count).fill(23)];
  return { widths: [...w(1), ...w(keys.length)], head, rows, blanks };
}

/** The last rows that stand beside each other (本年…合计 to 总计), and how many rows stand above them. */
function heights(left, right) {
  const tail = Math.min(
    ...[left, right].map((rows) => rows.length - rows.findIndex((row) => row.key.includes("currentYear"))),
  );
  return [Math.max(left.length, right.length) - tail, tail];
}

function numbered(before, first, between, second) {
  const count = (from, length) => Array.from({ length }, (_, i) => c(from + i));
  return tr(before, count(1, first), between, count(first + 1, second));
}

function codeTree(form, o) {
  const { code = "merged", numbers = true, total = "first", extra } = o;
  const keys = o.order?.[form.id] ?? form.columns;
  const more = Object.entries(extra?.[form.id] ?? {});
  const heads = [
    ...keys.map((key) => o.heads?.[form.id]?.[key] ?? HEADS[form.id][key]),
    ...more.map(([text]) => [text]),
  ];
  const cells = { one: 1, merged: 3, three: 3, last: 3, padded: 3, name: 0 }[code];
  const levels = heads.some((head) => head.length > 1) ? 2 : 1;
  const top = [];
  const second = [];
  for (let i = 0; i < heads.length; ) {
    let end = i + 1;
    while (heads[i].length > 1 && heads[end]?.[0] === heads[i][0]) end++;
    top.push(c(heads[i][0], heads[i].length > 1 ? { cs: end - i } : { rs: levels }));
    if (heads[i].length > 1) second.push(...heads.slice(i, end).map(([, text]) => c(text)));
    i = end;
  }
  const names =
    cells === 0
      ? [c(o.nameHead ?? "功能分类科目")]
      : [c(o.codeHead ?? "科目编码", { cs: cells }), c(o.nameHead ?? "科目名称")];
  const merged = cells + 1;
  const head = [
    ...(levels === 2 ? [tr(c("项目", { cs: merged }), top), tr(names, second)] : [tr(names, top)]),
    ...(numbers
      ? [
          tr(
            cells === 3 ? ["类", "款", "项"].map((t) => c(t)) : [],
            c("栏次", cells === 1 ? { cs: 2 } : {}),
            heads.map((_, i) => c(i + 1)),
          ),
        ]
      : []),
  ];
  const values = (row, i) => [...keys.map((key) => n(row.values[key])), ...more.map(([, text]) => n(text(row, i)))];
  const [sum, ...items] = form.rows;
  const whole = tr(c("合计", { cs: merged }), values(sum, 0));
  const own = items.map((row, i) => tr(codeCells(row, items[i - 1], code, o), values(row, i + 1)));
  const rows = total === "none" ? own : total === "first" ? [whole, ...own] : [...own, whole];
  const codes = { 0: [], 1: [17], 3: [9, 9, 9] }[cells];
  return { widths: [...codes, cells === 0 ? 62 : 50, ...heads.map(() => 20)], head, rows };
}

const indent = (row) => "　".repeat({ 类: 0, 款: 1, 项: 2 }[row.level] ?? 0);

function codeCells(row, before, code, { indented = false }) {
  const name = td((indented ? indent(row) : "") + row.label);
  const split = (text) => [text.slice(0, 3), text.slice(3, 5), text.slice(5)];
  const parts = split(row.code);
  const above = before && split(before.code);
  const last = parts.findLastIndex((part) => part !== "");
  switch (code) {
    case "one":
      return [td((indented ? indent(row) : "") + row.code), name];
    case "three":
      return [parts.map((part) => c(part)), name];
    case "last": {
      const changed = parts.findIndex((part, i) => part !== above?.[i]);
      return [parts.map((part, i) => c(i >= changed ? part : "")), name];
    }
    case "padded":
      return [parts.map((_, i) => c(i <= last ? row.code.slice(0, 3 + 2 * i) : "")), name];
    case "name":
      return [td(`${indented ? indent(row) : ""}${row.code} ${row.label}`)];
    default:
      return [c(row.code, { cs: 3 }), name];
  }
}

function basic(form, { numbers = false, basicBlocks = 3, heads = {} }) {
  const classes = (prefixes) => form.rows.filter((r) => r.code && prefixes.includes(r.code.slice(0, 3)));
  const total = (key) => form.rows.find((r) => r.key === key);
  const [personnel, open] = [total("personnelTotal"), total("publicTotal")];
  const names = ["科目编码", "科目名称", heads[form.id]?.amount?.[0] ?? "决算数"].map((t) => c(t));
  const cells = (row) => [c(row?.code), td(row?.label), n(row?.values.amount)];
  if (basicBlocks === 1) {
    // 合计|人员经费|公用经费 beside one column of codes (Beijing).
    const items = form.rows.filter((row) => row.code);
    const parts = (row) => [
      row.values.amount,
      row.block === "personnel" ? row.values.amount : null,
      row.block === "public" ? row.values.amount : null,
    ];
    const head = [
      tr(c("经济分类科目", { cs: 2 }), c("本年支出", { cs: 3 })),
      tr(["科目编码", "科目名称", "合计", "人员经费", "公用经费"].map((t) => c(t))),
    ];
    return {
      widths: [20, 60, 28, 28, 28],
      head,
      rows: items.map((row) =>
        tr(
          c(row.code),
          td(row.label),
          parts(row).map((v) => n(v)),
        ),
      ),
    };
  }
  const blocks =
    basicBlocks === 2
      ? [classes(["301", "303"]), classes(["302", "310"])]
      : [classes(["301", "303"]), classes(["302"]), classes(["310"])];
  const head = [
    tr(c("人员经费", { cs: 3 }), c("公用经费", { cs: 3 * (basicBlocks - 1) })),
    tr(blocks.map(() => names)),
  ];
  const height = Math.max(...blocks.map((b) => b.length));
  const rows = Array.from({ length: height }, (_, i) => tr(blocks.map((block) => cells(block[i]))));
  rows.push(
    tr(
      c(personnel.label, { cs: 2 }),
      n(personnel.values.amount),
      c(open.label, { cs: 3 * (basicBlocks - 1) - 1 }),
      n(open.values.amount),
    ),
  );
  return { widths: blocks.flatMap(() => [13, 27, 17]), head, rows, numbers };
}

const LIST = [
  ["total", "合计"],
  ["abroad", "1.因公出国（境）费"],
  ["vehicleSubtotal", "2.公务用车购置及运行维护费"],
  ["vehiclePurchase", "（1）公务用车购置费"],
  ["vehicleOperation", "（2）公务用车运行维护费"],
  ["reception", "3.公务接待费"],
];
/** What 机构运行信息表 prints below and beside 三公. */
const COUNTS = [
  "因公出国（境）团组数（个）",
  "因公出国（境）人次数（人）",
  "公务用车购置数（辆）",
  "公务用车保有量（辆）",
];
const ASSETS = [
  "（一）车辆数合计（辆）",
  "1.副部（省）级及以上领导用车",
  "2.主要领导干部用车",
  "3.机要通信用车",
  "4.应急保障用车",
  "5.执法执勤用车",
];

function three(form, { three: kind = "row", numbers = true }) {
  const { values } = form.rows[0];
  const phases = ["budget", "final"];
  if (kind === "list") {
    const rows = LIST.map(([key, label], i) =>
      tr(
        td(label),
        c(i + 1),
        phases.map((phase) => n(values[`${phase}.${key}`])),
      ),
    );
    return { widths: [80, 14, 36, 36], head: [tr(["项目", "行次", "预算数", "决算数"].map((t) => c(t)))], rows };
  }
  if (kind === "agency") {
    const head = [
      tr(["项目", "行次", "预算数", "决算数", "项目", "行次", "决算数"].map((t) => c(t))),
      tr([c("栏次"), c(""), c(1), c(2), c("栏次"), c(""), c(3)]),
    ];
    const left = [
      ["一、“三公”经费支出", "—", "—"],
      ["（一）支出合计", values["budget.total"], values["final.total"]],
      ...LIST.slice(1).map(([key, label]) => [label, values[`budget.${key}`], values[`final.${key}`]]),
      ["（二）相关统计数", "—", "—"],
      ...COUNTS.map((label, i) => [label, "—", String(i + 3)]),
    ];
    const right = [
      ["二、机关运行经费", "418.20"],
      ["三、国有资产占用情况", "—"],
      ...ASSETS.map((label, i) => [label, String(41 - i)]),
    ];
    const rows = left.map(([label, before, after], i) =>
      tr(td(label), c(i + 1), n(before), n(after), td(right[i]?.[0]), c(i + 1 + left.length), n(right[i]?.[1])),
    );
    return { widths: [52, 9, 20, 20, 46, 9, 20], head, rows };
  }
  const groups = ["预算数", "决算数"];
  if (kind === "phases") {
    const head = [
      tr([
        c("项目", { rs: 2 }),
        c("合计", { rs: 2 }),
        c("因公出国（境）费", { rs: 2 }),
        c("公务用车购置及运行维护费", { cs: 3 }),
        c("公务接待费", { rs: 2 }),
      ]),
      tr(["小计", "公务用车购置费", "公务用车运行维护费"].map((t) => c(t))),
    ];
    const order = ["total", "abroad", "vehicleSubtotal", "vehiclePurchase", "vehicleOperation", "reception"];
    return {
      widths: [20, 24, 24, 24, 24, 24, 24],
      head,
      rows: phases.map((phase, i) =>
        tr(
          c(groups[i]),
          order.map((key) => n(values[`${phase}.${key}`])),
        ),
      ),
    };
  }
  const head = [...threePublicHead(groups), ...(numbers ? [tr(form.columns.map((_, i) => c(i + 1)))] : [])];
  return { widths: Array(12).fill(13.8), head, rows: [tr(form.columns.map((key) => c(amount(values[key]))))] };
}
