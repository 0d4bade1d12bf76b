/** The column of 行次 whose header is blank or says something else: known by what it prints. */
import { normalise } from "../../text/index.js";
import type { HeaderColumn } from "./header.js";
import type { Matrix } from "./matrix.js";
import { textUnder } from "./row-builder.js";

/** Fewest numbers that make a sequence (amounts of 1, 2, 3 万元 under each other happen). */
const FEWEST = 5;

/** Whether the column prints nothing below the header but whole numbers, each one more than the one above. */
export function countsRows(matrix: Matrix, rows: readonly number[], column: HeaderColumn): boolean {
  const texts = rows.map((row) => normalise(textUnder(matrix, row, column))).filter((text) => text !== "");
  if (texts.length < FEWEST || texts.some((text) => !/^\d{1,3}$/.test(text))) return false;
  return texts.every((text, i) => i === 0 || Number(text) === Number(texts[i - 1]) + 1);
}
