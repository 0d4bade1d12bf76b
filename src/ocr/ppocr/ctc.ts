/** A character of a CTC output: which class, how sure, and the time steps it was seen at (inclusive). */
export interface CtcCharacter {
  readonly index: number;
  /** The highest probability among its steps. */
  readonly confidence: number;
  readonly first: number;
  readonly last: number;
}

/** Best path of a CTC output: the best class of each step, repeats joined, blanks (class 0) left out. */
export function decodeCtc(probabilities: Float32Array, steps: number, classes: number): CtcCharacter[] {
  const found: CtcCharacter[] = [];
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    const from = step * classes;
    let index = 0;
    let top = probabilities[from] ?? 0;
    // A class can be the best only if it beats the blank; most steps are blanks near 1.
    if (top <= 0.5) {
      for (let k = 1; k < classes; k++) {
        const value = probabilities[from + k] ?? 0;
        if (value > top) {
          top = value;
          index = k;
        }
      }
    }
    const last = found.at(-1);
    if (index !== 0 && index === previous && last !== undefined) {
      found[found.length - 1] = { ...last, confidence: Math.max(last.confidence, top), last: step };
    } else if (index !== 0) {
      found.push({ index, confidence: top, first: step, last: step });
    }
    previous = index;
  }
  return found;
}
