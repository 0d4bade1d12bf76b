import { type Normal, normalForm, sourceRange } from "../normal.js";
import { boxOn, type CharPlace, type Run } from "../run.js";
import type { Node, Para } from "../tree.js";

/** Paragraphs of one or several sections as one text in normal form, "\n" between paragraphs. */
export interface Passage {
  readonly text: string;
  readonly normal: Normal;
  readonly run: Run;
  /** Start of each paragraph in `text`, ascending, with the section it belongs to. */
  readonly owners: readonly { readonly from: number; readonly node: Node }[];
}

/** The passage of these paragraphs, each with its section. */
export function passageOf(paragraphs: readonly { readonly para: Para; readonly node: Node }[]): Passage {
  let source = "";
  const places: CharPlace[] = [];
  const starts: { at: number; node: Node }[] = [];
  for (const { para, node } of paragraphs) {
    const { run } = para;
    const previous = places.at(-1) ?? run.places[0];
    if (source !== "" && previous !== undefined) {
      source += "\n";
      places.push(previous);
    }
    starts.push({ at: source.length, node });
    source += run.text;
    for (const place of run.places) places.push(place);
  }
  const normal = normalForm(source);
  const owners: { from: number; node: Node }[] = [];
  let unit = 0;
  for (const { at, node } of starts) {
    while (unit < normal.source.length && (normal.source[unit] ?? 0) < at) unit++;
    owners.push({ from: unit, node });
  }
  return { text: normal.text, normal, run: { text: source, places }, owners };
}

/** Index of the last of these, ascending by `from`, that starts at or before `at`; -1 when none does. */
export function lastStarted(ascending: readonly { readonly from: number }[], at: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The section that the character at `at` belongs to. */
export function ownerAt(passage: Passage, at: number): Node | undefined {
  return passage.owners[Math.max(0, lastStarted(passage.owners, at))]?.node;
}

/** The printed characters of [from, to) of the text, without white space. */
export function printed(passage: Passage, from: number, to: number): string {
  const [start, end] = sourceRange(passage.normal, passage.run.text, from, to);
  return passage.run.text.slice(start, end).replaceAll("\n", "");
}

/** Page of the character at `at`, and the box of [from, to) on that page. pt. */
export function placeOf(
  passage: Passage,
  at: number,
  from: number,
  to: number,
): { page: number; box: [number, number, number, number] } {
  const page = passage.run.places[passage.normal.source[at] ?? 0]?.page ?? 1;
  const [start, end] = sourceRange(passage.normal, passage.run.text, from, to);
  const box = boxOn(passage.run.places.slice(start, end), page) ?? [0, 0, 0, 0];
  return { page, box: [...box] };
}
