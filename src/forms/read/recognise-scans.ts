/** Which form a scanned table is whose title was lost or misread: by what is left of it, its header and its rows. */
import { isKnownEconomicCode } from "../../classification/index.js";
import { normalise } from "../../text/index.js";
import type { FormDefinition } from "../definition.js";
import type { Caption, TitleCandidate } from "./caption.js";
import { labelForm } from "./labels.js";
import type { Matrix } from "./matrix.js";
import { type Recognition, type Witness, witness } from "./recognise.js";
import { editDistance } from "./snap-rows.js";
import { isTitleLike, titleForm } from "./title.js";

/** Of a title's characters at most this part may be misread or lost; 收入决算表 and 支出决算表 are 0.4 apart. */
const MISREAD = 0.34;
/** The next form's title is further away by at least so many characters, or its header fits worse. */
const CLEARLY = 2;
/** A misread title is believed when at least this share of the form's columns is in the header. */
const WITNESS = 0.6;
/** The end of a title of which the rest was lost has at least so many characters. */
const SHORTEST_END = 4;
/** A header is complete from this share of the form's columns on. */
const COMPLETE = 0.99;
/** Of a table's first texts in each row this share must be the form's codes or labels. */
const OWN_ROWS = 0.5;

/** A table as it was first recognised. */
interface Seen {
  readonly matrix: Matrix;
  /** First row of the header. */
  readonly from: number;
  readonly caption: Caption;
  readonly recognition: Recognition | null;
  readonly why: string;
}

/**
 * The tables with those of scans recognised that no exact title names, and those whose cut title named another table's form.
 * Only forms that no other table is are given, of the families that the document prints, and each once.
 */
export function recogniseScans<T extends Seen>(seen: readonly T[], forms: readonly FormDefinition[]): T[] {
  const isScan = ({ matrix }: Seen) => matrix.grid.source === "ocr";
  // What a scan's header alone told may have a misread title.
  const claimed = (one: Seen): boolean =>
    one.recognition !== null && !isOutdone(one, seen) && (one.recognition.title !== null || !isScan(one));
  const families = new Set(seen.flatMap(({ recognition }) => recognition?.form.family ?? []));
  const known = new Set(seen.filter(claimed).flatMap(({ recognition }) => recognition?.form.id ?? []));
  const free = forms.filter(({ id, family }) => !known.has(id) && (families.size === 0 || families.has(family)));
  const found = seen.map((one) => (isScan(one) && !claimed(one) ? nearestForm(one, free) : null));
  return seen.map((one, i) => {
    const recognition = found[i] ?? null;
    const ids = seen.map((other, k) => found[k]?.form.id ?? other.recognition?.form.id);
    const twice = ids.some((id, k) => k !== i && id === recognition?.form.id);
    return recognition === null || twice ? one : { ...one, recognition, why: recognition.why };
  });
}

/** Whether another table is the same form by more of its columns: the title of this one may be the end of a longer one. */
function isOutdone(one: Seen, seen: readonly Seen[]): boolean {
  const { recognition } = one;
  return seen.some(
    (other) =>
      other !== one &&
      recognition !== null &&
      other.recognition?.form.id === recognition.form.id &&
      other.recognition.headerScore > recognition.headerScore,
  );
}

interface Fit extends Witness {
  readonly form: FormDefinition;
  readonly title: TitleCandidate | null;
  /** The form's title, and how many characters away. */
  readonly name: string;
  readonly distance: number;
}

function nearestForm({ matrix, from, caption }: Seen, forms: readonly FormDefinition[]): Recognition | null {
  const titled = forms.flatMap((form) => nearestTitle(form, caption.titles, matrix, from) ?? []);
  if (titled.length > 0) return clearest(titled);
  // What names another table is no lost title.
  if (caption.titles.some(({ text }) => isTitleLike(text) && titleForm(text).length > SHORTEST_END)) return null;
  const alone = forms
    .map((form) => ({ form, title: null, name: "", distance: 0, ...witness(matrix, from, form, null) }))
    .filter((fit) => isComplete(fit) && hasRowsOf(fit.form, matrix, fit));
  const [only, other] = alone;
  if (only === undefined || other !== undefined) return null;
  return { ...only, takenFor: "", why: `no title was read; header and rows are ${only.form.id}'s alone` };
}

/** The form's title that is nearest to what was read, when its header is there too. */
function nearestTitle(
  form: FormDefinition,
  printed: readonly TitleCandidate[],
  matrix: Matrix,
  from: number,
): Fit | null {
  const ranked = printed
    .flatMap((title) => form.titles.map((name) => ({ title, name, ...distanceOf(title.text, name) })))
    .filter(({ distance, name, isEnd }) => isEnd || distance <= MISREAD * titleForm(name).length)
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  if (best === undefined) return null;
  const fit: Fit = { form, ...best, ...witness(matrix, from, form, best.title.text) };
  const isFar = best.distance > MISREAD * titleForm(best.name).length;
  return fit.headerScore >= WITNESS && (!isFar || isComplete(fit)) ? fit : null;
}

function distanceOf(printed: string, name: string): { distance: number; isEnd: boolean } {
  const [read, wanted] = [titleForm(printed), titleForm(name)];
  return {
    distance: editDistance(read, wanted),
    isEnd: read.length >= SHORTEST_END && wanted.endsWith(read),
  };
}

/** The one form whose title is clearly nearest, or whose header alone fits whole; null when two are as good. */
function clearest(fits: readonly Fit[]): Recognition | null {
  const [best, second] = [...fits].sort((a, b) => a.distance - b.distance);
  if (best === undefined) return null;
  const [whole, ...others] = fits.filter(isComplete);
  const isNearest = second === undefined || second.distance - best.distance >= CLEARLY;
  // The header may not speak against the nearest title, nor decide where it fits two.
  if (isNearest) return whole === undefined || isComplete(best) ? taken(best) : null;
  return whole !== undefined && others.length === 0 ? taken(whole) : null;
}

function taken(fit: Fit): Recognition {
  const { distance, name, form, title } = fit;
  const why = `title "${title?.text}" is ${distance} characters from "${name}" of ${form.id}, and so is its header`;
  return { ...fit, takenFor: name, why };
}

/** All of the form's columns are named, and no others are there. */
function isComplete({ form, headerScore, columns: { matched, unmatched, byPosition } }: Fit): boolean {
  const required = form.columns.filter(({ optional }) => !optional);
  // Blocks and sides beside each other repeat the columns.
  const isRepeated = form.layout === "two-sided" || form.layout === "economic-blocks";
  return (
    headerScore >= COMPLETE &&
    byPosition.length === 0 &&
    (isRepeated || (unmatched.length === 0 && required.every((column) => matched.has(column))))
  );
}

/** Whether most rows are such as the form alone prints; functional codes stand in several forms. */
function hasRowsOf({ layout, rows = [] }: FormDefinition, matrix: Matrix, { header }: Witness): boolean {
  const labels = new Set(rows.flatMap((row) => row.labels.map(labelForm)));
  const firsts = Array.from({ length: matrix.rows - header.bodyStart }, (_, i) =>
    matrix.row(header.bodyStart + i),
  ).flatMap((row) => row.find(({ text }) => text !== "")?.text ?? []);
  const own = firsts.filter((text) =>
    layout === "economic-blocks" ? isKnownEconomicCode(normalise(text)) : labels.has(labelForm(text)),
  );
  return own.length > OWN_ROWS * firsts.length;
}
