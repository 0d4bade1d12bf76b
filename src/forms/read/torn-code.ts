/** A code whose last digits stand on the next page: 3030 at the foot of one, 1 at the head of the other. */
import type { Finding, TableRow } from "../../model/index.js";
import { codeLevel, joinCodeFragments, normalise } from "../../text/index.js";
import { moveFindings } from "./reading.js";
import type { UniqueKeys } from "./row-builder.js";

/** The digits of a code that wraps over its cell's lines. */
const REST = /^\d{0,4}$/;

/** The code that two rows' cells make together; null where the second goes on with none of the first. */
export function tornCode(
  above: readonly string[],
  rest: readonly string[],
  isKnown: (code: string) => boolean,
): string | null {
  const texts = rest.map(normalise);
  if (above.length !== texts.length || texts.every((text) => text === "") || !texts.every((text) => REST.test(text)))
    return null;
  const whole = joinCodeFragments(
    above.map((text, i) => normalise(text) + (texts[i] ?? "")),
    isKnown,
  );
  return whole !== null && whole.length > (joinCodeFragments(above, isKnown)?.length ?? 0) ? whole : null;
}

/** Gives the row its whole code. */
export function takeCode(row: TableRow, code: string, keys: UniqueKeys, findings: Finding[]): void {
  const key = keys.of(code);
  moveFindings(findings, row.key, key);
  row.key = key;
  row.code = code;
  row.level = codeLevel(code);
}
