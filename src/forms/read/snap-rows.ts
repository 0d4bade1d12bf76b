/** Rows of a scanned form whose labels were misread are the form's own rows: the nearest by name, where one is nearest. */
import { functionalNames } from "../../classification/index.js";
import type { Finding, TableRow } from "../../model/index.js";
import type { FormDefinition } from "../definition.js";
import { labelForm } from "./labels.js";
import { finding, moveFindings, type ReadOutput } from "./reading.js";

/** Of a label's characters at most this part may be misread, and one always. */
const MISREAD = 0.34;
/** A name of so many characters inside a label is the label. */
const WHOLE = 4;
/** 类 codes of the 支出功能分类: 201 to 239. */
const CLASSES = Array.from({ length: 39 }, (_, i) => String(201 + i));

interface Named {
  readonly key: string;
  readonly role: TableRow["role"];
  readonly names: readonly string[];
}

/** The rows with keys of the form in place of `unlisted` ones; a finding names each that was taken so. */
export function snapRows(output: ReadOutput, form: FormDefinition): ReadOutput {
  const taken = new Set(output.rows.map(({ key }) => key));
  const findings: Finding[] = [...output.findings];
  const rows = output.rows.map((row) => {
    if (!row.key.includes("unlisted-") || row.label === null) return row;
    const free = namedRows(form, row).filter(({ key }) => !taken.has(key));
    const found = nearest(labelForm(row.label), free);
    if (found === null) return row;
    taken.add(found.named.key);
    moveFindings(findings, row.key, found.named.key);
    findings.push(snapped(form.id, row, found));
    return { ...row, key: found.named.key, role: found.named.role };
  });
  return { columns: output.columns, rows, findings };
}

function namedRows(form: FormDefinition, { side }: TableRow): Named[] {
  const own = (form.rows ?? [])
    .filter((row) => row.side === side)
    .map(({ key, role, labels }): Named => ({ key, role: role ?? "item", names: labels }));
  const prefix = form.functionPrefix;
  if (prefix === undefined || side === undefined || !prefix.startsWith(side)) return own;
  const classes = CLASSES.map(
    (code): Named => ({ key: `${prefix}.${code}`, role: "item", names: functionalNames(code) }),
  );
  return [...own, ...classes.filter(({ names }) => names.length > 0)];
}

interface Found {
  readonly named: Named;
  readonly name: string;
  readonly distance: number;
}

/** The one row whose name is nearest; null when none is near, or two are as near. */
function nearest(label: string, rows: readonly Named[]): Found | null {
  const ranked = rows
    .map((named): Found => {
      const [best] = named.names
        .map((name) => ({ named, name, distance: editDistance(label, labelForm(name)) }))
        .sort((a, b) => a.distance - b.distance);
      return best ?? { named, name: "", distance: Number.POSITIVE_INFINITY };
    })
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (best === undefined) return null;
  const name = labelForm(best.name);
  // A stamp's characters may stand behind a whole label.
  const whole = name.length >= WHOLE && label.includes(name);
  if (!whole && best.distance > Math.max(1, MISREAD * name.length)) return null;
  return second !== undefined && second.distance === best.distance ? null : best;
}

/** Characters to insert, drop or replace to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let k = 1; k <= b.length; k++) {
      const replaced = (above[k - 1] ?? 0) + (a[i - 1] === b[k - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[k] ?? 0) + 1, (row[k - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

function snapped(table: string, { label, page }: TableRow, { named, name, distance }: Found): Finding {
  const away = distance === 1 ? "one character away" : `${distance} characters away`;
  return {
    ...finding(
      "form.unknown-row",
      "warning",
      `${table}: the form has no row "${label}" (p. ${page}); on a scan it is taken for "${name}", ${away}`,
      { ...(page === undefined ? {} : { page }), table, row: named.key },
      label,
    ),
    expected: name,
  };
}
