/** The page around the data: one file, no network, nothing that a document says can become markup or script. */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { escapeHtml } from "../text/html.js";
import { pageScript, pageStyle } from "./bundle.js";
import type { ReportData } from "./data.js";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** JSON that cannot end its script element, nor open a comment in it. */
function embeddedJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** What is on the screen at first: pages and findings. The rest is of the same shape, and empty. */
function headOf(data: ReportData): ReportData {
  const tables = data.tables.map((table) => ({ ...table, rows: [] }));
  return { ...data, places: [], proofs: [], formulas: {}, tables, sections: [], indicators: [], charts: [] };
}

/** Deflated, base64: a browser takes a tenth of a second for each MB of a page's text, and this has a fifth of it. */
function packed(data: ReportData): string {
  return deflateSync(JSON.stringify(data)).toString("base64");
}

/** Says to the page's script that all of the data stands before it. */
const ARRIVAL = 'document.dispatchEvent(new Event("data"))';

const policyOf = (style: string, scripts: readonly string[], reach: string) =>
  `default-src 'none'; ${reach}; style-src ${hash(style)}; script-src ${scripts.map(hash).join(" ")}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/** All before the other pictures, which follow, one element each. */
export function pageHead(data: ReportData, firstPicture: Uint8Array | null = null): string {
  const [style, script] = [pageStyle(), pageScript()];
  const policy = policyOf(style, [script, ARRIVAL], "img-src data:");
  return `${head(data, style, script, policy, firstPicture && inPlace(firstPicture))}<script type="text/plain" id="data">${packed(data)}</script>
<script>${ARRIVAL}</script>
`;
}

/**
 * The page as a server gives it, with the policy that it stands under. It asks the server for the data and for its pictures,
 * all but the first where that is there.
 */
export function servedPage(data: ReportData, firstPicture: Uint8Array | null): { html: string; policy: string } {
  const [style, script] = [pageStyle(), pageScript()];
  const policy = policyOf(style, [script], "img-src 'self' data:; connect-src 'self'");
  const asked = data.pages[0]?.hasPicture ? "page/1" : null;
  const source = firstPicture ? inPlace(firstPicture) : asked;
  const html = head(data, style, script, policy, source) + PAGE_END;
  return { html, policy: `${policy}; frame-ancestors 'none'` };
}

const inPlace = (picture: Uint8Array) => `data:image/webp;base64,${Buffer.from(picture).toString("base64")}`;

function head(data: ReportData, style: string, script: string, policy: string, first: string | null): string {
  // The first page is on the screen before the rest has come; the script takes it over.
  const early = first === null ? "" : `<img id="early" alt="第 1 页 Page 1" src="${first}">\n`;
  const title = data.document.title ?? data.source.file;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<noscript>此页需要 JavaScript。 This page needs JavaScript.</noscript>
${early}<script type="application/json" id="head">${embeddedJson(headOf(data))}</script>
<script>${script}</script>
`;
}

export function pictureElement(number: number, picture: Uint8Array): string {
  return `<script type="text/plain" id="picture-${number}">${Buffer.from(picture).toString("base64")}</script>\n`;
}

export const PAGE_END = "</body>\n</html>\n";
