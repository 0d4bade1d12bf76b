import type { Cell } from "../../model/index.js";
import { cellAt, labelForm, type PerfRow, printedText } from "./cells.js";
import { type Draft, isOwn, keepPlace, textBehind } from "./draft.js";
import { IMPROVEMENTS, NOTES, REASONS } from "./labels.js";

/** `1.甲。2.乙。` as its items; a text without numbers is one. */
function numbered(text: string): string[] {
  return text
    .split(/(?=(?<![\d.])\d{1,2}[.、．](?!\d))/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function listFor(text: string, draft: Draft): string[] | null {
  if (REASONS.test(text)) return draft.reasons;
  if (IMPROVEMENTS.test(text)) return draft.improvements;
  return NOTES.test(text) ? draft.notes : null;
}

/** Reasons, improvements and notes that have a row of their own. */
export function readRemarks(row: PerfRow, label: Cell, draft: Draft): boolean {
  const list = listFor(labelForm(label), draft);
  if (list === null) return false;
  const value = row.cells.find((cell) => isOwn(row, cell) && cell.column > label.column);
  const before = list.length;
  let whole = textBehind(row, label);
  list.push(...numbered(whole));
  const name = list === draft.reasons ? "deviationReasons" : "improvements";
  const columns = list === draft.notes ? [] : list.slice(before).map((_, at) => `${name}[${before + at + 1}]`);
  if (value !== undefined && printedText(value) === whole)
    for (const column of columns) keepPlace(draft, "remarks", column, value);
  draft.open.clear();
  if (value !== undefined)
    draft.open.set(value.column, (more) => {
      whole += more;
      // The last item goes on on the next page: no one box holds it.
      draft.places.delete(`remarks.${columns.at(-1)}`);
      list.splice(before, list.length, ...numbered(whole));
    });
  return true;
}

/** A reason without its number and its full stop. */
const bare = (reason: string): string => reason.replace(/^\d{1,2}[.、．]|[。；;]$/gu, "");

/** The reasons beside the indicators, each cell once, but those that the row of the reasons tells already. */
export function reasonsBeside(draft: Draft): string[] {
  const told = new Set(draft.reasons.map(bare));
  const rows = [...draft.goals.flatMap((goal) => goal.rows), ...draft.rows];
  const cells = new Set(rows.map(({ row, columns }) => cellAt(row, columns.note)));
  return [...cells].map(printedText).filter((note) => /\p{Script=Han}{2}/u.test(note) && !told.has(bare(note)));
}
