/** Many documents as one page of links: no script, nothing loaded. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { JuesuanError } from "../model/index.js";
import { countFindings, readFindings } from "../output/index.js";
import { escapeHtml } from "../text/html.js";

/** One document in the list. */
export interface IndexRow {
  readonly href: string;
  readonly name: string;
  readonly entity: string;
  readonly year: string;
  readonly status: string;
  readonly pages: number | null;
  readonly error: number;
  readonly warning: number;
  /** Findings that a person confirmed in the source. */
  readonly confirmed: number;
  readonly missing: number;
}

/**
 * What the list says of a document's folder; a folder that cannot be read stands in it, and says so.
 * @param allow throws a JuesuanError for a folder that may not be read
 */
export async function indexRow(folder: string, href: string, allow = async () => {}): Promise<IndexRow> {
  const name = basename(folder);
  try {
    await allow();
    const { document, findings } = await readFindings(folder);
    const { error, warning } = countFindings(findings);
    const { entity, fiscalYear } = document.document;
    return {
      href,
      name,
      entity: entity ?? "",
      year: String(fiscalYear ?? ""),
      status: document.status,
      pages: document.source.pages,
      error,
      warning,
      confirmed: findings.filter(({ confirmed }) => confirmed).length,
      missing: document.missing.length,
    };
  } catch (cause) {
    if (!(cause instanceof JuesuanError)) throw cause;
    const nothing = { entity: "", year: "", pages: null, error: 0, warning: 0, confirmed: 0, missing: 0 };
    return { href: "", name, status: cause.message, ...nothing };
  }
}

const STYLE = `
body{font:14px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1d2329;background:#f6f7f8;max-width:70rem;margin:1.5rem auto;padding:0 1rem}
h1{font-size:1.25rem}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;background:#fff}
th,td{text-align:left;padding:.35rem .7rem;border-bottom:1px solid #dfe3e7;vertical-align:top;overflow-wrap:anywhere}
th{color:#59636c;font-weight:400}td.n{text-align:right;font-variant-numeric:tabular-nums}td.some{color:#b3372f;font-weight:600}
a{color:#1f5fd0}a:focus-visible{outline:2px solid #1f5fd0}`;

const STATUS: Readonly<Record<string, string>> = {
  complete: "完整 complete",
  partial: "部分 partial",
  failed: "失败 failed",
};
const HEADS = [
  "单位 Entity",
  "年度 Year",
  "文件 File",
  "状态 Status",
  "页 Pages",
  "错误 Errors",
  "警告 Warnings",
  "已确认 Confirmed",
  "缺表 Missing",
];

/** By entity, then year, then name. */
export function indexPage(rows: readonly IndexRow[]): { html: string; policy: string } {
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'`;
  const order = new Intl.Collator("zh", { numeric: true });
  const key = ({ entity, year, name }: IndexRow) => `${entity}\t${year}\t${name}`;
  const sorted = [...rows].sort((a, b) => order.compare(key(a), key(b)));
  const title = `${rows.length} 份决算公开 documents`;
  return {
    policy,
    html: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<div class="scroll" role="region" aria-label="${title}" tabindex="0">
<table>
<thead><tr>${HEADS.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>
<tbody>
${sorted.map(rowOf).join("\n")}
</tbody>
</table>
</div>
</main>
</body>
</html>
`,
  };
}

function rowOf({ href, name, entity, year, status, pages, error, warning, confirmed, missing }: IndexRow): string {
  const text = (value: string) => `<td><bdi>${escapeHtml(value)}</bdi></td>`;
  const count = (value: number | null, isBad = false) =>
    `<td class="${isBad && value ? "n some" : "n"}">${value ?? ""}</td>`;
  const file = href === "" ? text(name) : `<td><a href="${escapeHtml(href)}"><bdi>${escapeHtml(name)}</bdi></a></td>`;
  const numbers = [count(pages), count(error, true), count(warning), count(confirmed), count(missing, true)].join("");
  return `<tr>${text(entity)}${text(year)}${file}${text(STATUS[status] ?? status)}${numbers}</tr>`;
}
