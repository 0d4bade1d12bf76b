import type { Chain } from "./chains.js";

/** Parallel lines up to this far apart are one rule, drawn double or broken by noise, pixels (3 pt at 200 dpi). */
const APART = 8;
/** The shorter must lie beside the longer for this part of its length, or go on where it ends. */
const BESIDE = 0.7;
/** A line broken by noise, a stamp or a fold goes on after a gap of up to this, pixels (9 pt at 200 dpi: no cell is so narrow). */
const BREAK = 24;

/** Joins parallel lines that are one rule: double lines into their middle, broken ones end to end. Sorted by position. */
export function joinDoubles(lines: readonly Chain[]): Chain[] {
  const joined: (Chain & { weight: number })[] = [];
  const byLength = [...lines].sort((a, b) => b.to - b.from - (a.to - a.from) || a.at - b.at || a.from - b.from);
  for (const line of byLength) {
    const length = line.to - line.from;
    const i = joined.findIndex((other) => {
      const apart = Math.abs(other.at - line.at);
      const common = Math.min(other.to, line.to) - Math.max(other.from, line.from);
      return (apart <= APART && common >= BESIDE * length) || (apart <= APART / 2 && common < 0 && -common <= BREAK);
    });
    const host = joined[i];
    if (host === undefined) {
      joined.push({ ...line, weight: length });
      continue;
    }
    const weight = host.weight + length;
    joined[i] = {
      at: (host.at * host.weight + line.at * length) / weight,
      from: Math.min(host.from, line.from),
      to: Math.max(host.to, line.to),
      weight,
    };
  }
  return joined.map(({ at, from, to }) => ({ at, from, to })).sort((a, b) => a.at - b.at || a.from - b.from);
}
