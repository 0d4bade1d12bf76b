/** Blocks of economic code | name | amount beside each other (form 06). */
import { isKnownEconomicCode } from "../../classification/index.js";
import type { Finding, TableRow } from "../../model/index.js";
import { codeLevel, isEconomicCode, joinCodeFragments, normalise, squash } from "../../text/index.js";
import type { FormDefinition, RowDefinition } from "../definition.js";
import { type HeaderColumn, printedHeader } from "./header.js";
import { isLabelled, labelForm } from "./labels.js";
import { headerText, matchColumns } from "./match-columns.js";
import { dataRows, finding, moveFindings, type ReadInput, type ReadOutput } from "./reading.js";
import { cellsUnder, type RowValues, readRowValues, textUnder, UniqueKeys, type ValueColumn } from "./row-builder.js";
import { takeCode, tornCode } from "./torn-code.js";
import { holdsAmounts } from "./value-columns.js";

interface BlockColumns {
  readonly codes: readonly HeaderColumn[];
  readonly label: HeaderColumn | undefined;
  readonly values: readonly ValueColumn[];
}

export function readEconomicBlocks(input: ReadInput): ReadOutput {
  const { form, matrix } = input;
  const blocks = splitBlocks(input);
  const data = dataRows(input);
  // 合计 is the whole's where all codes stand in one block; in one of several it is that block's, and no footer.
  const known = (form.rows ?? []).filter(({ block }) => block !== undefined || blocks.length === 1);
  const footerRows = data.filter((row) => matrix.row(row).some((cell) => footerOf(cell.text, known)));
  const reader = new BlockReader(input);
  for (const block of blocks)
    reader.read(
      block,
      data.filter((row) => !footerRows.includes(row)),
    );
  const { rows, findings } = reader;
  const footers = footerRows.flatMap((row) => readFooters(input, row, blocks, known, reader));
  const columns = blocks[0]?.values.map(({ key, column }) => ({ key, header: printedHeader(column) })) ?? [];
  return { columns, rows: [...rows, ...footers], findings };
}

/** What a block prints in one row. */
interface Printed extends RowValues {
  readonly row: number;
  /** Null where none is printed. */
  readonly code: string | null;
  readonly label: string;
  /** Texts of the code's cells. */
  readonly fragments: readonly string[];
  /** 款 alone, its 类 above it: a row of its own, whatever stands on another page before it. */
  readonly isBelow: boolean;
}

/** Reads block by block; a row that a page's end cuts goes on within its block. */
class BlockReader {
  readonly rows: TableRow[] = [];
  readonly findings: Finding[] = [];
  readonly keys = new UniqueKeys();

  constructor(private readonly input: ReadInput) {}

  read(block: BlockColumns, data: readonly number[]): void {
    let last: TableRow | undefined;
    let lastFragments: readonly string[] = [];
    for (const row of data) {
      const printed = this.printed(block, row, last);
      if (last && this.endsTornCode(last, lastFragments, printed)) continue;
      if (printed.label === "" && printed.code === null && !printed.printed) continue;
      lastFragments = printed.fragments;
      if (last && this.goesOn(last, printed)) continue;
      last = this.add(printed, last);
    }
  }

  private printed(block: BlockColumns, row: number, last: TableRow | undefined): Printed {
    const { form, matrix } = this.input;
    const read = readRowValues(matrix, row, block.values, form.id);
    const fragments = block.codes.flatMap((column) => cellsUnder(matrix, row, column).map((cell) => cell.text));
    const text = (block.label && textUnder(matrix, row, block.label)) || nameBehindCode(fragments);
    const { code, label } = codeAndLabel(joinCodeFragments(fragments, isKnownEconomicCode), text);
    // Digits beside a name are a row's own, not the rest of the row above whose code is whole.
    const above = code === null && label !== "" && fragments.some((one) => one !== "") ? last?.code : null;
    return { ...read, row, fragments, label, code: above ? itemBelow(above, fragments) : code, isBelow: !!above };
  }

  /** The rest of a code that the page's end tore: the row above takes it. */
  private endsTornCode(last: TableRow, lastFragments: readonly string[], next: Printed): boolean {
    if (last.page === next.page || next.code !== null || next.isBelow || next.printed) return false;
    const torn = tornCode(lastFragments, next.fragments, isKnownEconomicCode);
    if (!torn) return false;
    takeCode(last, torn, this.keys, this.findings);
    last.role = "item";
    const kind = this.input.form.blocks?.[torn.slice(0, 3)];
    if (kind) last.block = kind;
    last.label = (last.label ?? "") + next.label;
    return true;
  }

  /** A row without a code on the next page is the rest of the one before. */
  private goesOn(last: TableRow, next: Printed): boolean {
    if (next.code !== null || next.isBelow || last.page === next.page || bothPrint(last, next.values)) return false;
    last.label = (last.label ?? "") + next.label;
    for (const [key, value] of Object.entries(next.values)) if (value !== null) last.values[key] = value;
    Object.assign(last.evidence, next.evidence);
    for (const make of next.findings) this.findings.push(make(last.key));
    return true;
  }

  private add({ row, code, page, values, evidence, ...next }: Printed, last: TableRow | undefined): TableRow {
    const { form } = this.input;
    let { label } = next;
    if (code !== null && last && last.code === null && last.page !== page && !bothPrint(last, values)) {
      label = (last.label ?? "") + label;
      moveFindings(this.findings, last.key, code);
      this.rows.splice(this.rows.indexOf(last), 1);
    }
    const key = this.keys.of(code ?? `unlisted-${row}`);
    for (const make of next.findings) this.findings.push(make(key));
    if (code === null) this.findings.push(withoutCode(form, label, page, key));
    const kind = code === null ? undefined : form.blocks?.[code.slice(0, 3)];
    const added: TableRow = {
      key,
      code,
      level: code === null ? null : codeLevel(code),
      label: label === "" ? null : label,
      role: code?.length === 3 ? "subtotal" : "item",
      ...(kind ? { block: kind } : {}),
      page,
      values,
      evidence,
    };
    this.rows.push(added);
    return added;
  }
}

/** The name that stands in the code's cell behind it, where its own cell is empty: an unwrapped name runs over both. */
function nameBehindCode(fragments: readonly string[]): string {
  return /^\s*[\d０-９]+\s*(\p{Script=Han}.*)$/su.exec(fragments.at(-1) ?? "")?.[1] ?? "";
}

/** A code printed in front of its name counts as one of the code's own column: 30101基本工资. */
function codeAndLabel(code: string | null, label: string): { code: string | null; label: string } {
  const inLabel = code === null ? /^(\d{5}|\d{3})(?=\D)/.exec(normalise(label))?.[1] : undefined;
  if (inLabel === undefined || !isEconomicCode(inLabel)) return { code, label };
  return { code: inLabel, label: label.replace(/^[\d０-９]+/u, "") };
}

function withoutCode(form: FormDefinition, label: string, page: number, key: string): Finding {
  return finding(
    "form.row-without-code",
    "warning",
    `${form.id}: the row "${label}" has no economic code (p. ${page})`,
    { page, table: form.id, row: key },
    label === "" ? null : label,
  );
}

/** The code of a row that prints 款 alone, its 类 being that of the rows above; null for digits that make none. */
function itemBelow(above: string, fragments: readonly string[]): string | null {
  const [group = "", item = ""] = fragments.map(normalise);
  const code = above.slice(0, 3) + item;
  return fragments.length === 2 && group === "" && /^\d\d$/.test(item) && isKnownEconomicCode(code) ? code : null;
}

function bothPrint(last: TableRow, values: Readonly<Record<string, string | null>>): boolean {
  return Object.entries(values).some(([key, value]) => value !== null && last.values[key] !== null);
}

const CODE = /编码|代码|^类$|^款$/;

/** A block is the key columns up to and with the next amount column. */
function splitBlocks({ header, form, matrix }: ReadInput): BlockColumns[] {
  const amountTexts = (form.columns[0]?.path[0] ?? []).map(headerText);
  const blocks: BlockColumns[] = [];
  let keys: HeaderColumn[] = [];
  let values: ValueColumn[] = [];
  const flush = () => {
    if (values.length === 0) return;
    const named = keys.find((column) => /名称|项目$|^科目$/.test(headerText(column.path.at(-1) ?? "")));
    const label =
      named ?? keys.filter((column) => !column.path.some((text) => CODE.test(headerText(text)))).at(-1) ?? keys.at(-1);
    blocks.push({ codes: keys.filter((column) => column !== label), label, values });
    keys = [];
    values = [];
  };
  for (const column of header.columns) {
    const leaf = headerText(column.path.at(-1) ?? "");
    if (amountTexts.includes(leaf))
      values.push({ key: values.length === 0 ? "amount" : `unlisted-${values.length}`, column });
    else {
      flush();
      keys.push(column);
    }
  }
  flush();
  // What stands behind the last amount is no block: 人员经费 and 公用经费 beside their 合计 (Beijing).
  const last = blocks.at(-1);
  const beside = keys.filter((column) => column.path.length > 0 && holdsAmounts({ matrix, header }, column));
  if (!last || beside.length === 0) return blocks;
  const known = matchColumns(beside, form.columns.slice(1)).matched;
  const more = beside.map((column, i) => {
    const definition = form.columns.find((one) => known.get(one) === column);
    return { key: definition?.key ?? `unlisted-${last.values.length + i}`, column };
  });
  return [...blocks.slice(0, -1), { ...last, values: [...last.values, ...more] }];
}

function footerOf(text: string, rows: readonly RowDefinition[]): RowDefinition | undefined {
  const label = labelForm(text);
  return label === "" ? undefined : rows.find((row) => isLabelled(row, label));
}

/** 人员经费合计 … 公用经费合计 …: each total's amount stands in the last printed value column before the next total. */
function readFooters(
  { form, matrix }: ReadInput,
  row: number,
  blocks: readonly BlockColumns[],
  known: readonly RowDefinition[],
  { findings, keys }: BlockReader,
): TableRow[] {
  const labels = matrix.row(row).flatMap((cell) => {
    const definition = footerOf(cell.text, known);
    return definition ? [{ cell, definition }] : [];
  });
  const all = blocks.flatMap((block) => block.values.map((value) => value.column));
  return labels.map(({ cell, definition }, i) => {
    const end = labels[i + 1]?.cell.column ?? matrix.columns;
    const own = all.filter(
      (column) => column.to > cell.column + cell.columnSpan - 1 && column.from < end && column.from >= cell.column,
    );
    // The amount may stand in any cell to the right, whatever columns it was merged over.
    const span = { from: cell.column + 1, to: end, path: own[0]?.path ?? [], normal: [] };
    const beside: readonly ValueColumn[] = [{ key: "amount", column: span }];
    // The whole's total stands in every column of the only block.
    const columns = definition.block === undefined ? (blocks[0]?.values ?? beside) : beside;
    const read = readRowValues(matrix, row, columns, form.id);
    const key = keys.of(definition.key);
    for (const make of read.findings) findings.push(make(key));
    return {
      key,
      code: null,
      level: null,
      label: squash(cell.text),
      role: definition.role ?? "total",
      ...(definition.block ? { block: definition.block } : {}),
      page: cell.page,
      values: read.values,
      evidence: read.evidence,
    };
  });
}
