import { compareText } from "../inputs/source.js";
import type { Outcome } from "../job.js";

interface Ordered {
  readonly name: string;
  readonly outcome: Pick<Outcome, "document">;
}

/** By entity, then year, then name: the same whatever the order in which documents were done. Unknown comes last. */
export function inOrder<T extends Ordered>(results: readonly T[]): T[] {
  return [...results].sort(
    (a, b) =>
      unknownLast(a.outcome.document?.entity, b.outcome.document?.entity, compareText) ||
      unknownLast(a.outcome.document?.fiscalYear, b.outcome.document?.fiscalYear, (x, y) => x - y) ||
      compareText(a.name, b.name),
  );
}

function unknownLast<T>(a: T | null | undefined, b: T | null | undefined, compare: (a: T, b: T) => number): number {
  const isKnownA = a !== null && a !== undefined;
  const isKnownB = b !== null && b !== undefined;
  if (isKnownA && isKnownB) return compare(a, b);
  return isKnownA ? -1 : isKnownB ? 1 : 0;
}
