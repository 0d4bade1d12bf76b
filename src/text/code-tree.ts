/** Length of the shortest code that stands above others: a class. */
const SHORTEST = 3;

/**
 * For each code the index of the nearest one whose beginning it has (of equal ones the first), whatever the order; null where there is
 * none, and for rows without a code. Levels that are not printed are not invented.
 */
export function parentsByCode(codes: readonly (string | null)[]): (number | null)[] {
  const first = new Map<string, number>();
  codes.forEach((code, at) => {
    if (code !== null && !first.has(code)) first.set(code, at);
  });
  return codes.map((code) => {
    for (let length = (code?.length ?? 0) - 1; length >= SHORTEST; length--) {
      const parent = first.get(code?.slice(0, length) ?? "");
      if (parent !== undefined) return parent;
    }
    return null;
  });
}
