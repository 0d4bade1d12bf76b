import { escapeHtml } from "../../text/html.js";
import { type Bar, barChart, shareBar } from "./charts.js";
import type { Report } from "./report.js";

/** Longest lists that a person reads on one page; batch.json has the rest. */
const MOST = 50;
const COLOURS: Readonly<Record<string, string>> = {
  complete: "#2e7d46",
  partial: "#c98a1b",
  failed: "#b3372f",
  error: "#b3372f",
  warning: "#c98a1b",
  info: "#5b7ea6",
};

const STYLE = `
:root{color-scheme:light dark;--text:#1d2329;--soft:#667079;--line:#d8dde2;--back:#fff}
@media (prefers-color-scheme:dark){:root{--text:#e5e8eb;--soft:#98a2ab;--line:#3a4249;--back:#15191d}}
body{font:15px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:var(--text);background:var(--back);max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:2rem 0 .5rem}p{margin:.25rem 0}.soft{color:var(--soft)}
.figures{display:flex;flex-wrap:wrap;gap:1.5rem;margin:1.25rem 0}.figures b{display:block;font-size:1.6rem;line-height:1.2;font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}code{font-size:.9em;white-space:nowrap}
svg{display:block;max-width:100%}svg text{fill:var(--text);font:13px system-ui,"Noto Sans CJK SC",sans-serif}`;

/** The run as one page: no script, nothing loaded from elsewhere, every text of a document escaped. */
export function reportHtml(report: Report): string {
  const { files, complete, partial, failed, duplicates, skipped, pages, pagesPerSecond, seconds } = report;
  const statuses = { complete, partial, failed };
  const shares = Object.entries(statuses).map(([label, count]) => bar(label, count, label));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>juesuan: ${files} files, ${failed} failed</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${files} files</h1>
<p class="soft">${escapeHtml(`${report.generator.name} ${report.generator.version}, ${report.started.replace("T", " ").slice(0, 19)} UTC, ${duration(seconds)}`)}</p>
<div class="figures">${figures({ complete, partial, failed, duplicates, "done before": skipped, pages, "pages/s": pagesPerSecond })}</div>
${shareBar(shares, "Files by status")}
${section("Failed", report.failures, ["File", "Reason", ""], ({ source, code, message }) => [source, code, message])}
${chart(
  "Findings by rule",
  report.findings.map(({ rule, severity, count, documents }) =>
    bar(rule, count, severity, `${count} in ${documents} ${documents === 1 ? "document" : "documents"}`),
  ),
)}
${chart(
  "Forms that are missing",
  report.missingForms.map(({ form, documents }) => bar(form, documents, "warning")),
)}
${chart(
  "Slowest documents",
  report.slowest.map(({ source, seconds, pages }) =>
    bar(source, seconds, "info", `${seconds.toFixed(1)} s${pages === null ? "" : `, ${pages} pages`}`),
  ),
)}
</body>
</html>
`;
}

function bar(label: string, value: number, kind: string, note = String(value)): Bar {
  return { label, value, note, colour: COLOURS[kind] ?? "#888" };
}

function figures(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([label, value]) => `<div><b>${value}</b>${escapeHtml(label)}</div>`)
    .join("");
}

function chart(title: string, bars: readonly Bar[]): string {
  if (bars.length === 0) return "";
  return `<h2>${title}</h2>\n${barChart(bars.slice(0, MOST), title)}${more(bars.length)}`;
}

function section<T>(
  title: string,
  items: readonly T[],
  head: readonly string[],
  fields: (item: T) => readonly string[],
): string {
  if (items.length === 0) return "";
  const rows = items.slice(0, MOST).map((item) => `<tr>${fields(item).map(cell).join("")}</tr>`);
  const heads = head.map((text) => `<th>${escapeHtml(text)}</th>`).join("");
  return `<h2>${title}</h2>\n<table><tr>${heads}</tr>\n${rows.join("\n")}\n</table>${more(items.length)}`;
}

function cell(text: string): string {
  return `<td>${escapeHtml(text)}</td>`;
}

function more(count: number): string {
  return count > MOST ? `<p class="soft">and ${count - MOST} more: batch.json has all</p>` : "";
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.floor(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
