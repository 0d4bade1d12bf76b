/** A dashed line has at least this many dashes. */
const FEWEST = 5;
/** The spread of its periods (dash and gap), as a part of their mean; strokes of text reach 0.5 and more. */
const SPREAD = 0.25;

/** Whether ink along a line comes in even dashes (or dots). */
export function isDashed(ink: readonly boolean[]): boolean {
  const starts: number[] = [];
  ink.forEach((here, i) => {
    if (here && !ink[i - 1]) starts.push(i);
  });
  if (starts.length < FEWEST) return false;
  const periods = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
  const mean = periods.reduce((sum, period) => sum + period, 0) / periods.length;
  const variance = periods.reduce((sum, period) => sum + (period - mean) ** 2, 0) / periods.length;
  return Math.sqrt(variance) <= SPREAD * mean;
}
