/**
 * How one and the same table may be drawn: each variant is CSS over the sample's own, a change of its HTML, or both.
 * None copies a known document; they are the habits of spreadsheets, word processors and web pages.
 */
const cells = (css) => `table td { ${css} }`;
const thin = "0.6pt solid #000";
/** The first rows of every table, which hold its header. */
const threeLine = (rows) => `
  table { border-top: 1.2pt solid #000; border-bottom: 1.2pt solid #000; }
  table td { border: 0; }
  table tr:nth-child(${rows}) td { border-bottom: ${thin}; }`;

const turned = (angle) => `
  .wide, .page { page: auto; }
  .sheet { width: 166mm; height: 250mm; position: relative; break-after: page; overflow: hidden; }
  .sheet > .turn { position: absolute; width: 250mm; transform-origin: 0 0; zoom: 0.55;
    transform: ${angle === 90 ? "translate(302mm, 0) rotate(90deg)" : "translate(0, 455mm) rotate(-90deg)"}; }`;

const sheets = (html) =>
  html
    .replaceAll(/<section class="(?:wide|page)">/g, '<div class="sheet"><div class="turn">')
    .replaceAll("</section>", "</div></div>");

const watermark = (css) => ({
  css: `.mark { position: fixed; left: 0; top: 40%; width: 100%; text-align: center; font-size: 40pt; color: #ddd; z-index: -1; ${css} }`,
  html: (body) => `<div class="mark">武汉市人力资源和社会保障局</div>${body}`,
});

const repeatedHeader = (html) => html.replaceAll(/<tbody>\n((?:<tr>.*<\/tr>\n){3})/g, "<thead>$1</thead><tbody>");

/** Without the row of column numbers; the cells that reach over it from the row above are one row shorter. */
const withoutNumbers = (html) =>
  html.replaceAll(/<tr>(?:(?!<\/tr>).)*栏次(?:(?!<\/tr>).)*<\/tr>\n?/gs, (row) =>
    row.includes("rowspan")
      ? row.replaceAll(/<td class="c"[^>]*>(?:栏次|\d+)<\/td>/g, (cell) => cell.replace(/>[^<]*</, "><"))
      : "",
  );

export const VARIANTS = {
  ruled: {},
  double: {
    css: `table { border-collapse: separate; border-spacing: 1.5pt; border: ${thin}; } ${cells(`border: ${thin}`)}`,
  },
  dotted: { css: cells("border: 0.5pt dotted #000") },
  dashed: { css: cells("border: 0.5pt dashed #666") },
  grey: { css: cells("border: 0.4pt solid #bbb") },
  "grid-of-gaps": {
    css: `table { border-collapse: separate; border-spacing: 0.8pt; background: #000; } ${cells("border: 0; background: #fff")}`,
  },
  "white-on-bands": {
    css: `${cells("border: 0.8pt solid #fff")} table tr:nth-child(odd) td { background: #e8eef7; } table tr:nth-child(even) td { background: #f6f8fb; }`,
  },
  zebra: { css: `${cells("border: 0")} table tr:nth-child(odd) td { background: #eef2f8; }` },
  "horizontal-rules": { css: cells(`border: 0; border-top: ${thin}; border-bottom: ${thin}`) },
  "vertical-rules": { css: cells(`border: 0; border-left: ${thin}; border-right: ${thin}`) },
  "three-line": { css: threeLine(3) },
  frame: { css: `table { border: ${thin}; } ${cells("border: 0")}` },
  "no-rules": { css: cells("border: 0") },
  "no-rules-tight": { css: cells("border: 0; padding-left: 0.4mm; padding-right: 0.4mm") },
  "no-rules-no-numbers": { css: cells("border: 0"), html: withoutNumbers },
  "three-line-no-numbers": { css: threeLine(2), html: withoutNumbers },
  "horizontal-no-numbers": {
    css: cells(`border: 0; border-top: ${thin}; border-bottom: ${thin}`),
    html: withoutNumbers,
  },
  "no-rules-large": { css: `${cells("border: 0")} table { font-size: 10.5pt; }` },
  "no-rules-top": { css: cells("border: 0; vertical-align: top") },
  "no-rules-bottom": { css: cells("border: 0; vertical-align: bottom") },
  "no-rules-centred": { css: `${cells("border: 0")} td.n, td { text-align: center !important; }` },
  "no-rules-left": { css: `${cells("border: 0")} td.n { text-align: left; }` },
  "open-sides": {
    css: `table { border-collapse: collapse; } table td:first-child { border-left: 0; } table td:last-child { border-right: 0; }`,
  },
  "turned-left": { css: turned(-90), html: sheets },
  "turned-right": { css: turned(90), html: sheets },
  "watermark-level": watermark(""),
  "watermark-slanted": watermark("transform: rotate(-30deg)"),
  "watermark-tiled": {
    css: ".mark { position: fixed; inset: 0; z-index: -1; color: #ddd; font-size: 14pt; line-height: 4; } .mark span { margin: 0 12mm; }",
    html: (body) => `<div class="mark">${"<span>内部资料</span>".repeat(90)}</div>${body}`,
  },
  "watermark-over": watermark("z-index: 9; opacity: 0.3"),
  centred: { css: "td.n { text-align: center; } td { text-align: center; }" },
  left: { css: "td.n, td.c { text-align: left; }" },
  top: { css: cells("vertical-align: top") },
  bottom: { css: cells("vertical-align: bottom") },
  small: { css: "table { font-size: 6pt; } table td { padding: 0.2mm 0.4mm; }" },
  large: { css: "table { font-size: 11pt; }" },
  tall: { css: "table td { height: 11mm !important; }" },
  spaced: { css: "td.c { letter-spacing: 0.35em; }" },
  "wide-digits": {
    html: (body) =>
      body.replaceAll(
        /<td class="n">([^<]*)<\/td>/g,
        (_, text) =>
          `<td class="n" style="font-size:6.5pt">${[...text].map((d) => (/[0-9]/.test(d) ? String.fromCodePoint(d.codePointAt(0) + 0xfee0) : d)).join("")}</td>`,
      ),
  },
  "no-separators": {
    html: (body) => body.replaceAll(/(<td class="n">)([^<]*)/g, (_, tag, text) => tag + text.replaceAll(",", "")),
  },
  "currency-signs": {
    html: (body) => body.replaceAll(/(<td class="n">)(?=[-\d])/g, "$1¥"),
  },
  "header-repeated": {
    css: "thead { display: table-header-group; } table.high td { height: 12mm !important; }",
    html: repeatedHeader,
  },
  "rows-over-pages": { css: "table td { height: 15mm !important; }" },
  bold: { css: "table { font-weight: bold; }" },
  underlined: { css: "td.n { text-decoration: underline; }" },
  "no-line-numbers": {
    html: (body) => body.replaceAll(/<td class="c">(?:行次|栏次)<\/td>/g, '<td class="c"></td>'),
  },
};
