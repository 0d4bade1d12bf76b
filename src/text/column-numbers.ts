/** Rows that number the columns: 栏次 1 2 3 …, or the numbers alone. */
import { normalise } from "./normalise.js";

/** Texts of the leaf header row that may stand in the row of column numbers or of the total. */
export const HEADER_REMAINS: ReadonlySet<string> = new Set(["类", "款", "项", "行次", "项目", "**"]);

const NAMES: ReadonlySet<string> = new Set(["栏次", "栏目", "次栏"]);
/** Fewest numbers that count columns where the row has no name. */
const FEWEST = 3;

/** Whether these texts of one row, from left to right, number the columns below them. */
export function areColumnNumbers(texts: readonly string[]): boolean {
  const printed = texts.map(normalise).filter((text) => text !== "");
  if (printed.some((text) => NAMES.has(text))) return true;
  if (printed.some((text) => !/^[\d()]+$/.test(text) && !HEADER_REMAINS.has(text))) return false;
  const numbers = printed.filter((text) => /^\(?\d{1,2}\)?$/.test(text)).map((t) => Number(t.replace(/[()]/g, "")));
  return numbers.length >= FEWEST && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1);
}
