/** Trees of labels: depth by code, by columns of labels, by ordinal (一、（一）1.) or by indent; 其中 rows. */
import type { Finding, TableRow } from "../../model/index.js";
import { codeLevel, normalise } from "../../text/index.js";
import { labelForm } from "./labels.js";
import { headerText } from "./match-columns.js";
import { dataRows, type ReadInput, type ReadOutput } from "./reading.js";
import { readRowValues, textUnder, UniqueKeys } from "./row-builder.js";
import { isSubject } from "./title.js";
import { placeInTree, type TreeLabel, treeLabel } from "./tree-place.js";
import { valueColumns } from "./value-columns.js";

const CODE_HEADER = /编码|代码|编号|^功能分类$/;
const SUBTOTAL = /(?:小计|合计|总计)$/;
const GRAND_TOTAL = /^(?:收入|支出|基金收入|基金支出)?总计$|^合计$/;

export function readHierarchy(input: ReadInput): ReadOutput {
  const { form, matrix, header, title } = input;
  const { columns, values, findings } = valueColumns(input);
  const amounts = values.filter(({ kind }) => kind !== "text").map((value) => value.column.from);
  const firstAmount = Math.min(...amounts, matrix.columns);
  const words = new Set(values.map((value) => value.column));
  const before = header.columns.filter((column) => column.from < firstAmount && !words.has(column));
  const codeColumn = before.find(
    (column) => column.path.length > 0 && CODE_HEADER.test(headerText(column.path.at(-1) ?? "")),
  );
  const labelColumns = before.filter((column) => column !== codeColumn);
  const known = new Map((form.rows ?? []).toReversed().flatMap((row) => row.labels.map((l) => [labelForm(l), row])));
  const rows: TableRow[] = [];
  const keys = new UniqueKeys();
  const texts: Finding[] = [];
  const labels: TreeLabel[] = [];
  for (const row of dataRows(input)) {
    const read = readRowValues(matrix, row, values, form.id);
    const label = treeLabel(matrix, row, labelColumns);
    const before = rows.at(-1);
    if (label.tail !== "" && before) before.label = (before.label ?? "") + label.tail;
    const coded = codeColumn ? textUnder(matrix, row, codeColumn) : "";
    const code = /^\d{3,}$/.test(normalise(coded)) ? normalise(coded) : null;
    // A label may begin in the code's column: 合计 merged over both.
    const text = code === null ? coded + label.text : label.text;
    if (text === "" && code === null && !read.printed) continue;
    // An unlabelled row goes on with the label above it that stands beside the same columns (a project's second kind).
    const alike = text === "" ? rows.findLastIndex((other) => sameColumns(other.evidence, read.evidence)) : -1;
    const role = roleOf(text, title ?? null);
    labels.push({ ...(labels[alike] ?? label), text, code, total: role !== "item" });
    const definition = known.get(labelForm(text));
    rows.push({
      key: definition?.key ?? "",
      code,
      level: code === null ? null : codeLevel(code),
      label: text === "" ? null : text,
      role: definition?.role ?? role,
      page: read.page,
      values: read.values,
      evidence: read.evidence,
    });
    const at = rows.length - 1;
    for (const make of read.findings)
      texts.push({ ...make(""), place: { page: read.page, table: form.id, row: `${at}` } });
  }
  const places = placeInTree(labels);
  rows.forEach((row, i) => {
    const place = places[i];
    const parent = place?.parent === null || place === undefined ? undefined : rows[place.parent];
    const own = labelForm(row.label ?? "") || "unlabelled";
    row.key = keys.of(row.code ?? (row.key || (parent && !parent.code ? `${parent.key}/${own}` : own)));
    row.depth = place?.depth ?? 0;
    row.parent = parent?.key ?? null;
  });
  for (const text of texts) findings.push(named(text, rows));
  return { columns, rows, findings };
}

function sameColumns(a: TableRow["evidence"], b: TableRow["evidence"]): boolean {
  return Object.keys(a).join("|") === Object.keys(b).join("|");
}

/** Findings of values were made before the rows had their keys. */
function named(finding: Finding, rows: readonly TableRow[]): Finding {
  const key = rows[Number(finding.place.row)]?.key ?? "";
  return {
    ...finding,
    place: { ...finding.place, row: key },
    message: finding.message.replace(", row ,", `, row ${key},`),
  };
}

function roleOf(text: string, title: string | null): TableRow["role"] {
  const label = labelForm(text).replace(/[:：]$/, "");
  if (GRAND_TOTAL.test(label) || (title !== null && isSubject(label, title))) return "total";
  return SUBTOTAL.test(label) ? "subtotal" : "item";
}
