/** Text → HTML text. */
export const esc = (s) => String(s).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A decimal string as printed: thousands separators, scale kept; null is a blank cell. */
export function amount(value) {
  if (value === null || value === undefined) return "";
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** An amount of a sentence, with its unit. */
export const wan = (value) => `${amount(value)}万元`;

export const p = (text, cls = "") => `<p${cls && ` class="${cls}"`}>${esc(text)}</p>\n`;
export const paragraphs = (texts) => texts.map((text) => p(text)).join("");
export const h = (level, text, cls = "") => `<h${level}${cls && ` class="${cls}"`}>${esc(text)}</h${level}>\n`;

/**
 * One table cell, as data until the table is put together.
 * @param {string | number | string[] | null | undefined} text an array prints one line each
 * @param {{cs?: number, rs?: number, cls?: string}} [o] column span, row span, class
 */
export const td = (text, { cs = 1, rs = 1, cls = "" } = {}) => ({ text: text ?? "", cs, rs, cls });

/** A centred cell, an amount cell. */
export const c = (text, o = {}) => td(text, { ...o, cls: `c ${o.cls ?? ""}`.trim() });
export const n = (value, o = {}) => td(amount(value), { ...o, cls: "n" });

export const tr = (...cells) => cells.flat(2);

/**
 * A ruled table. No thead: Chromium would repeat it on every page, and the Wuhan layout does not.
 * @param {number[]} widths of the columns, in mm; together not more than the page gives (166, wide 261), or Chromium shrinks
 *   every page of the document
 * @param {object[][]} rows of cells
 * @param {{cls?: string, breaks?: number[]}} [o] `breaks`: rows that begin a new page. Word closes a merged cell at the
 *   foot of a page and goes on with an empty one; Chromium leaves it open, so the table is cut here.
 */
export function table(widths, rows, { cls = "", breaks = [] } = {}) {
  const cols = widths.map((w) => `<col style="width:${w}mm">`).join("");
  const width = widths.reduce((a, b) => a + b, 0);
  return cut(rows, breaks)
    .map((part, i) => {
      const classes = [cls, i > 0 && "page"].filter(Boolean).join(" ");
      const body = part.map((cells) => `<tr>${cells.map(cell).join("")}</tr>\n`).join("");
      return `<table class="${classes}" style="width:${width}mm"><colgroup>${cols}</colgroup><tbody>\n${body}</tbody></table>\n`;
    })
    .join("");
}

function cell({ text, cs, rs, cls }) {
  const attributes = [cs > 1 && `colspan="${cs}"`, rs > 1 && `rowspan="${rs}"`, cls && `class="${cls}"`].filter(
    Boolean,
  );
  const inner = Array.isArray(text) ? text.map((line) => `<div>${esc(line)}</div>`).join("") : esc(text);
  return `<td${attributes.map((a) => ` ${a}`).join("")}>${inner}</td>`;
}

/** Rows in parts, each row of `breaks` beginning one; a cell that spans a break is closed there and goes on empty. */
function cut(rows, breaks) {
  const parts = [];
  let open = []; // cells that still hang down: {column, end, cell}
  let part = [];
  rows.forEach((cells, r) => {
    open = open.filter((o) => o.end > r);
    const starting = r > 0 && breaks.includes(r);
    if (starting) {
      parts.push(part);
      part = [];
    }
    const hanging = open.map((o) => o);
    const row = [];
    let column = 0;
    const skip = () => {
      for (let o = hanging.find((x) => x.column === column); o; o = hanging.find((x) => x.column === column)) {
        if (starting) {
          const rest = { ...o.cell, text: "", rs: o.end - r };
          o.cell.rs -= rest.rs;
          o.cell = rest;
          row.push(rest);
        }
        column += o.cell.cs;
      }
    };
    for (const given of cells) {
      skip();
      const own = { ...given };
      row.push(own);
      if (own.rs > 1) open.push({ column, end: r + own.rs, cell: own });
      column += own.cs;
    }
    skip();
    part.push(row);
  });
  return [...parts, part];
}
