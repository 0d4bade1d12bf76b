/** Tables with one row per functional classification code (forms 02, 03, 05, 07, 08). */
import { isKnownFunctionalCode } from "../../classification/index.js";
import type { TableRow } from "../../model/index.js";
import { codeLevel, joinCodeFragments, normalise, squash } from "../../text/index.js";
import { type HeaderColumn, isTotalLabel } from "./header.js";
import { headerText } from "./match-columns.js";
import { dataRows, finding, moveFindings, type ReadInput, type ReadOutput } from "./reading.js";
import { readRowValues, textUnder, UniqueKeys } from "./row-builder.js";
import { takeCode, tornCode } from "./torn-code.js";
import { valueColumns } from "./value-columns.js";

const CODE_HEADER = /编码|代码|科目编号/;
const LABEL_HEADER = /科目名称|^名称$|^项目名称$|^科目$|^功能分类科目$/;

export function readCodeTree(input: ReadInput): ReadOutput {
  const { form, matrix, header } = input;
  const { columns, values, findings } = valueColumns(input);
  const valueSet = new Set(values.map((value) => value.column));
  const firstValue = Math.min(...values.map((value) => value.column.from), matrix.columns);
  const keyColumns = header.columns.filter((column) => !valueSet.has(column) && column.from < firstValue);
  const { codes, label } = splitKeyColumns(keyColumns);
  const rows: TableRow[] = [];
  const keys = new UniqueKeys();
  let placeholders = 0;
  /** What the last row prints in the cells of its code. */
  let lastTexts: readonly string[] = [];
  for (const row of dataRows(input)) {
    const read = readRowValues(matrix, row, values, form.id);
    const codeTexts = codes.flatMap((column) => textsUnder(matrix, row, column));
    let labelText = label ? textUnder(matrix, row, label) : "";
    const above = rows.at(-1);
    const cut = above && goesOn(above, read.page, read.values);
    const torn = cut ? tornCode(lastTexts, codeTexts, isKnownFunctionalCode) : null;
    if (above && torn && labelText === "" && !read.printed) {
      takeCode(above, torn, keys, findings);
      continue;
    }
    let code = joinCodeFragments(inherit(codeTexts.map(twoDigits), rows), isKnownFunctionalCode);
    const words = squash(
      codeTexts.filter((text) => /\p{Script=Han}/u.test(text) && !/^[类款项]{1,3}$/.test(squash(text))).join(""),
    );
    // 合计 in a cell over code and label; a code printed in the label's cell.
    if (words !== "" && code === null) labelText = labelText === "" || words === labelText ? words : words + labelText;
    const inLabel = code === null ? /^(\d{3}(?:\d{2}){0,2})(?=\D|$)(.*)$/u.exec(normalise(labelText)) : null;
    if (inLabel?.[1] && codeLevel(inLabel[1])) {
      code = inLabel[1];
      labelText = labelText.replace(/^[\d０-９]+/u, "");
    }
    const placeholder = /^[….。·]+$/.test(normalise(labelText || codeTexts.join("")));
    const total = code === null && isTotalLabel(labelText);
    if (code === null && !total && !placeholder && above && cut) {
      if (torn) takeCode(above, torn, keys, findings);
      mergeInto(above, labelText, read);
      for (const make of read.findings) findings.push(make(above.key));
      continue;
    }
    if (code !== null && above && above.code === null && above.role === "item" && cut) {
      // The label's first line stood alone at the foot of the page before.
      labelText = (above.label ?? "") + labelText;
      moveFindings(findings, above.key, code);
      rows.pop();
    }
    if (labelText === "" && code === null && !read.printed) continue;
    const key = keys.of(code ?? (total ? "total" : placeholder ? `placeholder-${++placeholders}` : `unlisted-${row}`));
    for (const make of read.findings) findings.push(make(key));
    if (code === null && !total && !placeholder) {
      findings.push(
        finding(
          "form.row-without-code",
          "warning",
          `${form.id}: the row "${labelText}" has neither a code nor is it the total (p. ${read.page})`,
          { page: read.page, table: form.id, row: key },
          codeTexts.join("|") || null,
        ),
      );
    }
    lastTexts = codeTexts;
    rows.push({
      key,
      code,
      level: code === null ? null : codeLevel(code),
      label: labelText === "" ? null : labelText,
      role: total ? "total" : placeholder ? "placeholder" : "item",
      page: read.page,
      values: read.values,
      evidence: read.evidence,
    });
  }
  return { columns, rows, findings };
}

/** 款 and 项 in cells of their own are two digits; a spreadsheet prints 1 for 01. */
function twoDigits(text: string, at: number, all: readonly string[]): string {
  return at > 0 && /^\d$/.test(normalise(text)) && /^\d{3}$/.test(normalise(all[0] ?? ""))
    ? `0${normalise(text)}`
    : text;
}

/** One text for each grid column under the header column: that of the cell that begins there in this row, or "". */
function textsUnder(matrix: ReadInput["matrix"], row: number, column: HeaderColumn): string[] {
  return Array.from({ length: column.to - column.from }, (_, i) => {
    const cell = matrix.at(row, column.from + i);
    return cell?.row === row && cell.column === column.from + i ? cell.text : "";
  });
}

/** The columns before the first value column: the last is the label's, unless the header says otherwise. */
function splitKeyColumns(columns: readonly HeaderColumn[]): { codes: HeaderColumn[]; label: HeaderColumn | undefined } {
  const leaf = (column: HeaderColumn) => headerText(column.path.at(-1) ?? "");
  // 功能分类科目 may stand over both columns: the header's last text says which is which.
  const named =
    columns.find((column) => LABEL_HEADER.test(leaf(column))) ??
    columns.find(
      (column) => !CODE_HEADER.test(leaf(column)) && column.path.some((text) => LABEL_HEADER.test(headerText(text))),
    );
  const label =
    named ??
    columns.filter((column) => !column.path.some((text) => CODE_HEADER.test(headerText(text)))).at(-1) ??
    columns.at(-1);
  return { codes: columns.filter((column) => column !== label), label };
}

/** Three cells may print only the last part of a code (`|03|`): the rest is the row's above. */
function inherit(texts: readonly string[], rows: readonly TableRow[]): string[] {
  const digits = texts.map((text) => text.replace(/\D/g, ""));
  if (texts.length !== 3 || digits[0] !== "" || digits.every((d) => d === "")) return [...texts];
  if (digits.some((d) => d.length > 2)) return [...texts];
  const above = rows.findLast((row) => row.code !== null)?.code ?? "";
  const section = digits[1] === "" ? above.slice(3, 5) : (digits[1] ?? "");
  return [above.slice(0, 3), section, digits[2] ?? ""];
}

/** A row cut by the page's end: the next page prints its rest, and no column prints both. */
function goesOn(last: TableRow, page: number, values: Readonly<Record<string, string | null>>): boolean {
  if (last.page === page || last.role !== "item") return false;
  return Object.entries(values).every(([key, value]) => value === null || last.values[key] === null);
}

function mergeInto(
  last: TableRow,
  label: string,
  read: { values: TableRow["values"]; evidence: TableRow["evidence"] },
): void {
  last.label = (last.label ?? "") + label;
  for (const [key, value] of Object.entries(read.values)) if (value !== null) last.values[key] = value;
  Object.assign(last.evidence, read.evidence);
}
