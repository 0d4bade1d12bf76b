/** Keys that known forms give to header texts. */
import type { ColumnDefinition } from "../definition.js";
import type { HeaderColumn } from "../read/header.js";
import { matchColumns } from "../read/match-columns.js";

/** The known column that says most of the printed header; null where none fits. */
export function knownColumn(column: HeaderColumn, known: readonly ColumnDefinition[]): ColumnDefinition | null {
  const fits = known.filter((definition) => {
    const { matched, byPosition } = matchColumns([column], [definition]);
    return matched.size > 0 && byPosition.length === 0;
  });
  // amount is what a form calls its only column: a word of a form with several says more.
  return fits.sort((a, b) => b.path.length - a.path.length || vague(a) - vague(b))[0] ?? null;
}

const vague = ({ key }: ColumnDefinition): number => Number(key === "amount");
