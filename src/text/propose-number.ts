import { parseCell } from "./number.js";

/** What OCR reads for a digit or the decimal point: the look-alike, then what it stands for. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [
    "l1",
    "I1",
    "|1",
    "!1",
    "O0",
    "o0",
    "Q0",
    "D0",
    "〇0",
    "○0",
    "S5",
    "s5",
    "B8",
    "Z2",
    "z2",
    "b6",
    "q9",
    "g9",
    "。.",
    "·.",
    "`,",
    "',",
  ].map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

/**
 * The amount a misread text may stand for (`l,234.56` → 1234.56, `O.00` → 0.00), or null. Only a proposal to lay beside
 * the printed text, never a value: at least one digit must be printed, and the rest must be a number with separators.
 */
export function proposeNumber(text: string): string | null {
  if (!/\d/.test(text) || parseCell(text).kind !== "refuse") return null;
  const mended = [...text].map((character) => LOOK_ALIKES.get(character) ?? character).join("");
  if (!/[.,]\d/.test(mended)) return null;
  const cell = parseCell(mended);
  return cell.kind === "amount" ? cell.value : null;
}
