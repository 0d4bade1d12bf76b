/** The nine forms as sheets of a workbook (flat OpenDocument), which LibreOffice Calc prints. */
import { esc } from "../../samples/wuhan-2024/typeset/html.js";
import { layout } from "../variants/typeset.js";

const FONT = "WenQuanYi Zen Hei";
/** LibreOffice's own attributes that ODF has not. */
const NAMESPACES = [
  ["office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"],
  ["style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"],
  ["text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"],
  ["table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"],
  ["number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"],
  ["fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"],
  ["svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"],
  ["draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"],
  ["css3t", "http://www.w3.org/TR/css3-text/"],
  ["loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(" ");

export const document = (type, parts) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${NAMESPACES} office:version="1.3" ` +
  `office:mimetype="application/vnd.oasis.opendocument.${type}">${parts.join("\n")}</office:document>\n`;

export const attributes = (given) =>
  Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${esc(value)}"`)
    .join("");

const grouped =
  '<number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>';
/** Number formats; `accounting` is Excel's `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, which fills the cell with spaces and prints "-" for 0. */
const FORMATS = `
<number:number-style style:name="grouped">${grouped}</number:number-style>
<number:number-style style:name="accounting0" style:volatile="true"><number:text> </number:text><number:fill-character> </number:fill-character><number:text>-</number:text><number:text>   </number:text></number:number-style>
<number:number-style style:name="accounting"><number:text> </number:text><number:fill-character> </number:fill-character>${grouped}<number:text> </number:text><style:map style:condition="value()=0" style:apply-style-name="accounting0"/></number:number-style>
<number:number-style style:name="yuan"><number:text>￥</number:text>${grouped}</number:number-style>
<number:text-style style:name="text"><number:text-content/></number:text-style>`;

/**
 * @param {object[]} tables the sample's figures
 * @param {object} [o] options of `typeset` too
 * @param {string} [o.border] of the cells; "none" for none
 * @param {string} [o.frame] border of the outermost cells, where it is another
 * @param {"grouped"|"accounting"|"yuan"|"text"} [o.format] of the amounts
 * @param {string} [o.amounts] their alignment: end, center, start, justify
 * @param {object} [o.texts] attributes of the labels' paragraph
 * @param {object} [o.cell] attributes of every cell
 * @param {object} [o.scale] attributes of the page layout that scale the sheet
 * @param {boolean} [o.landscape] every page, or by the form's columns
 * @param {boolean} [o.repeat] the header's rows are print titles
 * @param {string} [o.fill] of the header
 * @param {boolean} [o.furniture] page header and footer
 * @param {number} [o.wide] factor of the columns' widths
 * @param {number} [o.high] height of the rows, mm; else as the text needs
 * @param {string} [o.print] what is printed, of "charts drawings objects zero-values grid headers"
 */
export function workbook(tables, o = {}) {
  const { wide = 1, size = 10, border = "0.5pt solid #000000", font = FONT } = o;
  const sheets = tables.map((form, i) => {
    const { widths, head, rows } = layout(form, o);
    const columns = widths.map((w) => w * wide);
    const upright = !(o.landscape ?? columns.reduce((a, b) => a + b, 0) > 170);
    return { form, i, columns, head, rows, upright };
  });
  const used = new Map();
  const style = (properties) => {
    const key = JSON.stringify(properties);
    if (!used.has(key)) used.set(key, { name: `ce${used.size + 1}`, ...properties });
    return used.get(key).name;
  };
  const body = sheets.map((sheet) => table(sheet, o, style));
  const cells = [...used.values()].map(
    ({ name, cell, paragraph, text, format }) =>
      `<style:style${attributes({ "style:name": name, "style:family": "table-cell", "style:data-style-name": format })}>` +
      `<style:table-cell-properties${attributes({ "style:vertical-align": "middle", "fo:padding": "0.3mm", ...o.cell, ...cell })}/>` +
      `<style:paragraph-properties${attributes(paragraph)}/><style:text-properties${attributes(text ?? {})}/></style:style>`,
  );
  const columns = sheets.flatMap(({ columns, i }) =>
    columns.map(
      (w, k) =>
        `<style:style style:name="co${i}-${k}" style:family="table-column"><style:table-column-properties style:column-width="${w}mm"/></style:style>`,
    ),
  );
  const row = o.high
    ? `style:row-height="${o.high}mm" style:use-optimal-row-height="false"`
    : 'style:use-optimal-row-height="true"';
  const pages = ["portrait", "landscape"].map(
    (name) =>
      `<style:page-layout style:name="${name}"><style:page-layout-properties${attributes({
        "fo:page-width": name === "portrait" ? "210mm" : "297mm",
        "fo:page-height": name === "portrait" ? "297mm" : "210mm",
        "style:print-orientation": name,
        "fo:margin": "15mm",
        "style:table-centering": "horizontal",
        "style:print-page-order": o.order2d ?? "ttb",
        "style:print": o.print ?? "objects charts drawings zero-values",
        ...(o.scale ?? { "style:scale-to-X": 1, "style:scale-to-Y": 0 }),
      })}/>${o.furniture ? FURNITURE : ""}</style:page-layout>`,
  );
  const master = ["portrait", "landscape"].map(
    (name) =>
      `<style:master-page style:name="${name}" style:page-layout-name="${name}">${o.furniture ? furniture : ""}</style:master-page>`,
  );
  return document("spreadsheet", [
    `<office:font-face-decls><style:font-face style:name="${font}" svg:font-family="'${font}'"/></office:font-face-decls>`,
    `<office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="${font}" style:font-name-asian="${font}" fo:font-size="${size}pt" style:font-size-asian="${size}pt" fo:language="zh" fo:country="CN"/></style:default-style>${FORMATS}</office:styles>`,
    `<office:automatic-styles>${columns.join("")}<style:style style:name="ro" style:family="table-row"><style:table-row-properties ${row}/></style:style>` +
      sheets
        .map(
          ({ i, upright }) =>
            `<style:style style:name="ta${i}" style:family="table" style:master-page-name="${upright ? "portrait" : "landscape"}"><style:table-properties table:display="true"/></style:style>`,
        )
        .join("") +
      `${cells.join("")}${pages.join("")}</office:automatic-styles>`,
    `<office:master-styles>${master.join("")}</office:master-styles>`,
    `<office:body><office:spreadsheet>${body.join("\n")}</office:spreadsheet></office:body>`,
  ]);

  function table({ form, i, columns, head, rows }, o, style) {
    const count = columns.length;
    const plain = (paragraph, text) => style({ cell: { "fo:wrap-option": "no-wrap" }, paragraph, text });
    const start = plain({ "fo:text-align": "start" });
    const end = plain({ "fo:text-align": "end" });
    const single = (text, name, span = 1) => valueCell({ text, cs: span, rs: 1 }, name) + covered(span - 1);
    const across = (cells) => `<table:table-row table:style-name="ro">${cells}</table:table-row>`;
    const empty = (n) => (n > 0 ? `<table:table-cell table:number-columns-repeated="${n}"/>` : "");
    const title = plain({ "fo:text-align": "center" }, { "fo:font-size": "15pt", "style:font-size-asian": "15pt" });
    const note = style({ cell: { "fo:wrap-option": "wrap" }, paragraph: { "fo:text-align": "start" } });
    const caption = [
      across(single(form.title, title, count)),
      across(empty(count - 1) + single(form.formCode, end)),
      across(single(`部门：${form.entity}`, start) + empty(count - 2) + single(`金额单位：${form.unit}`, end)),
    ];
    const all = [...head, ...rows];
    const grid = place(all, count);
    const lines = grid.map((cells, r) => {
      const printed = cells.map((cell, k) => {
        if (cell === null) return "<table:covered-table-cell/>";
        const edge = (side, outer) => [`fo:border-${side}`, outer && o.frame ? o.frame : border];
        const borders = Object.fromEntries([
          edge("top", r === 0),
          edge("bottom", r + cell.rs === all.length),
          edge("left", k === 0),
          edge("right", k + cell.cs === count),
        ]);
        const inHead = r < head.length;
        const amount = cell.cls === "n" && cell.text !== "";
        const centred = cell.cls.startsWith("c");
        return valueCell(
          cell,
          style({
            cell: {
              ...borders,
              "fo:wrap-option": cell.cls === "n" ? "no-wrap" : "wrap",
              ...(inHead && o.fill ? { "fo:background-color": o.fill } : {}),
              ...(cell.cls === "n" ? o.amountCell : centred ? {} : o.labelCell),
            },
            paragraph: centred
              ? { "fo:text-align": "center" }
              : cell.cls === "n"
                ? { "fo:text-align": o.amounts ?? "end" }
                : (o.texts ?? { "fo:text-align": "start" }),
            ...(amount && o.format !== "text" ? { format: o.format ?? "grouped" } : {}),
            ...(inHead && o.headText ? { text: o.headText } : {}),
          }),
          cell.cls === "n" && o.format !== "text",
        );
      });
      return across(printed.join(""));
    });
    const [top, rest] = [lines.slice(0, head.length), lines.slice(head.length)];
    const titles = [...(o.repeat === "caption" ? caption : []), ...top];
    const before = o.repeat === "caption" ? [] : caption;
    const notes = [
      ...form.notes.map((text, k) => (k === 0 ? `注：${text}` : text)),
      ...[form.emptyStatement ?? []].flat(),
    ];
    return (
      `<table:table table:name="${esc(form.formCode)}" table:style-name="ta${i}" table:print="true">` +
      columns.map((_, k) => `<table:table-column table:style-name="co${i}-${k}"/>`).join("") +
      before.join("") +
      (o.repeat ? `<table:table-header-rows>${titles.join("")}</table:table-header-rows>` : titles.join("")) +
      rest.join("") +
      notes.map((text) => across(single(text, note, count))).join("") +
      "</table:table>"
    );
  }
}

/** Rows of cells → a grid, with null where a cell reaches over from the left or from above. */
export function place(rows, count) {
  const grid = rows.map(() => Array(count).fill(undefined));
  rows.forEach((cells, r) => {
    let k = 0;
    for (const cell of cells) {
      while (grid[r][k] !== undefined) k++;
      for (let dr = 0; dr < cell.rs; dr++)
        for (let dk = 0; dk < cell.cs; dk++) grid[r + dr][k + dk] = dr + dk === 0 ? cell : null;
      k += cell.cs;
    }
    for (let at = 0; at < count; at++) grid[r][at] ??= { text: "", cs: 1, rs: 1, cls: "" };
  });
  return grid;
}

const covered = (n) => (n > 0 ? `<table:covered-table-cell table:number-columns-repeated="${n}"/>` : "");

function valueCell({ text, cs, rs }, style, number = false) {
  const value = number && text !== "" ? String(text).replaceAll(",", "") : undefined;
  const at = attributes({
    "table:style-name": style,
    "table:number-columns-spanned": cs > 1 || rs > 1 ? cs : undefined,
    "table:number-rows-spanned": cs > 1 || rs > 1 ? rs : undefined,
    "office:value-type": value === undefined ? (text === "" ? undefined : "string") : "float",
    "office:value": value,
  });
  const lines = [text].flat().map((line) => `<text:p>${esc(line)}</text:p>`);
  return `<table:table-cell${at}>${text === "" ? "" : lines.join("")}</table:table-cell>`;
}

const FURNITURE =
  '<style:header-style><style:header-footer-properties svg:height="8mm" fo:margin-bottom="3mm"/></style:header-style>' +
  '<style:footer-style><style:header-footer-properties svg:height="8mm" fo:margin-top="3mm"/></style:footer-style>';
const furniture =
  "<style:header><style:region-left><text:p>武汉市人力资源和社会保障局</text:p></style:region-left><style:region-right><text:p>2024年度部门决算</text:p></style:region-right></style:header>" +
  "<style:footer><style:region-center><text:p>第 <text:page-number>1</text:page-number> 页，共 <text:page-count>9</text:page-count> 页</text:p></style:region-center></style:footer>";
