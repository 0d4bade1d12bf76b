import { type Block, type Box, oncePer, type TextLine } from "../model/index.js";
import { squash } from "../text/index.js";

/** Where one printed character stands: a glyph has its extent already, and a document has tens of thousands. pt. */
export interface CharPlace {
  readonly page: number;
  readonly extent: Readonly<Record<"x0" | "y0" | "x1" | "y1", number>>;
}

/** Printed text without white space, and the place of each of its UTF-16 units. */
export interface Run {
  readonly text: string;
  readonly places: readonly CharPlace[];
}

export const EMPTY_RUN: Run = { text: "", places: [] };

/**
 * One line as a run. Without glyphs (made-up input) every character stands in the line's box. Identity, performance tables
 * and narrative each go through the flow: a line's run is made once.
 */
export const runOfLine = oncePer((line: TextLine): Run => {
  let text = "";
  const places: CharPlace[] = [];
  const add = (printed: string, extent: CharPlace["extent"]): void => {
    const bare = squash(printed);
    text += bare;
    const place: CharPlace = { page: line.page, extent };
    for (let unit = 0; unit < bare.length; unit++) places.push(place);
  };
  const [x0, y0, x1, y1] = line.box;
  if (line.glyphs.length === 0) add(line.text, { x0, y0, x1, y1 });
  else for (const glyph of line.glyphs) add(glyph.text, glyph);
  return { text, places };
});

/** Runs one after the other. */
export function joinRuns(runs: readonly Run[]): Run {
  const only = runs.length === 1 ? runs[0] : undefined;
  if (only !== undefined) return only;
  const places: CharPlace[] = [];
  for (const run of runs) for (const place of run.places) places.push(place);
  return { text: runs.map((run) => run.text).join(""), places };
}

/** A block's lines as one run. */
export function runOfBlock(block: Block): Run {
  return joinRuns(block.lines.map(runOfLine));
}

/** The part from `from` to before `to`, in UTF-16 units. */
export function sliceRun(run: Run, from: number, to: number): Run {
  return { text: run.text.slice(from, to), places: run.places.slice(from, to) };
}

/** The box around all places that are on `page`; null when none is. pt. */
export function boxOn(places: readonly CharPlace[], page: number): Box | null {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const place of places) {
    if (place.page !== page) continue;
    const { extent } = place;
    x0 = Math.min(x0, extent.x0);
    y0 = Math.min(y0, extent.y0);
    x1 = Math.max(x1, extent.x1);
    y1 = Math.max(y1, extent.y1);
  }
  return x1 < x0 ? null : [x0, y0, x1, y1];
}
