import type { Cell } from "../../model/index.js";
import { normalise, squash } from "../../text/index.js";
import { cellAt, labelForm, type PerfRow, printedText } from "./cells.js";
import { type Draft, type Headers, isOwn, keepPlace } from "./draft.js";
import { FIELDS, type FieldName, FOOT } from "./labels.js";

/** Fields whose amount is the executed one, where the columns of the execution are known. */
const EXECUTED_FIELDS = ["basicExpenditure", "projectExpenditure"] as const;

const isExecuted = (name: FieldName): boolean => EXECUTED_FIELDS.some((field) => field === name);

/** Whether the label is 基本支出 or 项目支出, which are told below the sum that they are of. */
export const namesPartOfSum = (label: Cell): boolean =>
  EXECUTED_FIELDS.some((name) => FIELDS[name].test(labelForm(label)));

/** Value cells right of a label, up to the next label. Below the indicators' header only in a row that begins with one. */
export function readFields(row: PerfRow, label: Cell, draft: Draft, { execution, indicators }: Headers): boolean {
  let found = false;
  draft.open.clear();
  const first = labelForm(label).replace(/:$/u, "");
  const names = fieldNames().filter((name) => indicators === null || !isExecuted(name));
  const isFoot = FOOT.test(first);
  if (indicators !== null && !isFoot && !names.some((name) => FIELDS[name].test(first))) return false;
  for (const [at, cell] of row.cells.entries()) {
    if (!isOwn(row, cell)) continue;
    const text = labelForm(cell).replace(/:$/u, "");
    for (const name of names) {
      if (!FIELDS[name].test(text)) continue;
      const executed = isExecuted(name) ? cellAt(row, execution?.executed) : undefined;
      const value = executed ?? row.cells[at + 1];
      found = true;
      if (value === undefined || draft.fields.has(name)) continue;
      draft.fields.set(name, printedText(value));
      if (printedText(value) !== "") keepPlace(draft, "head", name, value);
      draft.open.set(value.column, (more) => {
        draft.fields.set(name, (draft.fields.get(name) ?? "") + more);
        draft.places.delete(`head.${name}`); // No one box holds it.
      });
    }
  }
  return found || isFoot;
}

const fieldNames = (): FieldName[] => Object.keys(FIELDS).filter(isField);
const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);

const DATE = /(20\d\d)年(\d{1,2})月(\d{1,2})日|(20\d\d)[-./](\d{1,2})[-./](\d{1,2})/u;

export function dateIn(text: string): string | null {
  const found = DATE.exec(normalise(text))
    ?.slice(1)
    .filter((part) => part !== undefined);
  const [year, month, day] = found ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** 单位名称：X in the line above the table. */
export function entityIn(furniture: readonly string[]): string | null {
  for (const text of furniture) {
    const name = /(?:单位|部门)(?:名称)?[:：](.+?)(?=填报|填表|日期|单位[:：]|$)/u.exec(squash(text))?.[1];
    if (name !== undefined) return name;
  }
  return null;
}
