/** A class and its probability. */
export interface Candidate {
  readonly index: number;
  readonly probability: number;
}

/** A character of a CTC output: what it may be, the best first, and the time steps it was seen at (inclusive). */
export interface CtcCharacter {
  /** Classes at its clearest step; never the blank. */
  readonly candidates: readonly Candidate[];
  readonly first: number;
  readonly last: number;
}

/** Classes less probable than this are no candidates. */
const LEAST = 0.02;

/**
 * Best path of a CTC output: the best class of each step, repeats joined, blanks (class 0) left out.
 * @param allowed only these classes (and the blank) are seen; all when absent
 */
export function decodeCtc(
  probabilities: Float32Array,
  steps: number,
  classes: number,
  allowed?: ReadonlySet<number>,
): CtcCharacter[] {
  const found: CtcCharacter[] = [];
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    const row = probabilities.subarray(step * classes, (step + 1) * classes);
    const candidates = candidatesOf(row, allowed);
    const index = candidates[0]?.index ?? 0;
    const last = found.at(-1);
    if (index !== 0 && index === previous && last !== undefined) {
      const clearer = (candidates[0]?.probability ?? 0) > (last.candidates[0]?.probability ?? 0);
      found[found.length - 1] = { ...last, candidates: clearer ? candidates : last.candidates, last: step };
    } else if (index !== 0) {
      found.push({ candidates, first: step, last: step });
    }
    previous = index;
  }
  return found;
}

/** The classes of a step that may be a character, the best first; none where the blank is best. */
function candidatesOf(row: Float32Array, allowed: ReadonlySet<number> | undefined): Candidate[] {
  const blank = row[0] ?? 0;
  // Most steps are blanks near 1: nothing can beat them.
  if (blank > 0.5) return [];
  const candidates: Candidate[] = [];
  if (allowed === undefined) {
    for (let index = 1; index < row.length; index++) {
      const probability = row[index] ?? 0;
      if (probability >= LEAST) candidates.push({ index, probability });
    }
  } else {
    for (const index of allowed) candidates.push({ index, probability: row[index] ?? 0 });
  }
  candidates.sort((a, b) => b.probability - a.probability || a.index - b.index);
  return (candidates[0]?.probability ?? 0) > blank ? candidates.slice(0, 5) : [];
}
