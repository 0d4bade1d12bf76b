/** Labels of scanned rows that are misread names: the name beside the label, with its distance; in its place only where asked for. */
import {
  economicCodesByName,
  economicNames,
  functionalCodesByName,
  functionalNames,
  neighboursInNames,
  neighboursOf,
} from "../classification/index.js";
import { type FormDefinition, knownForms } from "../forms/index.js";
import { labelForm } from "../forms/read/labels.js";
import { editDistance } from "../forms/read/snap-rows.js";
import type { Finding, FormTable, TableRow } from "../model/index.js";
import { enumeratorOf, intToChinese } from "../text/index.js";
import { finding } from "./status.js";

/** Of a name at most this part is misread: a code or a row's key tells which name it is, and only its characters are in question. */
const MISREAD = 0.5;
/** A name of so many characters inside a label is the label. */
const WHOLE = 4;
/** What is left of 十二、 where it was misread: up to three characters and a sign, or numerals without one. */
const ORDINAL = /^(?:[^、，,]{0,4}[、，,.·…-]+|[一二三四五六七八九十]{1,3}(?=.{2}))/u;

/** Tables with the proposals in their rows; one info finding for each. */
export function withLabelProposals(
  tables: readonly FormTable[],
  apply: boolean,
): { tables: FormTable[]; findings: Finding[] } {
  const known = knownForms();
  const findings: Finding[] = [];
  const proposed = tables.map((table) => {
    // Families may have a form of the same id: the names of each count.
    const forms = known.filter(({ id }) => id === table.id);
    if (forms.length === 0 || !isScanned(table)) return table;
    const rows = table.rows.map((row) => {
      const found = proposalOf(row, forms, table);
      if (found === null || row.label === null) return row;
      findings.push(proposalFinding(table, row, found, apply));
      return apply
        ? { ...row, label: found.value, labelProposal: { ...found, printed: row.label } }
        : { ...row, labelProposal: found };
    });
    return { ...table, rows };
  });
  return { tables: proposed, findings };
}

function isScanned({ rows }: FormTable): boolean {
  return rows.some(({ evidence }) => Object.values(evidence).some(({ source }) => source === "ocr"));
}

type Proposed = NonNullable<TableRow["labelProposal"]>;

function proposalOf(row: TableRow, forms: readonly FormDefinition[], table: FormTable): Proposed | null {
  if (row.label === null || row.labelOverride) return null;
  const { names, because } = namesOf(row, forms);
  const ordinal = ordinalOf(row, table);
  if (ordinal === undefined) return null;
  const plain = labelForm(ordinal === null ? row.label : row.label.replace(ORDINAL, ""));
  const [best, second] = [...new Set(names)]
    .map((name) => ({ name, distance: editDistance(plain, labelForm(name)) }))
    .sort((a, b) => a.distance - b.distance);
  if (best === undefined || !isNear(best.distance, plain, labelForm(best.name))) return null;
  if (best.distance > 0) {
    if (second?.distance === best.distance || isName(plain) || !isOdd(plain)) return null;
  }
  const value = `${ordinal === null ? "" : `${intToChinese(ordinal)}、`}${best.distance === 0 ? lastPart(row.label, plain) : best.name}`;
  const distance = editDistance(row.label, value);
  return distance === 0 ? null : { value, distance, because };
}

/** Few of a name's characters are misread, or all are there, between a stamp's. */
function isNear(distance: number, label: string, name: string): boolean {
  return distance <= Math.ceil(MISREAD * name.length) || (name.length >= WHOLE && label.includes(name));
}

/** The label's own characters, where nothing but its ordinal was misread. */
function lastPart(label: string, plain: string): string {
  return label.slice(-plain.length);
}

function namesOf(
  { key, code, side }: TableRow,
  forms: readonly FormDefinition[],
): Pick<Proposed, "because"> & { names: readonly string[] } {
  const own = forms.flatMap(({ rows = [] }) => rows.filter((row) => row.key === key && row.side === side));
  if (own.length > 0) return { names: own.flatMap(({ labels }) => labels), because: "form" };
  const because = "classification";
  const ofClass = forms.flatMap(({ functionPrefix }) =>
    functionPrefix !== undefined && key.startsWith(`${functionPrefix}.`) ? key.slice(functionPrefix.length + 1) : [],
  );
  if (ofClass[0] !== undefined) return { names: functionalNames(ofClass[0]), because };
  if (code === null) return { names: [], because };
  const isEconomic = forms.some(({ layout }) => layout === "economic-blocks");
  return { names: isEconomic ? economicNames(code) : functionalNames(code), because };
}

/** Whether a label is a name of some code or other: then it was not misread, whatever its row's code says. */
function isName(label: string): boolean {
  return functionalCodesByName(label).length > 0 || economicCodesByName(label).length > 0;
}

/** Whether two of a label's characters stand beside each other in no name: a form's own wording is made of words. */
function isOdd(label: string): boolean {
  return neighboursOf(label).some((pair) => !neighboursInNames().has(pair));
}

/**
 * The number before a label that is one of a numbered list, by its neighbours on its side of the table; null where it has
 * none, undefined where they do not tell it: a neighbour's may be misread too.
 */
function ordinalOf(row: TableRow, { rows }: FormTable): number | null | undefined {
  if (row.code !== null || row.label === null || !ORDINAL.test(row.label)) return null;
  const list = rows.filter(({ side }) => side === row.side);
  const at = list.indexOf(row);
  const numberOf = (other: TableRow | undefined): number | null => {
    const found = other?.label ? enumeratorOf(other.label) : null;
    return found?.level === 1 ? found.ordinal : null;
  };
  const before = numberOf(list[at - 1]);
  const after = numberOf(list[at + 1]);
  const own = numberOf(row);
  if (before !== null && after === before + 2) return before + 1;
  if (own !== null && (own - 1 === before || own + 1 === after)) return own;
  if (before !== null && numberOf(list[at - 2]) === before - 1) return before + 1;
  const isFirst = list.slice(0, at).every((other) => numberOf(other) === null);
  return isFirst && after === 2 && numberOf(list[at + 2]) === 3 ? 1 : undefined;
}

function proposalFinding(
  { id }: FormTable,
  { key, label, page }: TableRow,
  { value, distance, because }: Proposed,
  apply: boolean,
): Finding {
  const away = distance === 1 ? "one character away" : `${distance} characters away`;
  const known = because === "form" ? "the form's row is" : "the classification's name is";
  return {
    ...finding(
      "ocr.misread-label",
      "info",
      `${id}: "${label}" was read${page === undefined ? "" : ` (p. ${page})`}; ${known} "${value}", ${away}${apply ? "; applied" : ""}`,
      { ...(page === undefined ? {} : { page }), table: id, row: key },
    ),
    actual: label,
    expected: value,
  };
}
